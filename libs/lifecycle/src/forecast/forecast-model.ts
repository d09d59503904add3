import type { WorkingDays } from '@gongkai/calendar';
import { landmarksOf, type Landmark, type PastCase, type Standpoint } from './landmarks.js';

/** What will become of a case, by what became of those that stood where it stands. */
export type Forecast = {
  /** The chance that its reply leaves after the day it will be due, extensions included; and within which it lies, four times in five. */
  readonly late: number;
  readonly low: number;
  readonly high: number;
  /** The chance that it needs more working days than it has left: it is extended, or late. */
  readonly overrun: number;
  /**
   * Working days of its period until the reply leaves: half need no more; one in ten no more, nine in ten no more. Null where too few stood
   * so: of one case all three would be the same day.
   */
  readonly needed: { readonly median: number; readonly tenth: number; readonly ninth: number } | null;
  /** How many past cases stood so: of the narrowest group that tells something. */
  readonly like: number;
};

/** Past cases that stood alike: how many, how often, how often they were late or overran in the end, and needed so many days. */
type Group = { cases: number; stood: number; late: number; overrun: number; readonly needed: number[] };

/** So many cases of the group around it each group is weighed against: few cases say little. */
const WEIGHTS = { kind: 10, exact: 10, organ: 40 } as const;
/** A distribution of days is read from the narrowest group with so many cases. */
const ENOUGH = 30;
/** Of fewer than so many no distribution is told: one in ten of them is nobody. */
const FEW = 10;
/** Four times in five, as a number of standard deviations. */
const FOUR_IN_FIVE = 1.2816;

/** Bounds of the ranges in which days left are alike at first sight. */
const RANGES = [0, 1, 2, 3, 5, 8, 12, 20] as const;
const rangeOf = (left: number): number => {
  const place = RANGES.findIndex((most) => left <= most);
  return place < 0 ? RANGES.length : place;
};

/** From the widest likeness to the narrowest. */
function likenessesOf({ organ, link, extended, left }: Standpoint): readonly (readonly [key: string, weight: number])[] {
  const kind = `${extended ? 'extended' : 'plain'} ${link}`;
  return [
    [`within ${rangeOf(left)}`, WEIGHTS.kind],
    [`${kind} within ${rangeOf(left)}`, WEIGHTS.kind],
    [`${kind} with ${left}`, WEIGHTS.exact],
    [`${kind} with ${left} in ${organ}`, WEIGHTS.organ],
  ];
}

/**
 * Forecasts by likeness: of all past cases that stood in the same link, with the same number of working days left, extended or not, how
 * many were late, and how long did they still need? Where few stood so, the wider group around them has its say.
 */
export class ForecastModel {
  readonly #groups = new Map<string, Group>();
  readonly #all: Group = emptyGroup();

  /** @param past cases whose replies have left */
  static learn(past: readonly PastCase[], calendar: WorkingDays): ForecastModel {
    const model = new ForecastModel();
    for (const one of past) model.add(landmarksOf(one, calendar));
    return model;
  }

  /** How many cases it has learnt from, and how many of them were late. */
  get learnt(): { readonly cases: number; readonly late: number } {
    return { cases: this.#all.cases, late: this.#all.late };
  }

  /** The share that was late of all: what one would say knowing nothing of a case. */
  get baseRate(): number {
    return this.#rateOf(this.#all.late);
  }

  /** Never quite 0 or 1, and alike for all: what is late has overrun, and so is no likelier. */
  #rateOf(count: number): number {
    return (count + 0.5) / (this.#all.cases + 1);
  }

  /** Learns from one more case. @param landmarks all of the same case */
  add(landmarks: readonly Landmark[]): void {
    const [first] = landmarks;
    if (first === undefined) return;
    const needed = Math.max(...landmarks.map((one) => one.needed));
    this.#all.cases += 1;
    count(this.#all, { needed, late: first.late, overrun: landmarks.some(overran) });
    // Days of a consultation change nothing: a case stood so once.
    const [seen, met] = [new Set<string>(), new Set<string>()];
    for (const landmark of landmarks)
      for (const [key] of likenessesOf(landmark)) {
        if (seen.has(`${key}/${landmark.left}`)) continue;
        seen.add(`${key}/${landmark.left}`);
        const group = this.#groups.get(key) ?? emptyGroup();
        this.#groups.set(key, group);
        if (!met.has(key)) group.cases += 1;
        met.add(key);
        count(group, { ...landmark, overrun: overran(landmark) });
      }
  }

  /** What is to be expected of an open case; null while nothing has been learnt. */
  forecast(standpoint: Standpoint): Forecast | null {
    if (this.#all.cases === 0) return null;
    const groups = this.#groupsOf(standpoint);
    const late = weighed(groups, this.baseRate, (group) => group.late);
    const overrun = weighed(groups, this.#rateOf(this.#all.overrun), (group) => group.overrun);
    const { group: narrowest, prior } = groups.at(-1) ?? { group: this.#all, prior: 0 };
    const [low, high] = wilson(late, narrowest.cases + prior);
    const { group: telling } = groups.findLast(({ group }) => group.cases >= ENOUGH) ?? groups[0] ?? { group: this.#all };
    return { late, low, high, overrun, needed: telling.cases < FEW ? null : quantilesOf(telling), like: telling.cases };
  }

  /** From the widest to the narrowest, those in which somebody stood. */
  #groupsOf(standpoint: Standpoint): readonly Weighed[] {
    return likenessesOf(standpoint).flatMap(([key, prior]) => {
      const group = this.#groups.get(key);
      return group === undefined ? [] : [{ group, prior }];
    });
  }
}

type Weighed = { readonly group: Group; readonly prior: number };

/** The share of the narrowest group, each weighed against that of the group around it. */
const weighed = (groups: readonly Weighed[], baseRate: number, of: (group: Group) => number): number =>
  groups.reduce((share, { group, prior }) => (of(group) + prior * share) / (group.stood + prior), baseRate);

const emptyGroup = (): Group => ({ cases: 0, stood: 0, late: 0, overrun: 0, needed: [] });
const overran = ({ needed, left }: Landmark): boolean => needed > left;

type Outcome = { readonly needed: number; readonly late: boolean; readonly overrun: boolean };

function count(group: Group, { needed, late, overrun }: Outcome): void {
  group.stood += 1;
  if (late) group.late += 1;
  if (overrun) group.overrun += 1;
  group.needed[needed] = (group.needed[needed] ?? 0) + 1;
}

/** Within which a share lies, four times in five (Wilson). */
function wilson(share: number, cases: number): readonly [number, number] {
  const square = FOUR_IN_FIVE ** 2;
  const middle = share + square / (2 * cases);
  const width = FOUR_IN_FIVE * Math.sqrt((share * (1 - share)) / cases + square / (4 * cases ** 2));
  const whole = 1 + square / cases;
  return [Math.max(0, (middle - width) / whole), Math.min(1, (middle + width) / whole)];
}

function quantilesOf(group: Group): NonNullable<Forecast['needed']> {
  const daysAt = (share: number): number => {
    let seen = 0;
    const enough = share * group.stood;
    for (const [days, cases = 0] of group.needed.entries()) {
      seen += cases;
      if (seen >= enough && seen > 0) return days;
    }
    return Math.max(0, group.needed.length - 1);
  };
  return { tenth: daysAt(0.1), median: daysAt(0.5), ninth: daysAt(0.9) };
}
