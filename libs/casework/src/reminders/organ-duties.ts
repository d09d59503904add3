import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import type { DutyName } from '@gongkai/contracts';
import { json, officeDay, type Clock, type CommandPool, type OpenTransaction, type Statement } from '@gongkai/platform';
import { ladderFor, remindersFor, type Reminder } from '@gongkai/statutes';
import { underCalendar } from '../calendars/edition.js';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues, type Told } from './colleagues.js';
import { isStale } from './due-reminders.js';
import { loudHours } from './loud-hours.js';
import { addNotifications, notificationsJson, sendAdded, type NewNotification } from './new-notifications.js';

/** What an organ owes without a case, until a day: its annual report, an answer to a demand. */
type OrganDuty = {
  readonly organId: string;
  readonly deadline: DutyName;
  /** The year, the number or the id of what it is about. */
  readonly about: string;
  readonly due: LocalDate;
  /** The date rests on a calendar that is not published. */
  readonly provisional?: boolean;
};

/** With the first day on which it was owed and the first on which it was so no more: null while nobody knows of one. */
export type OwedDuty = OrganDuty & { readonly since: LocalDate; readonly until: LocalDate | null };

/** From one day to another; a round asks for one day alone. */
type DutyDays = { readonly from: LocalDate; readonly to: LocalDate };

/**
 * Says what was owed on any of these days, by what is known today. It reads in the transaction of the round. Each is reckoned by itself:
 * one whose day no calendar has yet does not keep the others waiting.
 */
export type DutySource = (days: DutyDays, read: OpenTransaction['read']) => Promise<readonly (() => OwedDuty)[]>;

export type DutyClockParts = {
  readonly pool: CommandPool;
  readonly laws: LawShelf;
  readonly clock: Clock;
  readonly sources: readonly DutySource[];
};

/** What a round came to. */
export type RoundOfDuties = {
  /** Notifications written. */
  readonly told: number;
  /** Rings for which the office has nobody to tell. */
  readonly unheard: readonly OrganDuty[];
  /** What stood in the way of others: the next round tries them again. */
  readonly failed: readonly unknown[];
};

type DutyRow = OrganDuty & { readonly path: readonly string[] };
type Rings = { readonly duty: OrganDuty; readonly told: readonly NewNotification[] };
type Hour = { readonly today: LocalDate; readonly colleagues: Colleagues; readonly now: Date; readonly notBefore: Date };

/** One at a time: what is owed is written down anew as a whole. */
const ALONE: Statement = { name: 'duties-alone', text: 'SELECT pg_advisory_xact_lock(7110524)' };

const readPaths = (ids: readonly string[]): Statement => ({
  name: 'paths-of-organs',
  text: 'SELECT id, path FROM organ WHERE id = ANY ($1::uuid[])',
  values: [ids],
});

/** A ring that somebody was told of has rung, and what lies before it where the ladder has changed since. */
const HAS_NOT_RUNG = `NOT EXISTS (
  SELECT FROM notification AS rung
   WHERE rung.organ_id = fresh.organ_id AND rung.subject = fresh.subject AND rung.due = fresh.due
     AND rung.kind = 'reminder' AND rung.ring_on >= fresh.ring_on)`;

const TELL = `WITH told AS (${addNotifications(HAS_NOT_RUNG)}), ${sendAdded} SELECT person_id FROM told`;

/** What is owed stands in the place of what was; what was told of a duty that is met or moved presses nobody any more. */
const WRITE_DOWN = `
  WITH owed AS (SELECT * FROM jsonb_populate_recordset(NULL::organ_duty, $1::jsonb)),
  met AS (
    DELETE FROM organ_duty WHERE NOT EXISTS (
      SELECT FROM owed WHERE (owed.organ_id, owed.subject, owed.due) = (organ_duty.organ_id, organ_duty.subject, organ_duty.due))
  ),
  settled AS (
    UPDATE notification SET acknowledged_at = $2
     WHERE organ_id IS NOT NULL AND acknowledged_at IS NULL AND kind = 'reminder' AND NOT EXISTS (
       SELECT FROM owed WHERE (owed.organ_id, owed.subject, owed.due) = (notification.organ_id, notification.subject, notification.due))
  )
  INSERT INTO organ_duty (organ_id, subject, due) SELECT organ_id, subject, due FROM owed
  ON CONFLICT (organ_id, subject, due) DO NOTHING`;

