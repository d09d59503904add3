import type { InEnglish } from '../same-keys.js';
import type { letters as zh } from '../zh/letters.js';

/** What did not arrive. */
export const letters = {
  'letters-what':
    'Reminders that the mail server or a webhook did not take and that nobody has read in the program either, and letters that could not be mailed to their applicant. Mend the address or the server, then send them again.',
  'letters-none': 'None. Every reminder arrived, or was read in the program.',
  'letters.shown': 'The {{shown}} oldest of {{total}} are shown.',
  'letter.at': 'Due out',
  'letter.person': 'To',
  'letter.organ': 'Organ',
  'letter.about': 'About',
  'letter.mail': 'Sent to',
  'letter.channel.mail': 'Mail',
  'letter.channel.applicant': 'Letter to an applicant',
  'letter.channel.webhook': 'Webhook',
  'letter.proof': 'What the other side said',
  'letter.turn': 'a step that waits',
  'letter.news': 'news of a case',
  'letter.due': '{{deadline}} {{day}}',
  'letter.again': 'Send again',
  'letter.again-all': 'Send all again',
  'letter.again-title': 'Send all {{count}} again',
  'letter.again-1': 'Each goes once more to the address that the person or the webhook has now.',
  'letter.again-2': 'What is done or out of date meanwhile is not sent.',
  'letter.aside': 'Set aside',
  'letter.aside.of': 'Set aside: {{name}}',
  'letter.aside.reason': 'Reason',
  'letter.aside.what':
    'It is listed and sent no more; its person still finds it in the program. Who did so, when and why stands in the administration log.',
  'letter.aside.leave': 'Leave it here',
} as const satisfies InEnglish<typeof zh>;
