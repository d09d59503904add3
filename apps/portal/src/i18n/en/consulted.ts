export const consulted = {
  'consulted.title': 'Answer a consultation',
  'consulted.from': '{{organ}} asks {{party}}',
  'consulted.number': 'Letter: {{number}}',
  'consulted.asks.third_party':
    'Somebody has applied for the information below. Its disclosure may harm your lawful rights. Please say whether you agree to it. (Regulations, Art. 32)',
  'consulted.asks.joint_organ':
    'Somebody has applied for the information below, which you have made together with us. Please say whether you agree to disclosure; no answer in time counts as consent. (Regulations, Art. 34)',
  'consulted.asks.other_organ':
    'Somebody has applied for the information below, which concerns you. Please say whether you agree to disclosure. (Regulations, Art. 11)',
  'consulted.asks.secrecy_authority': 'Please say whether the information below can be disclosed. (Regulations, Art. 17)',
  'consulted.items': 'The information',
  'consulted.due': 'Answer by {{day}}; that day is still in time.',
  'consulted.due.letter': 'Please answer within the period named in the letter.',
  'consulted.once': 'It can be answered here once. An official then looks at the answer and records it.',
  'consulted.set-aside':
    'Somebody has answered over this address before, and the organ did not accept that as the answer. If that was not you, or you have not been heard, answer here.',
  'consulted.answer': 'Your answer',
  'consulted.agree': 'We agree to disclosure',
  'consulted.agree_in_part': 'We agree in part',
  'consulted.refuse': 'We do not agree',
  'consulted.grounds': 'Grounds',
  'consulted.grounds.hint': 'Unless you agree: which parts, and why.',
  'consulted.by': 'Name of who fills this in',
  'consulted.phone': 'Phone (may be left empty)',
  'consulted.files': 'Files (may be left out)',
  'consulted.send': 'Send the answer',
  'consulted.sent': '{{organ}} has your answer',
  'consulted.sent.says':
    'Received on {{day}}. Print or keep this page as your receipt. If there is more to say, write to the organ.',
  'consulted.over': 'The period for the answer is over',
  'consulted.over.says': 'The last day was {{day}}. If there is more to say, write to the organ, which decides by law.',
  'consulted.unsent': 'This letter has not been sent yet',
  'consulted.unsent.says':
    'Nothing need be answered now. Once the letter is sent, it can be answered at this same address. Ask the organ if in doubt.',
  'consulted.settled': 'This letter need not be answered here',
  'consulted.settled.says':
    'An answer is on record, the matter is settled, or this address was answered too often. Ask the organ if in doubt.',
  'consulted.cut-off': 'The address is not whole. Type it once more from the answer form, or send the form back by post.',
} as const;
