import { z } from 'zod';
import { Day } from './day.js';
import { ChannelName } from './intake.js';
import { keptText } from './kept-text.js';
import { DayKind } from './office.js';
import { CaseRow, PersonRef } from './views.js';
import { CaseState, Light } from './vocabulary.js';

/** The query of `GET /dashboard`. */
export const DashboardFilters = z
  .strictObject({
    /** Code or id: that organ and what is below it. */
    organ: keptText(100).optional(),
    /** Code or id: that organ alone. */
    unit: keptText(100).optional(),
    /** The id of who holds the cases, `me`, or `none`. */
    person: keptText(100).optional(),
  })
  .meta({ id: 'DashboardFilters' });
export type DashboardFilters = z.infer<typeof DashboardFilters>;

/** Code of an organ, as in the session and in the list of organs. */
const OrganCode = z.string();
const Count = z.int();
const ByLight = z.partialRecord(Light, Count);

/** The query of `GET /cases` that lists exactly what was counted. */
const ListOf = z.record(z.string(), z.string());
const Counted = z.object({ total: Count, filters: ListOf });
const OfSome = Counted.extend({ byLight: ByLight });

/** What a person holds, of how many they can carry, and what else waits for them. */
const OfPerson = OfSome.extend({
  person: PersonRef.nullable(),
  /** So many open cases they can carry at a time; null where nobody said so. */
  capacity: Count.nullable(),
  /** Co-handling requests that wait for their answer, of cases that somebody else holds. */
  helping: Count,
  /** Away today, until this day, the last one included. */
  awayUntil: Day.nullable(),
});

/** A case that is overdue: for how many working days, and for how many it has been in the hands it is in. */
export const OverdueCase = CaseRow.extend({ overdueDays: Count }).meta({ id: 'OverdueCase' });
export type OverdueCase = z.infer<typeof OverdueCase>;

/** A day with what falls due on it. */
export const DashboardDay = OfSome.extend({
  date: Day,
  kind: DayKind,
  /** No notice of the State Council covers the year yet. */
  provisional: z.boolean(),
  /** past and later days only fill their weeks; today stands beside the ten. */
  place: z.enum(['past', 'today', 'ahead', 'later']),
}).meta({ id: 'DashboardDay' });
export type DashboardDay = z.infer<typeof DashboardDay>;

/** The query of `GET /due-days`. */
export const DueDaysFilters = DashboardFilters.extend({
  month: z
    .string()
    .regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/)
    .describe('YYYY-MM'),
}).meta({ id: 'DueDaysFilters' });
export type DueDaysFilters = z.infer<typeof DueDaysFilters>;

/** How many requests to correct a record are owed an answer, how many of them late, and the filters of their list. */
export const RecordsOwed = z.object({ total: Count, late: Count, filters: ListOf });
export type RecordsOwed = z.infer<typeof RecordsOwed>;

/** A day with what is due on it and still to be kept; its number opens the list of its filters. */
export const DueDay = OfSome.extend({
  date: Day,
  kind: DayKind,
  provisional: z.boolean(),
  /** The name of the holiday that it belongs to. */
  holiday: z.string().nullable(),
  /** What is to be done on it beside replies: answers to remedies, what units, letters and orders are waited for, what is published. */
  others: z.array(
    z.object({
      case: z.object({ id: z.string(), number: z.string() }),
      /** Name of the deadline, with what it is about behind a colon. */
      deadline: z.string(),
    }),
  ),
  /** Requests to correct a record about somebody whose answer is due and has not left (REG 41); none where a person is asked about. */
  records: z.array(z.object({ id: z.string(), number: z.string(), provisional: z.boolean(), deadline: z.string() })),
}).meta({ id: 'DueDay' });
export type DueDay = z.infer<typeof DueDay>;

/** The whole weeks of a month, Monday first. */
export const DueDaysView = z.object({ month: z.string(), today: Day, days: z.array(DueDay) }).meta({ id: 'DueDaysView' });
export type DueDaysView = z.infer<typeof DueDaysView>;

/**
 * All open cases in sight, at one moment: by light, state, channel, unit and person, what falls due in the next ten working
 * days, what is overdue in whose hands, and what nobody has taken up. Each number opens the list of its `filters`; those of
 * the three records are the filters of the whole with one more: `light`, `state` or `channel`.
 */
export const DashboardView = z
  .object({
    today: Day,
    at: z.iso.datetime(),
    total: Count,
    filters: ListOf,
    byLight: z.record(Light, Count),
    byState: z.partialRecord(CaseState, Count),
    byChannel: z.partialRecord(ChannelName, Count),
    byUnit: z.array(OfSome.extend({ organ: OrganCode })),
    /** Those who hold a case, and those who hold none but can carry some. */
    byPerson: z.array(OfPerson),
    /** Whole weeks from Monday of this one, off-days in their place, until the tenth working day from tomorrow is in. */
    days: z.array(DashboardDay),
    /** What falls due in those ten working days; today and what is overdue are not among them. */
    ahead: Counted,
    /** The same of the next one, three, five and all ten of them, each with what is in the shorter ones. */
    within: z.array(Counted.extend({ workingDays: z.int() })),
    overdue: Counted.extend({ items: z.array(OverdueCase) }),
    /** What the clock of stopped cases waits for. */
    stoppedBy: z.object({ consultation: Counted, correction: Counted, payment: Counted }),
    /** A caseworker's turn, and nobody has taken it up; where one person is asked about, what waits beside theirs. */
    unclaimed: Counted,
    /** Arrivals that wait to be confirmed with the applicant. */
    unconfirmed: Counted,
    /** Entries of cases that wait for a second person, and cases with one that was entered after its due day. */
    toConfirm: Counted.extend({ enteredLate: Counted }),
    /** Cases that are challenged, over or still open, with an answer that is ours to give (REG 51), and those of them that are late. */
    answers: Counted.extend({ late: Counted }),
    /** Requests to correct a record (REG 41) of which no answer has left; null where the reader may not look at them, or a person is asked about. */
    records: RecordsOwed.nullable(),
    due: z.array(CaseRow),
  })
  .meta({ id: 'DashboardView' });
export type DashboardView = z.infer<typeof DashboardView>;
