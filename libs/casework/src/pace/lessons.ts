import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { ForecastModel, type PastCase } from '@gongkai/lifecycle';
import type { Person } from '../person.js';
import type { PastRow } from './forecast-sql.js';

/** What was learnt from past cases; `since` is the day the oldest of their replies left. */
export type Lesson = { readonly model: ForecastModel; readonly calendar: WorkingDays; readonly since: LocalDate | null };

/** Where past cases come from: what tells them from others, and they themselves. */
export type PastCases = { readonly print: () => Promise<string>; readonly read: () => Promise<readonly PastRow[]> };

/** So many lessons are kept: one for each organ whose people look ahead. */
const KEPT = 100;

/**
 * Lessons that were learnt, each as long as nothing of what it was learnt from changes. So a forecast costs what its open cases cost, and
 * still says what the last command has left in the database.
 */
export class Lessons {
  readonly #kept = new Map<string, { readonly print: string; readonly lesson: Lesson }>();

  /** What can be learnt from the past cases a person sees. @param calendar by which their working days are counted */
  async of({ organId, seesBelow }: Person, calendar: WorkingDays, past: PastCases): Promise<Lesson> {
    const sight = `${organId} ${seesBelow}`;
    const print = await past.print();
    const kept = this.#kept.get(sight);
    if (kept?.print === print && kept.lesson.calendar === calendar) return kept.lesson;
    // A reply that leaves between the two questions is learnt from already, and learnt from again the next time.
    const lesson = lessonOf(await past.read(), calendar);
    this.#keep(sight, { print, lesson });
    return lesson;
  }

  #keep(sight: string, learnt: { readonly print: string; readonly lesson: Lesson }): void {
    this.#kept.delete(sight);
    this.#kept.set(sight, learnt);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

export const pastCaseOf = ({ organ, received_on, replied_on, due, pace }: PastRow): PastCase => ({
  organ,
  due,
  pace,
  receivedOn: received_on,
  repliedOn: replied_on,
});

function lessonOf(past: readonly PastRow[], calendar: WorkingDays): Lesson {
  return { model: ForecastModel.learn(past.map(pastCaseOf), calendar), calendar, since: past.at(-1)?.replied_on ?? null };
}
