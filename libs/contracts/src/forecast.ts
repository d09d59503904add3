import { z } from 'zod';
import { DashboardFilters } from './dashboard-view.js';
import { Day } from './day.js';
import { CaseRow } from './views.js';

/** The query of `GET /forecast`. */
export const ForecastFilters = DashboardFilters.extend({
  /** Cases are named from this chance on that they will be late. */
  atLeast: z.coerce.number().min(0).max(1).default(0.1),
}).meta({ id: 'ForecastFilters' });
export type ForecastFilters = z.infer<typeof ForecastFilters>;

const Count = z.int();
const Chance = z.number().min(0).max(1);

/** How many of several cases will be late: what is to be expected, and within which it lies, four times in five. */
const LateCount = z.object({ expected: z.number(), low: Count, high: Count });

/** Cases that fall due in one week, and how many of them will be late. */
export const ForecastWeek = LateCount.extend({
  from: Day,
  to: Day,
  due: z.object({ total: Count, filters: z.record(z.string(), z.string()) }),
}).meta({ id: 'ForecastWeek' });
export type ForecastWeek = z.infer<typeof ForecastWeek>;

/** An open case with what is to be expected of it. */
export const CaseAtRisk = z
  .object({
    case: CaseRow,
    /** The chance that the reply leaves after the day it will be due, and within which that lies, four times in five. */
    late: Chance,
    low: Chance,
    high: Chance,
    /** The chance that it needs more than the days it has left: it is extended, or late. */
    overrun: Chance,
    /**
     * When the reply leaves at the present pace: half of those that stood so had left by then; one in ten; nine in ten. Null where too few
     * past cases stood so.
     */
    reply: z.object({ on: Day, earliest: Day, latest: Day }).nullable(),
    /** How many past cases stood so. */
    like: Count,
  })
  .meta({ id: 'CaseAtRisk' });
export type CaseAtRisk = z.infer<typeof CaseAtRisk>;

/** Which open cases will be late at the present pace, by what became of those that stood where they stand. */
export const ForecastView = z
  .object({
    today: Day,
    at: z.iso.datetime(),
    /** Cases whose replies have left, the latest first: so many, since then; and how many of them were late. */
    learnt: z.object({ cases: Count, late: Count, since: Day.nullable() }),
    /** Open cases with a date to be kept; what is overdue already and what waits for the applicant is not among them. */
    open: Count,
    whole: LateCount,
    /** By the week in which they fall due: this one and three more; what falls due later is in the whole alone. */
    weeks: z.array(ForecastWeek),
    atLeast: Chance,
    /** Cases of at least that chance; `items` names the first of them, the greatest chance first. */
    atRisk: Count,
    items: z.array(CaseAtRisk),
  })
  .meta({ id: 'ForecastView' });
export type ForecastView = z.infer<typeof ForecastView>;
