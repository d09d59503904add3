import { ForwardOnly } from './forward-only.js';

/** Who sends a fax again sends another file with the same pages: the print of the pages says so. */
export class SamePages1795782300000 extends ForwardOnly {
  readonly name = 'SamePages1795782300000';
  protected readonly statements = [
    'ALTER TABLE incoming ADD COLUMN pages_print text',
    'CREATE INDEX incoming_same_pages ON incoming (organ_id, pages_print, arrived_at, id) WHERE pages_print IS NOT NULL',
  ];
}
