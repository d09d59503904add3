import { ForwardOnly } from './forward-only.js';

/**
 * Each step of a case writes its row anew. Where no column that an index is made of has changed, PostgreSQL leaves all twenty indexes
 * alone, if the page has room. Two were made of `file`, and one of those of `state`: they change with nearly every step. What these indexes
 * are for has columns of its own.
 */
export class LightUpdates1795907600000 extends ForwardOnly {
  readonly name = 'LightUpdates1795907600000';
  protected readonly statements = [
    'ALTER TABLE case_file ADD COLUMN filed_on date, ADD COLUMN part_of uuid',
    `UPDATE case_file SET filed_on = (file ->> 'filedOn')::date, part_of = (file ->> 'partOf')::uuid
      WHERE file ->> 'filedOn' IS NOT NULL OR file ->> 'partOf' IS NOT NULL`,
    'DROP INDEX case_file_filed, case_file_parts',
    'CREATE INDEX case_file_filed ON case_file (organ_id, filed_on) WHERE filed_on IS NOT NULL',
    'CREATE INDEX case_file_parts ON case_file (id) WHERE part_of IS NOT NULL',
    'ALTER TABLE case_file SET (fillfactor = 85)',
  ];
}
