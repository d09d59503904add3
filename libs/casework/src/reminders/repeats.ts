import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import type { Statement } from '@gongkai/platform';
import type { ReminderLadders } from '@gongkai/statutes';
import type { Colleague } from './colleagues.js';
import { isOwed, reminderKey, wasTriedOn } from './due-reminders.js';
import { isPassedOn } from './notification-views.js';
import { addNotifications, notificationsJson, sendAdded, type NewNotification } from './new-notifications.js';
import { SET, type Hour, type Planning, type Work } from './set-work.js';

/** A reminder that was to be acknowledged by now. */
type Unanswered = Pick<
  NewNotification,
  'id' | 'person_id' | 'for_person_id' | 'told_as' | 'case_id' | 'subject' | 'provisional' | 'rung' | 'working_days' | 'channels'
> & {
  readonly case_id: string;
  readonly due: LocalDate;
  readonly ring_on: LocalDate;
  readonly attempt: number;
  readonly repeat_at: Date;
  readonly organ_path: readonly string[];
  readonly statute: string;
  readonly assignee_id: string | null;
  /** Nobody told by the same list has acknowledged it, its deadline is still owed, and no later ring has come. */
  readonly matters: boolean;
};

/**
 * Its next ring is due: it comes in place of this one. Until the clock that rings it has committed, this is all that others see of it;
 * afterwards they see the alarm set on and the later ring, together.
 */
const IS_ABOUT_TO_RING = `EXISTS (
  SELECT FROM alarm
   WHERE alarm.case_id = one.case_id AND alarm.kind = 'reminder' AND alarm.subject = one.subject AND alarm.rings_on <= $5)`;

/** When its person was first told: what somebody confirmed before that, of a case passed on since, they have not. */
const FIRST_TOLD = `(
  SELECT min(first.created_at) FROM notification AS first
   WHERE (first.case_id, first.subject, first.due, first.ring_on, first.told_as, first.person_id)
     = (one.case_id, one.subject, one.due, one.ring_on, one.told_as, one.person_id))`;

/** Reminders that come again by now, after one of them, locked. */
const takeUnanswered = ({ now, today }: Hour, after: Unanswered | null): Statement => ({
  name: 'unanswered-reminders',
  text: `
    SELECT one.id, one.person_id, one.for_person_id, one.told_as, one.case_id, one.subject, one.due, one.provisional, one.rung,
           one.working_days, one.ring_on, one.attempt, one.channels, one.repeat_at, organ.path AS organ_path, case_file.statute, case_file.assignee_id,
           NOT EXISTS (
             SELECT FROM notification AS other
              WHERE other.case_id = one.case_id AND other.subject = one.subject AND other.due = one.due
                AND (other.ring_on > one.ring_on
                  OR (other.ring_on = one.ring_on AND other.told_as = one.told_as AND other.acknowledged_by IS NOT NULL
                  AND other.created_at >= ${FIRST_TOLD})))
           AND ${isOwed('one')}
           AND NOT (one.working_days = 0 AND ${wasTriedOn('one', 'one.ring_on')}) AS matters
      FROM notification AS one JOIN case_file ON case_file.id = one.case_id JOIN organ ON organ.id = case_file.organ_id
     WHERE one.repeat_at <= $1 AND (one.repeat_at, one.id) > ($2::timestamptz, $3::uuid) AND NOT ${IS_ABOUT_TO_RING}
     ORDER BY one.repeat_at, one.id LIMIT $4
       FOR KEY SHARE OF case_file SKIP LOCKED FOR UPDATE OF one SKIP LOCKED`,
  values: [now, ...(after ? [after.repeat_at, after.id] : BEFORE_ALL), SET, today],
});

const BEFORE_ALL = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** The same again to the same person, some times; then, or once they are away, to whoever stands in for them. */
function again(one: Unanswered, planning: Planning): NewNotification[] {
  const { reminders } = planning.laws.lawOf(one.statute, planning.today);
  if (!one.matters || isPassedOn(one, one.assignee_id, reminders)) return [];
  const isLast = one.attempt >= reminders.acknowledgement.repeats;
  const stand = isLast || planning.colleagues.isAbsent(one.person_id) ? standIn(one, reminders, planning) : null;
  if (stand !== null) return [{ ...repeat(one, stand.id, planning), for_person_id: one.person_id, repeat_at: null }];
  return isLast ? [] : [repeat(one, one.person_id, planning)];
}

function standIn(one: Unanswered, { recipients, substitutes }: ReminderLadders, { colleagues }: Planning): Colleague | null {
  const role = recipients[one.told_as]?.role;
  return role === undefined ? null : colleagues.substituteOf(one.person_id, role, substitutes);
}

function repeat(one: Unanswered, personId: string, { now, hours }: Planning): NewNotification {
  const { case_id, subject, due, provisional, rung, working_days, ring_on, told_as, for_person_id, channels } = one;
  const attempt = one.attempt + 1;
  return {
    ...{ id: randomUUID(), case_id, kind: 'reminder', subject, due, provisional, rung, working_days, ring_on, told_as, attempt },
    key: reminderKey({ case_id, subject, due, ring_on, attempt }),
    person_id: personId,
    for_person_id,
    acknowledge: true,
    created_at: now,
    not_before: hours.notBefore,
    repeat_at: hours.repeatAt,
    delivery: 'waiting',
    channels,
  };
}

type Planned = { readonly one: Unanswered; readonly told: readonly NewNotification[]; readonly unheard: false };

/** The one statement of a set: what comes again, and that what came before does not. */
const writeRepeats = (planned: readonly Planned[]): Statement => ({
  name: 'write-repeats',
  text: `
    WITH told AS (${addNotifications()}),
    answered AS (UPDATE notification SET repeat_at = NULL WHERE id = ANY ($2::uuid[])),
    ${sendAdded}
    SELECT person_id FROM told`,
  values: [notificationsJson(planned.flatMap(({ told }) => told)), planned.map(({ one }) => one.id)],
});

/** Reminders that nobody has acknowledged in time. */
export const unansweredReminders: Work<Unanswered, Planned> = {
  take: takeUnanswered,
  plan: (one, planning) => ({ one, told: again(one, planning), unheard: false }),
  write: writeRepeats,
};
