import { ForwardOnly } from './forward-only.js';

/** Sent is not done: a row sent but not done after a while is sent again. */
const OUTBOX = `
  CREATE TABLE outbox (
    id uuid PRIMARY KEY,
    job text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    done_at timestamptz
  )`;

const IDEMPOTENCY_KEY = `
  CREATE TABLE idempotency_key (
    scope text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status integer NOT NULL,
    headers jsonb NOT NULL,
    body jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
  )`;

/** The id is the SHA-256 of the content, which is stored once; each organ that has it names it for itself. */
const STORED_FILE = `
  CREATE TABLE stored_file (
    id text NOT NULL,
    organ_id uuid NOT NULL REFERENCES organ,
    name text NOT NULL,
    mime text NOT NULL,
    size bigint NOT NULL,
    uploaded_by uuid REFERENCES person,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (id, organ_id)
  )`;

/** What goes out, what came in twice, and what came with it. */
export class Traffic1764000000003 extends ForwardOnly {
  readonly name = 'Traffic1764000000003';
  protected readonly statements = [
    OUTBOX,
    'CREATE INDEX outbox_unsent ON outbox (created_at) WHERE sent_at IS NULL',
    'CREATE INDEX outbox_undone ON outbox (sent_at) WHERE sent_at IS NOT NULL AND done_at IS NULL',
    IDEMPOTENCY_KEY,
    'CREATE INDEX idempotency_key_created ON idempotency_key (created_at)',
    STORED_FILE,
  ];
}
