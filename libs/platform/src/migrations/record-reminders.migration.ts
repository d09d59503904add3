import { ForwardOnly } from './forward-only.js';

/** Who was reminded of which request to correct a record, by which rung; once for a ring, however many workers there are. */
const RECORD_REMINDER = `
  CREATE TABLE record_reminder (
    record_id uuid NOT NULL REFERENCES record_correction,
    person_id uuid NOT NULL REFERENCES person,
    ring_on date NOT NULL,
    rung text NOT NULL,
    due date NOT NULL,
    told_at timestamptz NOT NULL,
    proof text,
    PRIMARY KEY (record_id, person_id, ring_on)
  )`;

/** The ladder rings for requests to correct a record too. */
export class RecordReminders1795902100005 extends ForwardOnly {
  readonly name = 'RecordReminders1795902100005';
  protected readonly statements = [RECORD_REMINDER];
}
