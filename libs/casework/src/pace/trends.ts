import { addDays, weekday, type LocalDate } from '@gongkai/calendar';
import { MOST_WEEKS, Refusal, type TrendFilters, type TrendsView } from '@gongkai/contracts';
import type { AnsweredRow, Cut, Period, ReceivedRow, StretchRow, TrendsRow } from './trends-sql.js';

const WEEK = 7;
/** How far trends look back where no days are named. */
const USUAL_WEEKS = 12;

/** The Monday of its week. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekday(day) + WEEK - 1) % WEEK));

/** The days that are asked for; without them the twelve weeks up to today. @throws Refusal `invalid-request` */
export function periodOf({ from, to }: TrendFilters, today: LocalDate): Period {
  const last = to ?? today;
  const first = from ?? addDays(mondayOf(last), -(USUAL_WEEKS - 1) * WEEK);
  if (last < first) throw new Refusal('invalid-request', [{ path: 'to', code: 'ends-before-start' }]);
  if (addDays(first, MOST_WEEKS * WEEK) <= last)
    throw new Refusal('invalid-request', [{ path: 'from', code: 'too-many', facts: { maximum: MOST_WEEKS } }]);
  return { from: first, to: last };
}

/** What the counts do not say. */
type Named = { readonly at: Date; readonly today: LocalDate; readonly filters: TrendFilters; readonly period: Period };
type Filters = Readonly<Record<string, string>>;

/** Trends, each number with the filters of its list. */
export function trendsOf({ answered, received, stretches, overdue }: TrendsRow, named: Named): TrendsView {
  const { at, today, period } = named;
  const base = baseOf(named.filters);
  const rows = { answered, received };
  const replied = { ...base, repliedFrom: period.from, repliedTo: period.to };
  return {
    today,
    at: at.toISOString(),
    ...period,
    whole: flowOf(of(rows, {}), base, period),
    overdue: {
      total: overdue,
      filters: { ...base, open: 'true', light: 'overdue', dueFrom: period.from, dueTo: period.to },
    },
    weeks: weeksOf(period).map((week) => ({ ...week, ...flowOf(of(rows, { week: mondayOf(week.from) }), base, week) })),
    units: unitsOf(rows).map((organ) => ({ organ, ...flowOf(of(rows, { organ }), { ...base, unit: organ }, period) })),
    stretches: stretches.map((row) => stretchOf(row, replied)),
  };
}

function baseOf({ from: _from, to: _to, person, ...where }: TrendFilters): Filters {
  return { ...where, ...(person === undefined ? {} : { assignee: person }) };
}

/** The weeks that a period has days in; the first and the last may be cut off. */
function weeksOf({ from, to }: Period): Period[] {
  const weeks: Period[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, WEEK)) {
    const sunday = addDays(monday, WEEK - 1);
    weeks.push({ from: monday < from ? from : monday, to: sunday > to ? to : sunday });
  }
  return weeks;
}

type Rows = { readonly answered: readonly AnsweredRow[]; readonly received: readonly ReceivedRow[] };

/** The rows that count one week, one organ, or all. */
function of({ answered, received }: Rows, { week = null, organ = null }: Partial<Cut>): Rows {
  const isIt = (row: Cut): boolean => row.week === week && row.organ === organ;
  return { answered: answered.filter(isIt), received: received.filter(isIt) };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Units in the order of their late replies, then of their size; never by name. */
function unitsOf(rows: Rows): string[] {
  const units = [...new Set([...rows.answered, ...rows.received].flatMap(({ organ }) => organ ?? []))];
  const weighed = units.map((organ) => {
    const { answered, received } = of(rows, { organ });
    return { organ, late: sum(answered.map(({ late }) => late)), size: sum(received.map((row) => row.received)) };
  });
  return weighed.sort((a, b) => b.late - a.late || b.size - a.size).map(({ organ }) => organ);
}

function flowOf({ answered, received }: Rows, base: Filters, { from, to }: Period): TrendsView['whole'] {
  const filters = { ...base, repliedFrom: from, repliedTo: to };
  const some = (count: (row: AnsweredRow) => number, more: Filters = {}) => ({
    total: sum(answered.map(count)),
    filters: { ...filters, ...more },
  });
  return {
    received: { total: sum(received.map((row) => row.received)), filters: { ...base, receivedFrom: from, receivedTo: to } },
    replied: some((row) => row.replied),
    inTime: some((row) => row.inTime, { inTime: 'true' }),
    late: some((row) => row.late, { inTime: 'false' }),
    extended: some((row) => row.extended, { extended: 'true' }),
    corrected: some((row) => row.corrected, { corrected: 'true' }),
  };
}

const stretchOf = ({ stretch, cases, median, ninth, slowest }: StretchRow, replied: Filters) => ({
  stretch,
  median,
  ninth,
  cases: { total: cases, filters: { ...replied, took: `${stretch}:0` } },
  slowest: { total: slowest, filters: { ...replied, took: `${stretch}:${ninth ?? 0}` } },
});
