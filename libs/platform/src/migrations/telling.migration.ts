import { ForwardOnly } from './forward-only.js';

/**
 * What a person was told, once: the key says what, and stands once for each person. Beside it when it may go out, the proof that
 * it did, and who confirmed that it was read. Acknowledged by nobody means that it no longer matters.
 */
const NOTIFICATION = `
  CREATE TABLE notification (
    id uuid PRIMARY KEY,
    key text NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    for_person_id uuid REFERENCES person,
    told_as text NOT NULL,
    case_id uuid NOT NULL REFERENCES case_file,
    kind text NOT NULL,
    subject text NOT NULL,
    due date,
    provisional boolean NOT NULL DEFAULT false,
    rung text,
    working_days integer,
    ring_on date NOT NULL,
    attempt integer NOT NULL DEFAULT 0,
    acknowledge boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    not_before timestamptz NOT NULL,
    repeat_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by uuid REFERENCES person,
    delivery text NOT NULL DEFAULT 'waiting' CHECK (delivery IN ('waiting', 'sending', 'sent', 'shown', 'failed')),
    next_try_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    mail_to text,
    message_id text,
    sent_at timestamptz,
    proof text,
    UNIQUE (person_id, key)
  )`;

/** Alarms that told people, each of its own kind, become reminders by the name of their deadline; the clock finds their rung. */
const OLD_KINDS = `DELETE FROM alarm WHERE kind IN ('reply_due', 'unconfirmed', 'remedy_answer')`;
const NEW_KIND = `
  INSERT INTO alarm (case_id, kind, subject, rings_on, due, provisional)
  SELECT case_id, 'reminder', name, coalesce(due, provisional), coalesce(due, provisional), due IS NULL
    FROM deadline
   WHERE coalesce(due, provisional) IS NOT NULL
     AND name NOT IN ('correctionNoticeDeadline', 'replyDueAtRegistration', 'replyDue', 'extendedDue', 'cautiousFinalDue', 'redoDue')
      ON CONFLICT DO NOTHING`;

/** Who is told what, by which way, and what waits to be told. */
export class Telling1795646483604 extends ForwardOnly {
  readonly name = 'Telling1795646483604';
  protected readonly statements = [
    'ALTER TABLE person ADD COLUMN email text',
    NOTIFICATION,
    'CREATE INDEX notification_unread ON notification (person_id, not_before) WHERE acknowledged_at IS NULL',
    'CREATE INDEX notification_person ON notification (person_id, not_before, id)',
    'CREATE INDEX notification_case ON notification (case_id, subject, due, ring_on)',
    `CREATE INDEX notification_undelivered ON notification (next_try_at) WHERE delivery IN ('waiting', 'sending')`,
    'CREATE INDEX notification_repeats ON notification (repeat_at) WHERE repeat_at IS NOT NULL',
    'ALTER TABLE alarm ADD COLUMN due date, ADD COLUMN provisional boolean NOT NULL DEFAULT false',
    // A reminder that has rung for the last time stays, without a day, while its deadline is neither met nor moved.
    'ALTER TABLE alarm ALTER COLUMN rings_on DROP NOT NULL',
    OLD_KINDS,
    NEW_KIND,
  ];
}
