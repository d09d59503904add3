import {
  addDays,
  addMonths,
  localDate,
  weekday,
  yearInForce,
  type CalendarYear,
  type LocalDate,
  type WorkingDays,
} from '@gongkai/calendar';
import { LIGHTS, type DueDay, type DueDaysFilters, type DueDaysView, type Light } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { dayKind } from './dashboard-days.js';
import { IN_WORK_FROM } from './in-work.js';
import { conditionsOf, DUE, lightSql, Parameters, type LightDays } from './list-sql.js';

/** Lights of cases whose date is still to be kept. */
const SHINING = LIGHTS.filter((light) => light !== 'none');
const WEEK = 7;

type Span = { readonly first: LocalDate; readonly last: LocalDate };
type CountRow = { readonly due: LocalDate; readonly light: Light; readonly total: number };

/** The whole weeks that a month lies in, Monday first. @param month `YYYY-MM` */
export function weeksOf(month: string): Span {
  const first = localDate(`${month}-01`);
  const last = addDays(addMonths(first, 1), -1);
  return { first: addDays(first, -((weekday(first) + WEEK - 1) % WEEK)), last: addDays(last, (WEEK - weekday(last)) % WEEK) };
}

/** How many open cases fall due on each day, by light; the same conditions as their lists have. */
export function dueDaysStatement(
  {
    person,
    filters: { organ, unit, person: assignee },
    days,
  }: { readonly person: Person; readonly filters: DueDaysFilters; readonly days: LightDays },
  { first, last }: Span,
): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const given = { organ, unit, assignee, open: 'true', light: SHINING, dueFrom: first, dueTo: last } as const;
  const where = conditionsOf(given, { person, days, parameters }).map((condition) => `(${condition})`);
  const light = lightSql(days, parameters);
  const text = `SELECT ${DUE} AS due, ${light} AS light, count(*)::int AS total ${IN_WORK_FROM} WHERE ${where.join(' AND ')} GROUP BY 1, 2`;
  return { text, values: parameters.values };
}

/** What the counts do not say. */
type Named = Span & {
  readonly today: LocalDate;
  readonly filters: DueDaysFilters;
  readonly calendar: WorkingDays;
  readonly years: readonly CalendarYear[];
};

/** A month of days with what falls due on each, and the filters of its list. */
export function dueDaysOf(rows: readonly unknown[], { first, last, today, filters, calendar, years }: Named): DueDaysView {
  const { month, person: assignee, ...where } = filters;
  const base = { ...where, ...(assignee === undefined ? {} : { assignee }), open: 'true', light: SHINING.join() };
  const counts = rows as readonly CountRow[];
  const days: DueDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const due = counts.filter((row) => row.due === date);
    days.push({
      date,
      kind: dayKind(date, calendar),
      provisional: calendar.isProvisional(date),
      holiday: holidayOn(date, years),
      total: due.reduce((all, { total }) => all + total, 0),
      byLight: Object.fromEntries(due.map(({ light, total }) => [light, total])),
      filters: { ...base, dueOn: date },
    });
  }
  return { month, today, days };
}

function holidayOn(date: LocalDate, years: readonly CalendarYear[]): string | null {
  const found = yearInForce(years, Number(date.slice(0, 4)));
  return found?.holidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null;
}