/**
 * Tells people of what their organ owes without a case: by the same ladders, quiet hours and ways as deadlines of cases, each rung once.
 * It comes again by its rungs alone.
 */
export class DutyClock {
  constructor(private readonly parts: DutyClockParts) {}

  /** Writes down what is owed, and tells what rings by now. */
  async ring(): Promise<RoundOfDuties> {
    const { pool, laws, clock } = this.parts;
    const today = clock.today();
    return underCalendar({ pool, laws }, { organId: '', reads: [ALONE] }, async (_, transaction) => {
      const { rows, failed } = await this.#owed(today, transaction);
      const now = clock.now();
      const { notBefore } = loudHours(laws, clock, now);
      const organs = [...new Set(rows.flatMap(({ path }) => path))];
      const colleagues = new Colleagues(await transaction.read(readColleagues(organs, officeDay(notBefore))));
      const rung = eachByItself(rows.map((duty) => () => this.#ringOf(duty, { today, colleagues, now, notBefore })));
      const rings = rung.done.flat();
      const { rows: told } = await transaction.commit(
        { name: 'tell-duties', text: TELL, values: [notificationsJson(rings.flatMap((ring) => ring.told))] },
        { name: 'write-duties', text: WRITE_DOWN, values: [json(rows.map(keptOf)), now] },
      );
      const unheard = rings.filter((ring) => ring.told.length === 0).map(({ duty }) => duty);
      return { told: told.length, unheard, failed: [...failed, ...rung.failed] };
    });
  }

  /** One source after the other: they share a connection. */
  async #owed(today: LocalDate, { read }: OpenTransaction): Promise<{ rows: readonly DutyRow[]; failed: readonly unknown[] }> {
    const said: (() => OrganDuty)[] = [];
    for (const source of this.parts.sources) said.push(...(await source({ from: today, to: today }, read)));
    const { done: owed, failed } = eachByItself(said);
    const paths = await read<{ id: string; path: readonly string[] }>(readPaths(owed.map(({ organId }) => organId)));
    const pathOf = new Map(paths.map(({ id, path }) => [id, path]));
    return { rows: owed.map((duty) => ({ ...duty, path: pathOf.get(duty.organId) ?? [duty.organId] })), failed };
  }

  /** The last ring up to today, as for deadlines of cases; none before the first, or where it announces a day that is past. */
  #ringOf(duty: DutyRow, hour: Hour): Rings[] {
    const { laws } = this.parts;
    const { calendar, reminders } = laws.lawOf(laws.statute, hour.today, duty.organId);
    const { current } = remindersFor(duty.due, hour.today, calendar, ladderFor(reminders, duty.deadline));
    if (current === null || isStale(current, duty.due, hour.today)) return [];
    const told = hour.colleagues.toldBy(current.tell, reminders, { path: duty.path, assigneeId: null });
    return [{ duty, told: told.map((one) => dutyRow(duty, current, one, hour)) }];
  }
}

/** What could be done of all this, and what stood in the way of the rest. */
export function eachByItself<T>(work: readonly (() => T)[]): {
  readonly done: readonly T[];
  readonly failed: readonly unknown[];
} {
  const done: T[] = [];
  const failed: unknown[] = [];
  for (const one of work) {
    try {
      done.push(one());
    } catch (error) {
      failed.push(error);
    }
  }
  return { done, failed };
}

const subjectOf = ({ deadline, about }: Pick<OrganDuty, 'deadline' | 'about'>): string => `${deadline}:${about}`;

const keptOf = (duty: OrganDuty): object => ({ organ_id: duty.organId, subject: subjectOf(duty), due: duty.due });

function dutyRow(
  duty: OrganDuty,
  { rung, on, workingDays, by }: Reminder,
  { personId, forPersonId, toldAs }: Told,
  { now, notBefore }: Hour,
): NewNotification {
  const subject = subjectOf(duty);
  return {
    ...{ id: randomUUID(), key: ['duty', duty.organId, subject, duty.due, on].join(' ') },
    ...{ person_id: personId, for_person_id: forPersonId, told_as: toldAs },
    ...{
      case_id: null,
      organ_id: duty.organId,
      kind: 'reminder',
      subject,
      due: duty.due,
      provisional: duty.provisional ?? false,
    },
    ...{ rung, working_days: workingDays, ring_on: on, attempt: 0, acknowledge: false },
    ...{ created_at: now, not_before: notBefore, repeat_at: null, delivery: 'waiting', channels: by },
  };
}
