export const own = {
  'paper.fetch': 'Download: {{name}}',
  'paper.serves': 'Downloading it here is receiving it: it counts as served on that day.',
  'paper.done': 'Downloaded.',
  'receipt.say': 'I have received it',
  'receipt.done': 'The day you received it is noted.',

  'act.changed': 'The application has changed meanwhile, and this was not done. Here is how it stands now.',

  'correct.title': 'Correct it here',
  'correct.asks': 'The office asks:',
  'correct.hint':
    'Read the correction notice first. You are asked only once; send it at any hour, it is received on the day you send it.',
  'correct.text': 'What you add',
  'correct.files': 'Upload papers (if you like)',
  'correct.send': 'Send the correction',
  'correct.done': 'We have received your correction; the period for the reply runs anew.',

  'pay.title': 'Hand in the slip of your payment',
  'pay.hint': 'Once you have paid, upload the slip. An official compares it with the account; then the period runs anew.',
  'pay.text': 'Remarks (if you like)',
  'pay.files': 'Upload the slip',
  'pay.send': 'Send the slip',
  'pay.no-slip': 'Please upload the slip',
  'pay.done': 'The slip is here. An official will compare it with the account.',

  'suggest.title': 'Suggest publishing it',
  'suggest.means':
    'You can suggest that everybody may read what you were given. The office looks into it, and its answer is told on this page. Nothing about you is published.',
  'suggest.reason': 'Reason (if you like)',
  'apply.suggests': 'I suggest that everybody may read what I am given',
  'apply.suggests.hint':
    'The office looks into it after its reply, and you read its answer where you follow your application. Your name is not published.',
  'suggest.confirm': 'Suggest it',
  'suggest.done': 'Your suggestion is there.',
  'suggest.waiting': 'You suggested publishing it on {{day}}. The office is looking into it.',
  'suggest.to_be_published': 'On {{day}} the office decided to publish it. It is being prepared.',
  'suggest.published': 'What you suggested was published on {{day}}.',
  'suggest.declined': 'On {{day}} the office answered that it is not published. Reason: {{reason}}',
  'withdraw.title': 'Withdraw the application',
  'withdraw.means':
    'Once withdrawn it is not handled any more, you get no reply, and it cannot be taken up again. You can apply anew; then the period begins anew.',
  'withdraw.reason': 'Reason (if you like)',
  'withdraw.confirm': 'Yes, withdraw it',
  'withdraw.item.title': 'Withdraw one item only',
  'withdraw.item.means':
    'That item is not handled any more and is not in the reply; the others go on, and the reply is due on the same day. It cannot be taken up again; you can apply for it anew.',
  'withdraw.item.which': 'Which item',
  'withdraw.item.confirm': 'Yes, withdraw this item',
  'withdraw.item.done': 'That item is withdrawn; the others go on.',
  'withdraw.done': 'It is withdrawn.',

  'mail.wanted': 'Tell me of each step by mail (number and address only; you can stop it at any time)',
  'mail.title': 'Told by mail',
  'mail.says': 'A mail for each step, with number and address only. One click in it ends them.',
  'mail.to': 'A mail goes to {{to}} for each step.',
  'mail.want': 'Tell me by mail',
  'mail.stop': 'No more mails',
  'mail.done': 'Noted: you get a mail for each step.',
  'mail.stopped': 'You get no more mails.',
  'no-mail.title': 'You get no more mails',
  'no-mail.says': 'The address is deleted. Your application is handled as before; ask after it with number and query code.',
  'no-mail.failed': 'That did not work',
  'no-mail.cut-off':
    'The address is not complete. Open it from the mail once more, or follow your application and stop the mails there.',
} as const;
