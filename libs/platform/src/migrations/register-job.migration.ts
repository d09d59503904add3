import { ForwardOnly } from './forward-only.js';

/** How a register is read by whoever goes on with its import; an import of the command line has none of it. */
export class RegisterJob1795751400000 extends ForwardOnly {
  readonly name = 'RegisterJob1795751400000';
  protected readonly statements = [
    'ALTER TABLE register_import ADD COLUMN columns jsonb, ADD COLUMN language text',
    'CREATE INDEX register_import_organ ON register_import (organ_id, begun_at)',
  ];
}
