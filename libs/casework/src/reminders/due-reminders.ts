import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { json, type Statement } from '@gongkai/platform';
import { ladderFor, remindersFor, type AlarmName, type Reminder } from '@gongkai/statutes';
import type { Told } from './colleagues.js';
import { addNotifications, notificationsJson, sendAdded, type NewNotification } from './new-notifications.js';
import { SET, type Hour, type Planning, type Work } from './set-work.js';

/** A reminder that is due, with what decides who hears it. */
export type DueReminder = {
  readonly case_id: string;
  readonly subject: string;
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly rings_on: LocalDate;
  readonly organ_path: readonly string[];
  readonly assignee_id: string | null;
  /** Who answers for the unit that the deadline is about. */
  readonly asked_id: string | null;
  /** Down to their organ, which may be one below that of the case; empty of what asks no unit. */
  readonly asked_path: readonly string[];
  readonly statute: string;
  /** The supervisor who gave the order that the deadline is about. */
  readonly giver_id: string | null;
  /** Somebody has tried to reach the applicant today. */
  readonly tried_today: boolean;
};

/** Whether it is about an arrival, and somebody tried to reach the applicant on that day. @param table of the case and the subject */
export const wasTriedOn = (table: string, day: string): string => `(${table}.subject = 'arrival' AND EXISTS (
  SELECT FROM journal
   WHERE journal.case_id = ${table}.case_id AND journal.type = 'CONTACT_ATTEMPTED' AND journal.fact ->> 'on' = (${day})::text))`;

/** The reminders due by today, after one of them, locked. What somebody else works at is left to them. */
const takeDue = ({ today }: Hour, after: DueReminder | null): Statement => ({
  name: 'due-reminders',
  // The key of the case is locked as well: a command that changes it would wait for our alarms while we wait for its case.
  text: `
    SELECT alarm.case_id, alarm.subject, alarm.due, alarm.provisional, alarm.rings_on,
           organ.path AS organ_path, case_file.assignee_id, case_file.statute,
           coalesce(helper.id::text, ordered.who) AS asked_id, coalesce(theirs.path, '{}') AS asked_path, ordered.giver AS giver_id,
           ${wasTriedOn('alarm', '$1::date')} AS tried_today
      FROM alarm JOIN case_file ON case_file.id = alarm.case_id JOIN organ ON organ.id = case_file.organ_id
      LEFT JOIN person AS helper ON helper.id = (
        SELECT (asked ->> 'person')::uuid FROM jsonb_array_elements(case_file.file -> 'unitRequests') AS asked
         WHERE alarm.subject = 'unitDue:' || (asked ->> 'id'))
      LEFT JOIN organ AS theirs ON theirs.id = helper.organ_id
      LEFT JOIN LATERAL (
        SELECT coalesce(one ->> 'person', case_file.assignee_id::text) AS who, one #>> '{demands,-1,by}' AS giver
          FROM jsonb_array_elements(case_file.file -> 'orders') AS one WHERE alarm.subject = 'orderDue:' || (one ->> 'id')
      ) AS ordered ON true
     WHERE alarm.kind = 'reminder' AND alarm.rings_on <= $1
       AND (alarm.rings_on, alarm.case_id, alarm.subject) > ($2::date, $3::uuid, $4)
     ORDER BY alarm.rings_on, alarm.case_id, alarm.subject LIMIT $5
       FOR KEY SHARE OF case_file SKIP LOCKED FOR UPDATE OF alarm SKIP LOCKED`,
  values: [today, ...(after ? [after.rings_on, after.case_id, after.subject] : BEFORE_ALL), SET],
});

const BEFORE_ALL = ['0001-01-01', '00000000-0000-0000-0000-000000000000', ''] as const;

/** When an alarm rings next, and whom it reaches now. */
type Planned = {
  readonly alarm: Pick<DueReminder, 'case_id' | 'subject'> & { readonly rings_on: LocalDate | null };
  readonly told: readonly NewNotification[];
  /** It rang, and the office has nobody to tell. */
  readonly unheard: boolean;
};

