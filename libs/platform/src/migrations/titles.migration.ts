import { ForwardOnly } from './forward-only.js';

/** Chains of approval go by what a post is called; the approval of one of their steps is something that somebody has decided. */
export class Titles1795809000000 extends ForwardOnly {
  readonly name = 'Titles1795809000000';
  protected readonly statements = [
    `ALTER TABLE post ADD COLUMN title text CHECK (title IN ('unit_head', 'office_director', 'leader')),
       ADD CONSTRAINT post_title_of_approver CHECK (title IS NULL OR role = 'approver')`,
    'DROP INDEX journal_done',
    `CREATE INDEX journal_done ON journal (actor_id, case_id) WHERE type IN (
      'REVIEW_PASSED', 'REVIEW_BLOCKED', 'APPROVAL_GIVEN', 'APPROVED', 'SENT_BACK', 'REPLY_SIGNED', 'EXTENSION',
      'EXTENSION_REFUSED', 'FILED')`,
  ];
}
