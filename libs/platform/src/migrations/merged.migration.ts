import { ForwardOnly } from './forward-only.js';

/** Which cases were merged into a case is asked with every look at it. */
export class Merged1795679000000 extends ForwardOnly {
  readonly name = 'Merged1795679000000';
  protected readonly statements = [
    `CREATE INDEX journal_merged_into ON journal (((fact ->> 'intoCaseId')::uuid)) WHERE type = 'MERGED'`,
  ];
}