/** Who was not told for a week is told where things stand: the last ring up to today, and none of those before it. */
function planDue(due: DueReminder, planning: Planning): Planned {
  const { laws, today, colleagues } = planning;
  const { calendar, reminders } = laws.lawOf(due.statute, today, due.organ_path.at(-1));
  const [deadline] = due.subject.split(':');
  const { current, next } = remindersFor(due.due, today, calendar, ladderFor(reminders, deadline as AlarmName));
  const alarm = { case_id: due.case_id, subject: due.subject, rings_on: next?.on ?? null };
  if (current === null || isStale(current, due.due, today) || isDone(current, due)) return { alarm, told: [], unheard: false };
  const belonging = { path: due.organ_path, assigneeId: due.assignee_id, askedId: due.asked_id, giverId: due.giver_id };
  const told = colleagues.toldBy(current.tell, reminders, belonging);
  return { alarm, told: told.map((one) => reminderRow(due, current, one, planning)), unheard: told.length === 0 };
}

/** It announces a day that has passed meanwhile. */
export const isStale = ({ workingDays }: Reminder, due: LocalDate, today: LocalDate): boolean => workingDays <= 0 && today > due;

/** On the day of an arrival somebody is to call (REG 31(2)): who has tried that day need not be told to. */
const isDone = ({ workingDays }: Reminder, { tried_today }: DueReminder): boolean => workingDays === 0 && tried_today;

function reminderRow(
  { case_id, subject, due, provisional }: DueReminder,
  { rung, on, workingDays, by, acknowledge }: Reminder,
  { personId, forPersonId, toldAs }: Told,
  { now, hours }: Planning,
): NewNotification {
  return {
    id: randomUUID(),
    key: reminderKey({ case_id, subject, due, ring_on: on, attempt: 0 }),
    person_id: personId,
    for_person_id: forPersonId,
    told_as: toldAs,
    case_id,
    kind: 'reminder',
    subject,
    due,
    provisional,
    rung,
    working_days: workingDays,
    ring_on: on,
    attempt: 0,
    acknowledge,
    created_at: now,
    not_before: hours.notBefore,
    repeat_at: acknowledge ? hours.repeatAt : null,
    delivery: 'waiting',
    channels: by,
  };
}

type Keyed = Pick<NewNotification, 'case_id' | 'subject' | 'due' | 'ring_on' | 'attempt'>;
/** The name of a ring: whoever rings it, and however often, it is the same. */
export const reminderKey = ({ case_id, subject, due, ring_on, attempt }: Keyed): string =>
  ['reminder', case_id, subject, due, ring_on, attempt].join(' ');

/** Whether the deadline of a told reminder, or the duty of an organ, is still owed, by that day: met or moved it is not written down. @param told the table's name */
export const isOwed = (told: string): string => `(EXISTS (
  SELECT FROM alarm
   WHERE alarm.case_id = ${told}.case_id AND alarm.kind = 'reminder' AND alarm.subject = ${told}.subject AND alarm.due = ${told}.due)
  OR EXISTS (
  SELECT FROM organ_duty
   WHERE (organ_duty.organ_id, organ_duty.subject, organ_duty.due) = (${told}.organ_id, ${told}.subject, ${told}.due)))`;

/** A ring that somebody was told of has rung, and what lies before it where the ladder has changed since; but who holds the case now is owed it, told by themselves or through a substitute. */
const HAS_NOT_RUNG = `NOT EXISTS (
  SELECT FROM notification AS rung JOIN case_file ON case_file.id = rung.case_id
   WHERE rung.case_id = fresh.case_id AND rung.subject = fresh.subject AND rung.due = fresh.due
     AND rung.ring_on >= fresh.ring_on AND rung.kind = 'reminder'
     AND (case_file.assignee_id IS NULL
       OR case_file.assignee_id NOT IN (fresh.person_id, coalesce(fresh.for_person_id, fresh.person_id))
       OR case_file.assignee_id IN (rung.person_id, coalesce(rung.for_person_id, rung.person_id))))`;

/** The one statement of a set: who is told, and when each alarm rings next. */
const writeDue = (planned: readonly Planned[]): Statement => ({
  name: 'write-due-reminders',
  text: `
    WITH told AS (${addNotifications(HAS_NOT_RUNG)}),
    moved AS (
      UPDATE alarm SET rings_on = next.rings_on
        FROM jsonb_populate_recordset(NULL::alarm, $2::jsonb) AS next
       WHERE alarm.kind = 'reminder' AND (alarm.case_id, alarm.subject) = (next.case_id, next.subject)
    ),
    ${sendAdded}
    SELECT person_id FROM told`,
  values: [notificationsJson(planned.flatMap(({ told }) => told)), json(planned.map(({ alarm }) => alarm))],
});

/** Reminders whose day has come. */
export const dueReminders: Work<DueReminder, Planned> = { take: takeDue, plan: planDue, write: writeDue };
