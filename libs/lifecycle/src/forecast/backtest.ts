import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { ForecastModel, type Forecast } from './forecast-model.js';
import { landmarksOf, type Landmark, type PastCase } from './landmarks.js';

/** Forecasts in a range of chances: how many, what was forecast on average, and what share came true. */
export type CalibrationRow = {
  readonly upTo: number;
  readonly forecasts: number;
  readonly forecast: number;
  readonly late: number;
};

/** Cases that were called at risk from some chance on: how many forecasts, how many came true, and how many late cases were called in time. */
export type Warnings = {
  readonly from: number;
  readonly forecasts: number;
  readonly late: number;
  readonly lateCases: number;
  readonly called: number;
};

/** How forecasts have stood the test: each made from what was known on its morning, of cases that were open then. */
export type Backtest = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly forecasts: number;
  readonly cases: number;
  readonly lateShare: number;
  /** Mean square of forecast less what became of it; of the share of late cases known by then; and how much less the first is. */
  readonly brier: number;
  readonly brierOfBaseRate: number;
  readonly skill: number;
  /** How often the reply left within the days that nine in ten and one in ten need. */
  readonly withinBand: number;
  readonly calibration: readonly CalibrationRow[];
  readonly warnings: readonly Warnings[];
};

const WEEK = 5;
const RANGES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1] as const;
const CALLED_FROM = [0.05, 0.1, 0.2, 0.3] as const;

type Judged = { readonly id: number; readonly landmark: Landmark; readonly forecast: Forecast; readonly baseRate: number };

/**
 * Forecasts every open case on every working day of a period, from the cases that were answered before, and holds it against what
 * became of it. What has been learnt is brought up to date once a week. Null where there was nothing to forecast.
 */
export function backtest(
  past: readonly PastCase[],
  calendar: WorkingDays,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Backtest | null {
  const cases = past.map((one, id) => ({ id, repliedOn: one.repliedOn, landmarks: landmarksOf(one, calendar) }));
  const school = new School(cases);
  const standing = byDay(cases);
  const judged: Judged[] = [];
  let days = 0;
  for (let on = calendar.rollForward(from); on <= to; on = calendar.next(on), days += 1) {
    if (days % WEEK === 0) school.learnUntil(on);
    judged.push(...(standing.get(on) ?? []).flatMap((one) => school.judge(one)));
  }
  return judged.length === 0 ? null : { from, to, ...judgementOf(judged) };
}

type Lived = { readonly id: number; readonly repliedOn: LocalDate; readonly landmarks: readonly Landmark[] };
type Stood = { readonly id: number; readonly landmark: Landmark };

function byDay(cases: readonly Lived[]): ReadonlyMap<LocalDate, readonly Stood[]> {
  const days = new Map<LocalDate, Stood[]>();
  for (const { id, landmarks } of cases)
    for (const landmark of landmarks) {
      const known = days.get(landmark.on);
      if (known === undefined) days.set(landmark.on, [{ id, landmark }]);
      else known.push({ id, landmark });
    }
  return days;
}

/** Learns from cases in the order in which their replies left. */
class School {
  readonly #model = new ForecastModel();
  readonly #waiting: Lived[];

  constructor(cases: readonly Lived[]) {
    this.#waiting = [...cases].sort((a, b) => (a.repliedOn > b.repliedOn ? -1 : 1));
  }

  /** Those whose replies had left before a day. */
  learnUntil(on: LocalDate): void {
    for (let next = this.#waiting.at(-1); next !== undefined && next.repliedOn < on; next = this.#waiting.at(-1)) {
      this.#model.add(next.landmarks);
      this.#waiting.pop();
    }
  }

  judge({ id, landmark }: Stood): Judged[] {
    const forecast = this.#model.forecast(landmark);
    return forecast === null ? [] : [{ id, landmark, forecast, baseRate: this.#model.baseRate }];
  }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0) / Math.max(1, numbers.length);
const became = ({ landmark: { late } }: Judged): number => (late ? 1 : 0);

function judgementOf(judged: readonly Judged[]): Omit<Backtest, 'from' | 'to'> {
  const brier = mean(judged.map((one) => (one.forecast.late - became(one)) ** 2));
  const brierOfBaseRate = mean(judged.map((one) => (one.baseRate - became(one)) ** 2));
  return {
    forecasts: judged.length,
    cases: new Set(judged.map(({ id }) => id)).size,
    lateShare: mean(judged.map(became)),
    brier,
    brierOfBaseRate,
    skill: brierOfBaseRate === 0 ? 0 : 1 - brier / brierOfBaseRate,
    withinBand: mean(
      judged.flatMap(({ landmark: { needed }, forecast: { needed: told } }) =>
        told === null ? [] : [needed >= told.tenth && needed <= told.ninth ? 1 : 0],
      ),
    ),
    calibration: RANGES.map((upTo, i) => calibrationOf(judged, RANGES[i - 1] ?? 0, upTo)),
    warnings: CALLED_FROM.map((from) => warningsOf(judged, from)),
  };
}

function calibrationOf(judged: readonly Judged[], above: number, upTo: number): CalibrationRow {
  const within = judged.filter(({ forecast: { late } }) => (late >= above || above === 0) && (late < upTo || upTo === 1));
  return {
    upTo,
    forecasts: within.length,
    forecast: mean(within.map((one) => one.forecast.late)),
    late: mean(within.map(became)),
  };
}

function warningsOf(judged: readonly Judged[], from: number): Warnings {
  const called = judged.filter(({ forecast: { late } }) => late >= from);
  const idsOf = (some: readonly Judged[]): ReadonlySet<number> =>
    new Set(some.filter(({ landmark: { late } }) => late).map(({ id }) => id));
  return {
    from,
    forecasts: called.length,
    late: called.filter(({ landmark: { late } }) => late).length,
    lateCases: idsOf(judged).size,
    called: idsOf(called).size,
  };
}
