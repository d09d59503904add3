import type { LocalDate } from '@gongkai/calendar';
import {
  NewsName,
  isOrganNews,
  type DeliveryState,
  type NotificationView,
  type PutOff,
  type PersonRef,
  type ReminderView,
  type Ring,
} from '@gongkai/contracts';
import type { ReminderLadders } from '@gongkai/statutes';
import { entryOfKey } from './news-key.js';
import { STEPS_WATCHED } from './watchers.js';

/** A row of `notification` as it is read, with the names beside it. */
export type NotificationRow = {
  readonly id: string;
  readonly key: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly for_person_id: string | null;
  readonly for_person_name: string | null;
  readonly told_as: string;
  /** null, as the next two, of what an organ owes without a case. */
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly case_subject: string | null;
  readonly organ_code: string | null;
  readonly organ_zh: string | null;
  readonly organ_en: string | null;
  /** The law it stands under; null of what is about no case. */
  readonly case_statute: string | null;
  /** Whose ladders it was rung by. */
  readonly under_organ: string | null;
  /** The day on which an applicant waits at the counter for the answer. */
  readonly case_waits_on: LocalDate | null;
  readonly kind: NotificationView['kind'];
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
  readonly acknowledged_at: Date | null;
  readonly acknowledged_by: string | null;
  readonly delivery: DeliveryState;
  readonly mail_to: string | null;
  readonly message_id: string | null;
  readonly sent_at: Date | null;
  readonly proof: string | null;
  readonly put_off_until: Date | null;
  /** Each time it was put off, the first one first. */
  readonly put_offs: readonly PutOff[];
  /** With news of a watched case: how many steps it tells of. */
  readonly steps: number | null;
  /** With news that tell of several cases at once. */
  readonly cases: number | null;
};

