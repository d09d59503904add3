import { ForwardOnly } from './forward-only.js';

/** How the organ writes its numbers from now on; those it has given stay as they are. */
const FORMAT = `ALTER TABLE organ ADD COLUMN number_format text NOT NULL DEFAULT '{prefix}〔{year}〕{n}号'`;

/** Up to now every number was written in one way. */
const FILL = `
  UPDATE case_file SET (number_year, serial) = (part[1]::int, part[2]::int)
    FROM case_file AS same, regexp_match(same.number, '〔(\\d{4})〕(\\d{1,9})号$') AS part
   WHERE same.id = case_file.id`;

/** The year and the serial of a number, which the text of it no longer tells by itself. */
export class Numbers1795734600000 extends ForwardOnly {
  readonly name = 'Numbers1795734600000';
  protected readonly statements = [
    FORMAT,
    'ALTER TABLE case_file ADD COLUMN number_year integer, ADD COLUMN serial integer',
    FILL,
    'ALTER TABLE case_file ALTER COLUMN number_year SET NOT NULL, ALTER COLUMN serial SET NOT NULL',
    'CREATE UNIQUE INDEX case_file_serial ON case_file (organ_id, number_year, serial)',
  ];
}
