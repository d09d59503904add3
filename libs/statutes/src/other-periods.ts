import { addDays, addMonths, daysBetween, localDate, yearOf, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { Derivation, PeriodKind } from '@gongkai/contracts';
import { articleInForce, inForce, type Statute } from './in-force.js';
import type { RuleKey, RuleValue } from './rule-keys.js';

/**
 * Every rule that gives one of these periods, and how it is counted. Periods in days and months that end on a day off end on the
 * next working day (Civil Code art. 203); those that only have to pass, and fixed days, never move.
 */
export const PERIOD_KINDS = {
  'proactive.days': 'working_day',
  'promote.days': 'working_day',
  'review.cycle': 'month',
  'complaint.days': 'calendar_day',
  'record_correction.days': 'working_day',
  'service.public_notice_days': 'day_passed',
  'redo.days': 'working_day',
  'archive.due': 'date_next_year',
  'report.due.department': 'date_next_year',
  'report.due.government': 'date_next_year',
  'reconsideration.apply_days': 'calendar_day',
  'reconsideration.apply_max_months': 'month',
  'reconsideration.accept_days': 'working_day',
  'reconsideration.copy_days.summary': 'working_day',
  'reconsideration.copy_days.ordinary': 'working_day',
  'reconsideration.answer_days.summary': 'working_day',
  'reconsideration.answer_days.ordinary': 'working_day',
  'reconsideration.decision_days.summary': 'calendar_day',
  'reconsideration.decision_days.ordinary': 'calendar_day',
  'litigation.direct_months': 'month',
  'litigation.no_reply_months': 'month',
  'litigation.apply_max_months': 'month',
  'litigation.after_reconsideration_days': 'calendar_day',
  'litigation.defence_days': 'calendar_day',
  'litigation.appeal_days.judgment': 'calendar_day',
  'litigation.appeal_days.ruling': 'calendar_day',
} as const satisfies Partial<Record<RuleKey, PeriodKind>>;
export type PeriodRule = keyof typeof PERIOD_KINDS;

/** A period to be counted: the rule that gives its length, or a length set by a decision, and the day it starts from (not counted). */
export type PeriodStart = {
  readonly rule: PeriodRule;
  readonly from: LocalDate;
  /** Where the article is not that of the rule. */
  readonly article?: string;
  readonly length?: number;
  /** Days added by a prolongation, in the unit of the rule. */
  readonly prolongedBy?: 'reconsideration.decision_extension_days';
};

/** Where a period ends and how it was counted. `provisional`: it depends on days of a year whose calendar is not published. */
export type PeriodEnd = {
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly unit: PeriodKind;
  readonly counting: Counting;
};
type Counting = Omit<Derivation, 'deadline'>;

/** The statute and the calendar a date is computed with. */
export type Basis = { readonly statute: Statute; readonly calendar: WorkingDays };

/** `offFrom`: the first day from which days off are left out of the count. */
type Last = { readonly due: LocalDate; readonly offFrom: LocalDate; readonly unknownFrom: LocalDate | null };
type Counter = (from: LocalDate, length: number, calendar: WorkingDays) => Last;

const COUNTERS: Readonly<Record<Exclude<PeriodKind, 'date_next_year'>, Counter>> = {
  working_day: (from, length, calendar) => {
    const due = calendar.add(from, length);
    return { due, offFrom: addDays(from, 1), unknownFrom: calendar.unknownFrom(from, due) };
  },
  calendar_day: (from, length, calendar) => rolled(addDays(from, length), calendar),
  month: (from, length, calendar) => rolled(addMonths(from, length), calendar),
  day_passed: (from, length) => settled(addDays(from, length)),
};

const settled = (due: LocalDate): Last => ({ due, offFrom: due, unknownFrom: null });

/** The calendar matters for the last day only: whether it is a day off, and how many follow it. */
function rolled(last: LocalDate, calendar: WorkingDays): Last {
  const due = calendar.rollForward(last);
  return { due, offFrom: last, unknownFrom: calendar.unknownFrom(addDays(last, -1), due) };
}

/**
 * Counts a period to its last day, which is still in time.
 * @throws NotInForceError where the rule had no value on the day the period starts
 */
export function endOfStart(start: PeriodStart, basis: Basis): PeriodEnd {
  const { statute, calendar } = basis;
  const { from } = start;
  const { due, offFrom, unknownFrom } = lastDay(start, basis);
  const skipped = daysOff({ from: offFrom, to: due }, calendar);
  const article = start.article ?? articleInForce(statute, start.rule, from);
  const counting: Counting = {
    article,
    rule: start.prolongedBy ?? start.rule,
    from,
    counted: PERIOD_KINDS[start.rule] === 'date_next_year' ? null : daysBetween(from, due) - skipped.length,
    skipped,
    due,
    statuteVersion: `${statute.id}/${statute.version}`,
    calendarVersion: calendar.versionsBetween(from, due),
  };
  return { due, provisional: unknownFrom !== null, unit: PERIOD_KINDS[start.rule], counting };
}

function lastDay({ rule, from, length, prolongedBy }: PeriodStart, { statute, calendar }: Basis): Last {
  const kind = PERIOD_KINDS[rule];
  const value: RuleValue<PeriodRule> = length ?? inForce(statute, rule, from);
  if (kind === 'date_next_year') return settled(localDate(`${String(yearOf(from) + 1)}-${String(value)}`));
  const more = prolongedBy === undefined ? 0 : inForce(statute, prolongedBy, from);
  return COUNTERS[kind](from, Number(value) + more, calendar);
}

/** Days off d with `from` ≤ d < `to`. */
function daysOff({ from, to }: { from: LocalDate; to: LocalDate }, calendar: WorkingDays): Derivation['skipped'] {
  return Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i)).flatMap((date) => {
    const reason = calendar.offReason(date);
    return reason === null ? [] : [{ date, reason }];
  });
}
