import { ForwardOnly } from './forward-only.js';

/** In which cases a file is the record that a decision is about: it is not published past them. */
export class RecordFiles1795906900000 extends ForwardOnly {
  readonly name = 'RecordFiles1795906900000';
  protected readonly statements = [
    `CREATE INDEX journal_records ON journal USING gin ((fact -> 'recordIds')) WHERE fact ? 'recordIds'`,
  ];
}
