import { ForwardOnly } from './forward-only.js';

/** What was withheld is assessed anew once a year for as long as its case is kept: those due first are read without all the others. */
export class WithheldDeadlines1795820100000 extends ForwardOnly {
  readonly name = 'WithheldDeadlines1795820100000';
  protected readonly statements = [
    `CREATE INDEX deadline_withheld ON deadline (coalesce(due, provisional), case_id, name)
      WHERE name LIKE 'withholdingReviewDue:%'`,
  ];
}
