import { addDays, type LocalDate } from '@gongkai/calendar';
import type { LawShelf } from '@gongkai/casework';
import type { Measure } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import { inForce } from '@gongkai/statutes';
import { readDemands } from '../rectifications/rectification-rows.js';
import { readComplaints, readDecided, readOrdered, readReplied, readTrained, type Period, type Reading } from './counted-sql.js';

/** One thing that was counted, and whether it counts as good. */
export type CountedItem = {
  /** The number of the case it was in; null where it is about none. */
  readonly number: string | null;
  readonly begunOn: LocalDate;
  readonly due: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly good: boolean;
};

/** What was counted of an organ: a number, or how many of how many. */
export type Counted = { readonly number: number } | { readonly items: readonly CountedItem[] };

type Parts = { readonly pool: CommandPool; readonly laws: LawShelf };
type Item = CountedItem & { readonly organId: string };

/** Results in which what the organ did was not left as it was. */
const CORRECTED: ReadonlySet<string | null> = new Set(['changed', 'annulled', 'confirmed_illegal', 'ordered', 'void']);

type Pending = Omit<Item, 'good'> & { readonly due: LocalDate };

/** What it turned out to be in the period: done on or before its day, or not done by then. What is not yet due and not done tells nothing. */
function inTime(pending: Pending, { from, to }: Period, today: LocalDate): Item[] {
  const { due, doneOn } = pending;
  const day = doneOn !== null && doneOn < due ? doneOn : due;
  if (day < from || day > to || (doneOn === null && due >= today)) return [];
  return [{ ...pending, good: doneOn !== null && doneOn <= due }];
}

type Measuring = Readonly<Record<Exclude<Measure, 'trainings'>, (reading: Reading) => Promise<readonly Item[]>>>;

/** Counts the figures of an assessment from cases and registers. */
export class Measures {
  readonly #by: Measuring = {
    on_time: (reading) => this.#replied(reading),
    complaints_answered: (reading) => this.#complaints(reading),
    upheld: (reading) => this.#decided(reading),
    orders_answered: (reading) => this.#ordered(reading),
    rectified: (reading) => this.#rectified(reading),
  };

  constructor(private readonly parts: Parts) {}

  /** What one figure is for each organ; where nothing was counted an organ has no items. */
  async count(measure: Measure, reading: Reading): Promise<ReadonlyMap<string, Counted>> {
    if (measure === 'trainings') {
      const held = await readTrained(reading, this.parts.pool);
      return new Map(reading.organIds.map((id) => [id, { number: held.get(id) ?? 0 }]));
    }
    const items = await this.#by[measure](reading);
    const ofOrgan = (id: string): CountedItem[] => items.flatMap(({ organId, ...item }) => (organId === id ? [item] : []));
    return new Map(reading.organIds.map((id) => [id, { items: ofOrgan(id) }]));
  }

  async #replied(reading: Reading): Promise<Item[]> {
    const rows = await readReplied(reading, this.parts.pool);
    return rows.map((row) => ({ ...row, good: row.doneOn !== null && row.doneOn <= row.due }));
  }

  async #complaints(reading: Reading): Promise<Item[]> {
    const rows = await readComplaints(reading, this.parts.pool);
    return rows.flatMap(({ organId, number, openedOn, answeredOn, closedOn }) => {
      const { statute, calendar } = this.#lawOf(organId, reading.today);
      const due = calendar.rollForward(addDays(openedOn, inForce(statute, 'complaint.days', openedOn)));
      return inTime({ organId, number, begunOn: openedOn, due, doneOn: answeredOn ?? closedOn }, reading.period, reading.today);
    });
  }

  async #decided(reading: Reading): Promise<Item[]> {
    const rows = await readDecided(reading, this.parts.pool);
    return rows.map(({ organId, number, openedOn, closedOn, result }) => ({
      ...{ organId, number, begunOn: openedOn, due: null, doneOn: closedOn },
      good: !CORRECTED.has(result),
    }));
  }

  async #ordered(reading: Reading): Promise<Item[]> {
    const rows = await readOrdered(reading, this.parts.pool);
    return rows.flatMap(({ organId, number, demands }) =>
      demands.flatMap(({ on, workingDays, answer }) => {
        const due = this.#lawOf(organId, reading.today).calendar.add(on, workingDays);
        return inTime({ organId, number, begunOn: on, due, doneOn: answer?.on ?? null }, reading.period, reading.today);
      }),
    );
  }

  async #rectified(reading: Reading): Promise<Item[]> {
    const rows = await readDemands(reading.organIds, this.parts.pool);
    return rows.flatMap(({ organId, on, workingDays, answeredOn }) => {
      const due = this.#lawOf(organId, reading.today).calendar.add(on, workingDays);
      return inTime({ organId, number: null, begunOn: on, due, doneOn: answeredOn }, reading.period, reading.today);
    });
  }

  /** By the calendar of the organ, as it was told its day: what closed it by a document is no working day of it. */
  #lawOf(organId: string, day: LocalDate): Pick<ReturnType<LawShelf['lawOf']>, 'statute' | 'calendar'> {
    const { laws } = this.parts;
    return laws.lawOf(laws.statute, day, organId);
  }
}
