import type { LocalDate } from '@gongkai/calendar';
import { json, type Parameter } from '@gongkai/platform';

/** A row of `notification` before it goes anywhere. */
export type NewNotification = {
  readonly id: string;
  /** What is told; each person is told it once. */
  readonly key: string;
  readonly person_id: string;
  readonly for_person_id: string | null;
  readonly told_as: string;
  readonly case_id: string;
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
};

const COLUMNS = [
  ...['id', 'key', 'person_id', 'for_person_id', 'told_as', 'case_id', 'kind', 'subject', 'due', 'provisional', 'rung'],
  ...['working_days', 'ring_on', 'attempt', 'acknowledge', 'created_at', 'not_before', 'repeat_at', 'delivery'],
].join(', ');

/**
 * Adds the notifications of parameter $1 that the person was not told before, as a part of a larger statement.
 * @param only what else has to hold of a row called `fresh`
 */
export const addNotifications = (only = 'true'): string => `
  INSERT INTO notification (${COLUMNS})
  SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::notification, $1::jsonb) AS fresh WHERE ${only}
  ON CONFLICT (person_id, key) DO NOTHING
  RETURNING id, person_id, created_at, not_before`;

/**
 * A job for each notification that a part called `told` has added. The database's clock decides when it is time: what is handed
 * over is how long, by the office's clock.
 */
export const sendAdded = `
  INSERT INTO outbox (id, job, payload, next_at)
  SELECT gen_random_uuid(), 'deliver-notification', jsonb_build_object('notificationId', id), now() + (not_before - created_at)
    FROM told`;

/** The value of $1. */
export const notificationsJson = (rows: readonly NewNotification[]): Parameter => json(rows);
