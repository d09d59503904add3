import { z } from 'zod';
import { DashboardFilters } from './dashboard-view.js';
import { Day } from './day.js';
import { Link } from './vocabulary.js';

/** The longest period that trends are shown for: working weeks of five years. */
export const MOST_WEEKS = 262;

/** The query of `GET /trends`: without days the twelve weeks up to today. */
export const TrendFilters = DashboardFilters.extend({ from: Day.optional(), to: Day.optional() }).meta({ id: 'TrendFilters' });
export type TrendFilters = z.infer<typeof TrendFilters>;

const Count = z.int();
const Counted = z.object({ total: Count, filters: z.record(z.string(), z.string()) });

/**
 * What came in, and what was answered, in some time; each number counts the cases of its list. A case answered twice is one case, and
 * in time only if none of its replies there was late.
 */
const Flow = z.object({
  /** By the day of receipt. */
  received: Counted,
  /** By the day on which a reply left, of whichever round (G235). */
  replied: Counted,
  /** Of those: each reply by the day it was due. */
  inTime: Counted,
  /** After it; and what passed without a reply and was ordered to be decided anew since, by the day it was due. */
  late: Counted,
  /** Of those: an extension was sent (REG 33), a correction was asked for (REG 30). */
  extended: Counted,
  corrected: Counted,
});

/** Days of one week, Monday first, as far as they lie in the period. */
export const TrendWeek = Flow.extend({ from: Day, to: Day }).meta({ id: 'TrendWeek' });
export type TrendWeek = z.infer<typeof TrendWeek>;

/** The part of a case's way that is measured: a link, or all of it from arrival to reply. */
export const Stretch = z.enum([...Link.options, 'whole']);
export type Stretch = z.infer<typeof Stretch>;

/** How many working days cases spent in a link; of those answered in the period that have left it. */
export const StretchTime = z
  .object({
    stretch: Stretch,
    cases: Counted,
    /** Half of them took no longer; null where there are none. */
    median: Count.nullable(),
    /** Nine of ten took no longer. */
    ninth: Count.nullable(),
    /** Those that took that long or longer. */
    slowest: Counted,
  })
  .meta({ id: 'StretchTime' });
export type StretchTime = z.infer<typeof StretchTime>;

/**
 * How the work went in a period, for an organ, all below it, or a person: by week, by unit, and where cases waited. Counted by the
 * organ and the person that have the cases now.
 */
export const TrendsView = z
  .object({
    today: Day,
    at: z.iso.datetime(),
    from: Day,
    to: Day,
    whole: Flow,
    /** Fell due in the period, and are still owed. */
    overdue: Counted,
    weeks: z.array(TrendWeek),
    units: z.array(Flow.extend({ organ: z.string() })),
    stretches: z.array(StretchTime),
  })
  .meta({ id: 'TrendsView' });
export type TrendsView = z.infer<typeof TrendsView>;
