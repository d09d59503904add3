import { ForwardOnly } from './forward-only.js';

/** A legal review is something that somebody has done. */
export class LegalReviews1795831000000 extends ForwardOnly {
  readonly name = 'LegalReviews1795831000000';
  protected readonly statements = [
    'DROP INDEX journal_done',
    `CREATE INDEX journal_done ON journal (actor_id, case_id) WHERE type IN (
      'REVIEW_PASSED', 'REVIEW_BLOCKED', 'LEGAL_REVIEW_PASSED', 'LEGAL_REVIEW_OBJECTED', 'APPROVAL_GIVEN', 'APPROVED', 'SENT_BACK',
      'REPLY_SIGNED', 'EXTENSION', 'EXTENSION_REFUSED', 'FILED')`,
  ];
}
