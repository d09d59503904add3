import { ForwardOnly } from './forward-only.js';

/** A request to correct a record about oneself (REG 41): all that is said in it, and of whom, is sealed; no date that follows from it is kept. */
const RECORD_CORRECTION = `
  CREATE TABLE record_correction (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    version integer NOT NULL DEFAULT 1,
    number text NOT NULL,
    number_year integer NOT NULL,
    serial integer NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'drafted', 'signed', 'sent', 'served', 'withdrawn')),
    received_on date NOT NULL,
    file_ids text[] NOT NULL,
    sealed bytea NOT NULL,
    UNIQUE (organ_id, number_year, serial)
  )`;

/** Found by its number; what is not done yet, by its organ. */
export class RecordCorrections1795902000005 extends ForwardOnly {
  readonly name = 'RecordCorrections1795902000005';
  protected readonly statements = [
    RECORD_CORRECTION,
    'CREATE INDEX record_correction_number ON record_correction (number)',
    `CREATE INDEX record_correction_open ON record_correction (organ_id, received_on) WHERE state NOT IN ('served', 'withdrawn')`,
  ];
}
