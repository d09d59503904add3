import type { InEnglish } from '../same-keys.js';
import type { stepDelivery as zh } from '../zh/step-delivery.js';

/** How papers leave, and what proves it. */
export const stepDelivery: InEnglish<typeof zh> = {
  'hint.dispatchNotice.fileIds': 'Proof of the dispatch alone, such as the slip of the post; the applicant does not see it.',
  'hint.dispatch.fileIds': 'Proof of the dispatch alone, such as the slip of the post; the applicant does not see it.',
  'hint.dispatch.witness': 'Left at the address: name a witness, or attach a photo or film',
  'hint.dispatchNotice.witness': 'Left at the address: name a witness, or attach a photo or film',
  'hint.mode.email':
    'No mail is sent from here: send it yourself from the mailbox of the office to the agreed address, then record it; attach the record of sending',
  'hint.mode.email.mailed':
    'Once this is saved the letter, with the files given out beside it, is mailed to the address the applicant agreed to; “Notices” tells what becomes of it. A letter to somebody else you send yourself',
  'field.sentElsewhere': 'Mailed from another mailbox already: not from here',
  'hint.sentElsewhere': 'Attach the record of sending',
  'field.turnedUp': 'The addressee has it while its public notice goes on',
  'hint.turnedUp': 'The notice is not over. Say under “proof of service” from where that is known (they came for it)',
  'field.mailFailed': 'It is here although its mail did not go out',
  'hint.mailFailed':
    'This program has not sent it. Say under “proof of service” from where it is known that the applicant has it',
  'hint.mode.fax': 'No fax is sent from here: send it yourself, then record it; attach the report of the machine',
  'hint.mode.portal': 'Once this is saved the applicant fetches it by number and query code; nothing has to be posted',
  'hint.mode.other_organ':
    'The day on which it is signed for counts as that of the reply: the other organ has to hand it over by the due date',
};
