import { ForwardOnly } from './forward-only.js';

/** The outbox keeps when a notification goes out and how often that was tried: its own columns for it are gone. */
export class Mail1795651089564 extends ForwardOnly {
  readonly name = 'Mail1795651089564';
  protected readonly statements = [
    'ALTER TABLE notification DROP COLUMN next_try_at, DROP COLUMN tries, DROP CONSTRAINT notification_delivery_check',
    `ALTER TABLE notification ADD CONSTRAINT notification_delivery_check CHECK (delivery IN ('waiting', 'sent', 'shown', 'failed'))`,
  ];
}
