import { ForwardOnly } from './forward-only.js';

/** How far each mailbox has been read; the mails themselves stay in it. */
const MAILBOX = `
  CREATE TABLE mailbox (
    name text PRIMARY KEY,
    validity text NOT NULL,
    uid bigint NOT NULL
  )`;

/** What comes by mail is taken in once. */
export class Mailbox1795737000000 extends ForwardOnly {
  readonly name = 'Mailbox1795737000000';
  protected readonly statements = [MAILBOX];
}
