/**
 * The doors of the office that no person stands at: what comes through them lies in the inbox of arrivals.
 *
 * - `MailLine`: the mailbox, by IMAP.
 * - `organOfLine`: whose line it is.
 */
export { MailLine, type MailLineParts } from './mail/mail-line.js';
export { organOfLine, type LineOwner } from './organ-of-line.js';