/** A moment as JSON has it. */
const iso = (moment: string): string => `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What such rows are read from; the table is called `told`. */
export const NOTIFICATIONS = `
  SELECT told.*, ${STEPS_WATCHED} AS steps, person.name AS person_name, away.name AS for_person_name, case_file.number AS case_number,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('at', ${iso('at')}, 'until', ${iso('until')}) ORDER BY at), '[]')
            FROM notification_put_off WHERE notification_id = told.id) AS put_offs,
         case_file.statute AS case_statute, coalesce(case_file.organ_id, told.organ_id) AS under_organ, own.code AS organ_code, own.name_zh AS organ_zh, own.name_en AS organ_en,
         case_file.subject AS case_subject,
         CASE WHEN case_file.closed_on IS NULL AND case_file.file -> 'receipt' ? 'onTheSpot' THEN case_file.received_on END AS case_waits_on
    FROM notification AS told
    JOIN person ON person.id = told.person_id
    LEFT JOIN person AS away ON away.id = told.for_person_id
    LEFT JOIN case_file ON case_file.id = told.case_id
    LEFT JOIN organ AS own ON own.id = told.organ_id`;

/** On which day it is read, and the working days from then to a day. */
type Reading = {
  readonly today: LocalDate;
  readonly daysTo: (due: LocalDate) => number;
  readonly mayPutOff: () => boolean;
};

/** What a person was told, for their own list. */
export const notificationView = (row: NotificationRow, { today, daysTo, mayPutOff }: Reading): NotificationView => ({
  id: row.id,
  kind: row.kind,
  at: row.not_before.toISOString(),
  case: caseOf(row),
  ...dutyOf(row),
  ring: row.kind === 'reminder' ? ringOf(row) : null,
  daysLeft: row.due === null ? null : daysTo(row.due),
  step: row.kind === 'turn' ? row.subject : null,
  ...(row.kind === 'turn' && row.case_waits_on === today ? { onTheSpot: true } : {}),
  ...(row.kind === 'news' ? newsOf(row) : {}),
  ...countsOf(row),
  inSteadOf: inSteadOf(row),
  mustAcknowledge: row.acknowledge,
  acknowledgedAt: isoOf(row.acknowledged_at),
  settled: isSettled(row),
  ...putOffOf(row, mayPutOff()),
});

/** How far it is put off, and whether it can be. */
const putOffOf = (
  { put_off_until: until }: NotificationRow,
  mayPutOff: boolean,
): Pick<NotificationView, 'mayPutOff' | 'putOffUntil'> => ({
  ...(mayPutOff ? { mayPutOff: true } : {}),
  ...(until === null ? {} : { putOffUntil: until.toISOString() }),
});

const caseOf = ({ case_id: id, case_number: number, case_subject: subject }: NotificationRow): NotificationView['case'] =>
  id === null ? null : { id, number: number ?? '', subject: subject ?? '' };

/** Whose duty it is, where it is about no case. */
const dutyOf = ({ organ_code: code, organ_zh, organ_en }: NotificationRow): Pick<NotificationView, 'organ'> =>
  code === null ? {} : { organ: { code, name: { 'zh-CN': organ_zh ?? '', en: organ_en ?? '' } } };

/** The subject names what happened, and of an annual report its year and scope: `report-entry-submitted:2026:below`. */
function newsOf({ key, subject }: NotificationRow): Pick<NotificationView, 'news' | 'entryId' | 'report' | 'about'> {
  const entryId = entryOfKey(key);
  const [name, about, scope] = subject.split(':');
  const news = NewsName.parse(name);
  return {
    news,
    ...(about === undefined || scope === undefined ? {} : { report: { year: about, scope } }),
    ...(about !== undefined && isOrganNews(news) ? { about } : {}),
    ...(entryId === undefined ? {} : { entryId }),
  };
}

/** Of news that tell of several things at once: how many. */
const countsOf = ({ steps, cases }: NotificationRow): Pick<NotificationView, 'steps' | 'cases'> => ({
  ...(steps === null ? {} : { steps }),
  ...(cases === null ? {} : { cases }),
});

/** A reminder, for the case. */
export const reminderView = (row: NotificationRow): ReminderView => ({
  id: row.id,
  ring: ringOf(row),
  person: { id: row.person_id, name: row.person_name },
  inSteadOf: inSteadOf(row),
  toldAs: row.told_as,
  recordedAt: row.created_at.toISOString(),
  notBefore: row.not_before.toISOString(),
  delivery: row.delivery,
  mailTo: row.mail_to,
  sentAt: isoOf(row.sent_at),
  messageId: row.message_id,
  proof: row.proof,
  mustAcknowledge: row.acknowledge,
  acknowledgedAt: isoOf(row.acknowledged_at),
  settled: isSettled(row),
  ...(row.put_offs.length === 0 ? {} : { putOff: [...row.put_offs] }),
});

/** A reminder has a date, a rung and its distance. */
function ringOf(row: NotificationRow): Ring {
  const [deadline = '', about = null] = row.subject.split(':');
  return {
    deadline,
    about,
    due: row.due ?? row.ring_on,
    provisional: row.provisional,
    rung: row.rung ?? '',
    workingDays: row.working_days ?? 0,
    on: row.ring_on,
    attempt: row.attempt,
  };
}

type Meant = Pick<NotificationRow, 'person_id' | 'for_person_id' | 'told_as' | 'attempt'>;

/**
 * It was meant for whoever holds the case, and somebody else holds it now. The last attempt goes to who stands in for whoever was
 * told before, at once, and is not asked.
 */
export function isPassedOn(
  { person_id, for_person_id, told_as, attempt }: Meant,
  assigneeId: string | null,
  { recipients, acknowledgement }: ReminderLadders,
): boolean {
  if (assigneeId === null || recipients[told_as]?.of !== 'case' || attempt > acknowledgement.repeats) return false;
  return assigneeId !== person_id && assigneeId !== for_person_id;
}

/** Nobody acknowledged it: what it told of is done, has another day, or is another's. */
export const isSettled = ({ acknowledged_at, acknowledged_by }: NotificationRow): boolean =>
  acknowledged_at !== null && acknowledged_by === null;

const inSteadOf = ({ for_person_id: id, for_person_name: name }: NotificationRow): PersonRef | null =>
  id === null ? null : { id, name: name ?? '' };
const isoOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;
