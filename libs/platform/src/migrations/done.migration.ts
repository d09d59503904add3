import { ForwardOnly } from './forward-only.js';

/** What somebody has reviewed, decided or filed is asked by who did it, of all the years there are. */
export class Done1795765000000 extends ForwardOnly {
  readonly name = 'Done1795765000000';
  protected readonly statements = [
    `CREATE INDEX journal_done ON journal (actor_id, case_id) WHERE type IN (
      'REVIEW_PASSED', 'REVIEW_BLOCKED', 'APPROVED', 'SENT_BACK', 'REPLY_SIGNED', 'EXTENSION', 'EXTENSION_REFUSED', 'FILED')`,
  ];
}
