import type { LocalDate } from '@gongkai/calendar';
import { json, type Parameter } from '@gongkai/platform';
import type { Channel } from '@gongkai/statutes';

/** A row of `notification` before it goes anywhere. */
export type NewNotification = {
  readonly id: string;
  /** What is told; each person is told it once. */
  readonly key: string;
  readonly person_id: string;
  readonly for_person_id: string | null;
  readonly told_as: string;
  /** null where it is about what an organ owes without a case. */
  readonly case_id: string | null;
  readonly organ_id?: string;
  readonly kind: 'reminder' | 'turn' | 'news';
  readonly subject: string;
  readonly due: LocalDate | null;
  readonly provisional: boolean;
  readonly rung: string | null;
  readonly working_days: number | null;
  readonly ring_on: LocalDate;
  readonly attempt: number;
  readonly acknowledge: boolean;
  readonly created_at: Date;
  readonly not_before: Date;
  readonly repeat_at: Date | null;
  /** Shown in the program at once, or waiting for its job. */
  readonly delivery: 'waiting' | 'shown';
  /** By which ways it goes out of the program. */
  readonly channels: readonly Channel[];
};

const COLUMNS = [
  ...[
    'id',
    'key',
    'person_id',
    'for_person_id',
    'told_as',
    'case_id',
    'organ_id',
    'kind',
    'subject',
    'due',
    'provisional',
    'rung',
  ],
  ...['working_days', 'ring_on', 'attempt', 'acknowledge', 'created_at', 'not_before', 'repeat_at', 'delivery', 'channels'],
].join(', ');

/**
 * Adds the notifications of parameter $1 that the person was not told before, as a part of a larger statement.
 * @param only what else has to hold of a row called `fresh`
 */
export const addNotifications = (only = 'true'): string => `
  INSERT INTO notification (${COLUMNS})
  SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::notification, $1::jsonb) AS fresh WHERE ${only}
  ON CONFLICT (person_id, key) DO NOTHING
  RETURNING id, person_id, kind, told_as, channels, created_at, not_before`;

/** The places outside at which somebody told is told too: of their organ, or of one above that takes in those below. */
export const MEANT_FOR = `
  webhook_target.active AND told.kind = ANY (webhook_target.kinds) AND 'webhook' = ANY (told.channels)
  AND (webhook_target.recipients IS NULL OR told.told_as = ANY (webhook_target.recipients))
  AND (webhook_target.organ_id = organ.id OR (webhook_target.below AND organ.path @> ARRAY[webhook_target.organ_id]))`;

/** What goes out together waits a minute for what is told by the next sets of the same round. */
const TOGETHER = `interval '1 minute'`;

/**
 * Parts of a larger statement, after one called `told` that has added notifications: a job for each, and for each place outside one for
 * all of them. The database's clock decides when it is time: what is handed over is how long, by the office's clock.
 */
export const sendAdded = `
  mailed AS (
    INSERT INTO outbox (id, job, payload, next_at)
    SELECT gen_random_uuid(), 'deliver-notification', jsonb_build_object('notificationId', told.id),
           now() + (not_before - created_at)
             + CASE WHEN kind = 'reminder' AND person.reminder_mails = 'digest' THEN ${TOGETHER} ELSE interval '0' END
      FROM told JOIN person ON person.id = told.person_id
  ),
  meant AS (
    SELECT webhook_target.id AS target_id, told.id AS notification_id, told.not_before, told.not_before - told.created_at AS wait
      FROM told JOIN person ON person.id = told.person_id JOIN organ ON organ.id = person.organ_id
      JOIN webhook_target ON ${MEANT_FOR}
  ),
  batches AS (SELECT target_id, gen_random_uuid() AS batch, max(wait) AS wait FROM meant GROUP BY target_id),
  hooked AS (
    INSERT INTO webhook_message (id, target_id, notification_id, batch, not_before)
    SELECT gen_random_uuid(), target_id, notification_id, batch, not_before FROM meant JOIN batches USING (target_id)
  ),
  posted AS (
    INSERT INTO outbox (id, job, payload, next_at)
    SELECT gen_random_uuid(), 'deliver-webhook', jsonb_build_object('targetId', target_id, 'batch', batch), now() + wait + ${TOGETHER}
      FROM batches
  )`;

/** The value of $1. */
export const notificationsJson = (rows: readonly NewNotification[]): Parameter => json(rows);
