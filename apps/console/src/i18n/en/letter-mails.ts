import type { InEnglish } from '../same-keys.js';
import type { letterMails as zh } from '../zh/letter-mails.js';

/** Letters that the program mails to their applicant. */
export const letterMails = {
  'letter-mail.waiting': 'waits to be mailed to {{to}}',
  'letter-mail.tried': 'not mailed after {{tries}} tries, and tried again: {{proof}}',
  'letter-mail.sent': 'mailed to {{to}}, {{at}}',
  'letter-mail.failed': 'not mailed: {{proof}}',
  'letter-mail.aside': 'mailed no more',
  'letter-mail.left-out': '{{files}} large files stayed out of the mail; the applicant fetches them over the portal',
  'letter-mail.again': 'Send again',
  'mark.letter-mail': 'A letter was not mailed',
  'mark.letter-mail.what':
    ': {{notice}}, {{to}}. Where the address is right, send it again; where it is not, or nothing helps, record that it came back, and send it to another address or another way.',
} as const satisfies InEnglish<typeof zh>;
