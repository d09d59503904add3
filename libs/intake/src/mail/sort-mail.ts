import type { IncomingSort } from '@gongkai/contracts';
import type { ReadMail } from './read-mail.js';

type Signs = Pick<ReadMail, 'head' | 'address' | 'subject' | 'attachments'>;

/** Programs and what starts them: nobody hands in an application like that. */
const PROGRAM = /\.(exe|scr|com|pif|bat|cmd|js|jse|vbs|vbe|wsf|hta|lnk|iso|img|msi|jar|ps1)$/i;
const AWAY = /^\s*(自动回复|自動回覆|自动答复|automatic reply|auto(matic)?[ -]?reply|out of (the )?office)/i;

/** By what a mail is taken for something of its sort, the first that fits; the signs are those of RFC 3464 and RFC 3834, and what filters write. */
const SORTS: readonly (readonly [IncomingSort, (signs: Signs) => boolean])[] = [
  ['bounce', ({ head, address }) => isReport(head) || (head.get('return-path') === '<>' && isPostmaster(address))],
  ['auto_reply', ({ head, subject = '' }) => answersByItself(head) || AWAY.test(subject)],
  ['suspicious', ({ head, attachments }) => isMarked(head) || attachments.some(({ name = '' }) => PROGRAM.test(name))],
];

/**
 * What a machine takes a mail for. It only says where the mail is shown: a person decides, and nothing is thrown away. What a program sends
 * of its own accord (`auto-generated`) is ordinary: gateways hand in faxes like that.
 */
export const sortOf = (signs: Signs): IncomingSort => SORTS.find(([, fits]) => fits(signs))?.[0] ?? 'ordinary';

const says = (head: Signs['head'], line: string, words: RegExp): boolean => words.test(head.get(line) ?? '');

const isReport = (head: Signs['head']): boolean =>
  says(head, 'content-type', /^multipart\/report\b[^]*report-type="?delivery-status/i);
const isPostmaster = (address: string): boolean => /^(mailer-daemon|postmaster)@/.test(address);
const answersByItself = (head: Signs['head']): boolean =>
  says(head, 'auto-submitted', /^auto-replied/i) ||
  says(head, 'precedence', /^auto_reply/i) ||
  ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((line) => head.has(line));
const isMarked = (head: Signs['head']): boolean =>
  says(head, 'x-spam-flag', /^yes/i) ||
  says(head, 'x-spam-status', /^yes/i) ||
  says(head, 'authentication-results', /\bdmarc=fail\b/i);
