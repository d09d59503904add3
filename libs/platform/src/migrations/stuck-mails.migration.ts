import { ForwardOnly } from './forward-only.js';

/**
 * Mails that could not be had from their mailbox, or not be taken in: how often that was tried, and when last. One that was stepped over
 * has something in the inbox that stands for it.
 */
const STUCK_MAIL = `
  CREATE TABLE stuck_mail (
    mailbox text NOT NULL,
    validity text NOT NULL,
    uid bigint NOT NULL,
    tries integer NOT NULL DEFAULT 1,
    tried_at timestamptz NOT NULL,
    told_as uuid REFERENCES incoming,
    PRIMARY KEY (mailbox, validity, uid)
  )`;

/** One mail does not hold up those behind it. */
export class StuckMails1795781000000 extends ForwardOnly {
  readonly name = 'StuckMails1795781000000';
  protected readonly statements = [STUCK_MAIL];
}
