import { ForwardOnly } from './forward-only.js';

/** Few cases wait for somebody: they have an index of their own in the order in which lists show them, so that a page ends with its last row. */
export class WaitsByDue1795910500000 extends ForwardOnly {
  readonly name = 'WaitsByDue1795910500000';
  protected readonly statements = [
    'DROP INDEX case_file_waits',
    `CREATE INDEX case_file_waits ON case_file (organ_id, due, id) WHERE waits <> '{}'`,
  ];
}
