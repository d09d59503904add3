import { officeDay, type Clock, type CommandPool } from '@gongkai/platform';
import { underCalendar } from '../calendars/edition.js';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues } from './colleagues.js';
import { dueReminders } from './due-reminders.js';
import { loudHours } from './loud-hours.js';
import { unansweredReminders } from './repeats.js';
import type { Planning, Telling, WaitingRow, Work } from './set-work.js';

export type ReminderClockParts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

/** The deadline of a case that a ring was about. */
type About = { readonly caseId: string; readonly subject: string };
/** A reminder that could not be planned: it stays due, and the next round tries it again. */
export type FailedReminder = { readonly caseId: string; readonly kind: string; readonly error: unknown };

/** What a round came to. */
export type RoundOfReminders = {
  /** Commits. */
  readonly sets: number;
  /** Alarms that were taken, and set for their next day. */
  readonly rung: number;
  /** Notifications written. */
  readonly told: number;
  /** Rings for which the office has nobody to tell. */
  readonly unheard: readonly About[];
  readonly failed: readonly FailedReminder[];
};

const SILENCE: RoundOfReminders = { sets: 0, rung: 0, told: 0, unheard: [], failed: [] };

/**
 * Tells people of deadlines. What is due is taken in sets, the oldest first, each in one transaction that locks what it takes:
 * clocks that ring at once share the work, and what is told has a name that nobody can be told twice.
 */
export class ReminderClock {
  constructor(private readonly parts: ReminderClockParts) {}

  /** Tells everything that is due by now, and again what was to be acknowledged and was not. */
  async ring(): Promise<RoundOfReminders> {
    const due = await this.#through(dueReminders);
    // In quiet hours nothing comes again: by their end a later ring may stand in its place.
    return this.#isLoud() ? together(due, await this.#through(unansweredReminders)) : due;
  }

  #isLoud(): boolean {
    const { laws, clock } = this.parts;
    const now = clock.now();
    return loudHours(laws, clock, now).notBefore <= now;
  }

  async #through<Row extends WaitingRow, Plan extends Telling>(work: Work<Row, Plan>): Promise<RoundOfReminders> {
    let round = SILENCE;
    let last: Row | null = null;
    for (;;) {
      const set: { round: RoundOfReminders; last: Row } | null = await this.#set(work, last);
      if (set === null) return round;
      round = together(round, set.round);
      last = set.last;
    }
  }

  /** One set, in one transaction; null where nothing is left. */
  async #set<Row extends WaitingRow, Plan extends Telling>(
    work: Work<Row, Plan>,
    after: Row | null,
  ): Promise<{ round: RoundOfReminders; last: Row } | null> {
    const { pool, laws, clock } = this.parts;
    const hour = { now: clock.now(), today: clock.today() };
    // Who changes calendars or ladders waits for the set, and the set for them: nobody is rung for by what held before.
    return underCalendar({ pool, laws }, { organId: '', reads: [work.take(hour, after)] }, async ([taken = []], transaction) => {
      const rows = taken as unknown as readonly Row[];
      const last = rows.at(-1);
      if (last === undefined) return null;
      const hours = loudHours(laws, clock, hour.now);
      const organs = new Set(rows.flatMap(({ organ_path, asked_path = [] }) => [...organ_path, ...asked_path]));
      // Who is absent is asked for the day on which it goes out.
      const people = await transaction.read(readColleagues([...organs], officeDay(hours.notBefore)));
      const { plans, failed } = planned(work, rows, { ...hour, laws, hours, colleagues: new Colleagues(people) });
      const { rows: told } = await transaction.commit(work.write(plans.map(({ plan }) => plan)));
      const unheard = plans.filter(({ plan }) => plan.unheard).map(({ about }) => about);
      return { round: { sets: 1, rung: plans.length, told: told.length, unheard, failed }, last };
    });
  }
}

type Plans<Plan> = { readonly plans: readonly { about: About; plan: Plan }[]; readonly failed: readonly FailedReminder[] };

/** One row that cannot be planned does not keep the others waiting. */
function planned<Row extends WaitingRow, Plan extends Telling>(
  work: Work<Row, Plan>,
  rows: readonly Row[],
  planning: Planning,
): Plans<Plan> {
  const plans: { about: About; plan: Plan }[] = [];
  const failed: FailedReminder[] = [];
  for (const row of rows) {
    const about = { caseId: row.case_id, subject: row.subject };
    try {
      plans.push({ about, plan: work.plan(row, planning) });
    } catch (error) {
      failed.push({ caseId: row.case_id, kind: `reminder of ${row.subject}`, error });
    }
  }
  return { plans, failed };
}

const together = (a: RoundOfReminders, b: RoundOfReminders): RoundOfReminders => ({
  sets: a.sets + b.sets,
  rung: a.rung + b.rung,
  told: a.told + b.told,
  unheard: [...a.unheard, ...b.unheard],
  failed: [...a.failed, ...b.failed],
});
