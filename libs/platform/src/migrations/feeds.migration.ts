import { ForwardOnly } from './forward-only.js';

/** Addresses at which calendar programs read deadlines: the hash of the secret, never the secret. One in force to a person and scope. */
const CALENDAR_FEED = `
  CREATE TABLE calendar_feed (
    id uuid PRIMARY KEY,
    secret_hash text NOT NULL UNIQUE,
    scope text NOT NULL CHECK (scope IN ('person', 'organ')),
    person_id uuid NOT NULL REFERENCES person,
    language text NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz
  )`;

/** Deadlines are read by calendar programs. */
export class Feeds1795823000000 extends ForwardOnly {
  readonly name = 'Feeds1795823000000';
  protected readonly statements = [
    CALENDAR_FEED,
    'CREATE UNIQUE INDEX calendar_feed_in_force ON calendar_feed (person_id, scope) WHERE revoked_at IS NULL',
  ];
}
