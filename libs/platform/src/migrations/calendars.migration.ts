import { ForwardOnly } from './forward-only.js';

/** What an installation has imported over the calendars it was shipped with: a whole year as one document has it. Nothing is taken out. */
const CALENDAR_IMPORT = `
  CREATE TABLE calendar_import (
    id uuid PRIMARY KEY,
    region text NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    UNIQUE (region, year, version)
  )`;

/**
 * Every change of the calendars, in order: the last number is the edition in force. Whoever writes deadlines reads it in the same
 * transaction.
 */
const CALENDAR_EDITION = `
  CREATE TABLE calendar_edition (
    id integer PRIMARY KEY,
    import_id uuid NOT NULL REFERENCES calendar_import,
    act text NOT NULL CHECK (act IN ('approve', 'revert')),
    by_person uuid NOT NULL REFERENCES person,
    at timestamptz NOT NULL,
    reason text,
    first_day date NOT NULL,
    finished_at timestamptz,
    UNIQUE (import_id, act)
  )`;

/** What a change of the calendars moved: in a case, each deadline with its days before and after. */
const CALENDAR_MOVE = `
  CREATE TABLE calendar_move (
    edition integer NOT NULL REFERENCES calendar_edition,
    case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
    moves jsonb NOT NULL,
    problem text,
    PRIMARY KEY (edition, case_id)
  )`;

const STAYS = `
  CREATE FUNCTION calendar_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'An imported calendar stays: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$`;

/** Calendars are imported with their document, looked at, approved and taken back. */
export class Calendars1795822000000 extends ForwardOnly {
  readonly name = 'Calendars1795822000000';
  protected readonly statements = [
    CALENDAR_IMPORT,
    CALENDAR_EDITION,
    CALENDAR_MOVE,
    'CREATE INDEX calendar_edition_open ON calendar_edition (id) WHERE finished_at IS NULL',
    'CREATE INDEX calendar_move_case ON calendar_move (case_id)',
    STAYS,
    'CREATE TRIGGER calendar_stays BEFORE UPDATE OR DELETE ON calendar_import FOR EACH ROW EXECUTE FUNCTION calendar_stays()',
    'ALTER TABLE notification ADD cases integer',
  ];
}
