import { ForwardOnly } from './forward-only.js';

/**
 * A row of the outbox says itself when it is to be sent, for the first time or again: queues may lose everything. What failed too
 * often, or can never be done, is dead and waits for a person.
 */
export class Delivery1795647697250 extends ForwardOnly {
  readonly name = 'Delivery1795647697250';
  protected readonly statements = [
    `ALTER TABLE outbox
      ADD COLUMN next_at timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN attempts integer NOT NULL DEFAULT 0,
      ADD COLUMN last_error text,
      ADD COLUMN dead_at timestamptz`,
    'DROP INDEX outbox_unsent, outbox_undone',
    'CREATE INDEX outbox_due ON outbox (next_at) WHERE done_at IS NULL AND dead_at IS NULL',
    'CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL',
    'CREATE INDEX outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL',
  ];
}
