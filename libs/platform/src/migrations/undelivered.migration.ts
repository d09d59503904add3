import { ForwardOnly } from './forward-only.js';

/** Letters that a mail server refused are few among millions, and are looked for. */
export class Undelivered1795838000000 extends ForwardOnly {
  readonly name = 'Undelivered1795838000000';
  protected readonly statements = [
    `CREATE INDEX notification_undelivered ON notification (not_before) WHERE delivery = 'failed' AND acknowledged_at IS NULL`,
  ];
}
