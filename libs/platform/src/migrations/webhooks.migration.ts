import { ForwardOnly } from './forward-only.js';

/**
 * Where an organ has its people told beside their mailboxes: a robot of WeCom or DingTalk, or a gateway. Address and secret are sealed;
 * the host alone can be read.
 */
const TARGET = `
  CREATE TABLE webhook_target (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    name text NOT NULL,
    format text NOT NULL CHECK (format IN ('signed', 'wecom', 'dingtalk')),
    host text NOT NULL,
    sealed bytea NOT NULL,
    below boolean NOT NULL,
    kinds text[] NOT NULL,
    recipients text[],
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL
  )`;

/** A notification on its way to such a place. Those of one batch were told together, and one job answers for them. */
const MESSAGE = `
  CREATE TABLE webhook_message (
    id uuid PRIMARY KEY,
    target_id uuid NOT NULL REFERENCES webhook_target ON DELETE CASCADE,
    notification_id uuid NOT NULL REFERENCES notification ON DELETE CASCADE,
    batch uuid NOT NULL,
    not_before timestamptz NOT NULL,
    delivery text NOT NULL DEFAULT 'waiting' CHECK (delivery IN ('waiting', 'sent', 'shown', 'failed')),
    sent_at timestamptz,
    proof text,
    UNIQUE (target_id, notification_id)
  )`;

/** People are told over webhooks too, and a rung says over which channels. */
export class Webhooks1795901000005 extends ForwardOnly {
  readonly name = 'Webhooks1795901000005';
  protected readonly statements = [
    TARGET,
    MESSAGE,
    'CREATE INDEX webhook_target_organ ON webhook_target (organ_id)',
    'CREATE INDEX webhook_message_notification ON webhook_message (notification_id)',
    `CREATE INDEX webhook_message_open ON webhook_message (target_id, not_before) WHERE delivery IN ('waiting', 'failed')`,
    `ALTER TABLE notification ADD COLUMN channels text[] NOT NULL DEFAULT '{mail,webhook}'`,
    // What waits for a person goes out in one letter, or each in its own.
    `ALTER TABLE person ADD COLUMN reminder_mails text NOT NULL DEFAULT 'digest' CHECK (reminder_mails IN ('digest', 'each'))`,
  ];
}
