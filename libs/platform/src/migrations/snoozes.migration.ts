import { ForwardOnly } from './forward-only.js';

/** Each time a reminder was put off by its reader: when, and until when. */
const PUT_OFF = `
  CREATE TABLE notification_put_off (
    notification_id uuid NOT NULL REFERENCES notification ON DELETE CASCADE,
    at timestamptz NOT NULL,
    until timestamptz NOT NULL CHECK (until > at),
    PRIMARY KEY (notification_id, at)
  )`;

/** A reminder leaves the bell until a moment that its reader has chosen. */
export class Snoozes1795902800004 extends ForwardOnly {
  readonly name = 'Snoozes1795902800004';
  protected readonly statements = ['ALTER TABLE notification ADD COLUMN put_off_until timestamptz', PUT_OFF];
}
