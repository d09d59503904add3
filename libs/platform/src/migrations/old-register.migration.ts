import { ForwardOnly } from './forward-only.js';

/** Which column of an organ's old register is which, by its heading. */
const MAPPING = `
  CREATE TABLE register_mapping (
    organ_id uuid PRIMARY KEY REFERENCES organ,
    columns jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid REFERENCES person
  )`;

/** Each import of an old register, and whether it was undone. */
const IMPORT = `
  CREATE TABLE register_import (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    file_name text NOT NULL,
    file_hash char(64) NOT NULL,
    begun_at timestamptz NOT NULL,
    begun_by uuid REFERENCES person,
    total integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    ended_at timestamptz,
    undone_at timestamptz,
    undone_by uuid REFERENCES person
  )`;

/**
 * The cases of an import, as the import left them. A line outlives the case: of one that was taken back it tells its number and the last
 * hash of its journal.
 */
const IMPORTED_CASE = `
  CREATE TABLE imported_case (
    case_id uuid PRIMARY KEY,
    import_id uuid NOT NULL REFERENCES register_import,
    organ_id uuid NOT NULL REFERENCES organ,
    row integer NOT NULL,
    number text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    last_hash char(64),
    removed_at timestamptz
  )`;

/**
 * A journal leaves only with its whole case, only where an import that nobody has worked at since is undone, and not without a line
 * that tells it.
 */
const JOURNAL_STAYS = `
  CREATE OR REPLACE FUNCTION journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('app.falsify_journal', true) = 'on' THEN
      RETURN coalesce(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'journal' THEN
      IF EXISTS (
        SELECT FROM imported_case JOIN case_file ON case_file.id = imported_case.case_id
         WHERE imported_case.case_id = OLD.case_id AND imported_case.removed_at IS NOT NULL
           AND imported_case.last_hash = case_file.last_hash) THEN
        RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'The journal is only added to: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$`;

/** The old register of an office: how it is read, what was imported, and what was taken back. */
export class OldRegister1795742000000 extends ForwardOnly {
  readonly name = 'OldRegister1795742000000';
  protected readonly statements = [
    MAPPING,
    IMPORT,
    IMPORTED_CASE,
    'CREATE INDEX imported_case_import ON imported_case (import_id)',
    'CREATE INDEX imported_case_serial ON imported_case (organ_id, year, serial)',
    JOURNAL_STAYS,
  ];
}
