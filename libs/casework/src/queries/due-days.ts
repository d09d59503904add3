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
import type { RecordOwed } from '../records/records-due.js';
import { dayKind } from './dashboard-days.js';
import { IN_WORK_FROM } from './in-work.js';
import { conditionsOf, DUE, lightSql, Parameters, type LightDays } from './list-sql.js';

/** Lights of cases whose date is still to be kept. */
const SHINING = LIGHTS.filter((light) => light !== 'none');
const WEEK = 7;

/** So many other deadlines are told of a month, the first ones. */
const MOST_OTHERS = 1_000;

type Span = { readonly first: LocalDate; readonly last: LocalDate };
type OtherRow = { readonly due: LocalDate; readonly deadline: string; readonly id: string; readonly number: string };
type CountRow = { readonly due: LocalDate; readonly light: Light; readonly total: number };

/** The whole weeks that a month lies in, Monday first. @param month `YYYY-MM` */
export function weeksOf(month: string): Span {
  const first = localDate(`${month}-01`);
  const last = addDays(addMonths(first, 1), -1);
  return { first: addDays(first, -((weekday(first) + WEEK - 1) % WEEK)), last: addDays(last, (WEEK - weekday(last)) % WEEK) };
}

/** Whose days are asked for, and by whom. */
type DueAsked = { readonly person: Person; readonly filters: DueDaysFilters; readonly days: LightDays };

/** The first two parameters say what the person sees. */
function begun({ person, filters: { organ, unit, person: assignee } }: DueAsked) {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  return { parameters, whose: { organ, unit, assignee } };
}

/** How many open cases fall due on each day, by light; the same conditions as their lists have. */
export function dueDaysStatement(asked: DueAsked, { first, last }: Span): Statement {
  const { person, days } = asked;
  const { parameters, whose } = begun(asked);
  const given = { ...whose, open: 'true', light: SHINING, dueFrom: first, dueTo: last } as const;
  const where = conditionsOf(given, { person, days, parameters }).map((condition) => `(${condition})`);
  const light = lightSql(days, parameters);
  const text = `SELECT ${DUE} AS due, ${light} AS light, count(*)::int AS total ${IN_WORK_FROM} WHERE ${where.join(' AND ')} GROUP BY 1, 2`;
  return { text, values: parameters.values };
}

/** What else people are reminded of in those days; the reply itself is counted, and not told twice. */
export function otherDueStatement(asked: DueAsked, { first, last }: Span): Statement {
  const { person, days } = asked;
  const { parameters, whose } = begun(asked);
  const where = conditionsOf(whose, { person, days, parameters }).map((condition) => `AND (${condition})`);
  const text = `
    SELECT alarm.due, alarm.subject AS deadline, named.id, named.number ${IN_WORK_FROM}
      JOIN alarm ON alarm.case_id = case_file.id AND alarm.kind = 'reminder'
      JOIN case_file AS named ON named.id = case_file.id
     WHERE alarm.due BETWEEN ${parameters.add(first)} AND ${parameters.add(last)}
       AND (alarm.due IS DISTINCT FROM ${DUE} OR strpos(alarm.subject, ':') > 0) ${where.join(' ')}
     ORDER BY alarm.due, named.number, alarm.subject LIMIT ${String(MOST_OTHERS)}`;
  return { text, values: parameters.values };
}

/** What the counts do not say. */
type Named = Span & {
  readonly today: LocalDate;
  readonly filters: DueDaysFilters;
  readonly calendar: WorkingDays;
  readonly years: readonly CalendarYear[];
};

type Found = {
  readonly counted: readonly unknown[];
  readonly others: readonly unknown[];
  readonly records: readonly RecordOwed[];
};

/** A month of days with what falls due on each, and the filters of its list. */
export function dueDaysOf(
  { counted, others, records }: Found,
  { first, last, today, filters, calendar, years }: Named,
): DueDaysView {
  const { month, person: assignee, ...where } = filters;
  const base = { ...where, ...(assignee === undefined ? {} : { assignee }), open: 'true', light: SHINING.join() };
  const counts = counted as readonly CountRow[];
  const listed = others as readonly OtherRow[];
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
      others: listed.filter((row) => row.due === date).map(({ id, number, deadline }) => ({ case: { id, number }, deadline })),
      records: records
        .filter(({ due }) => due === date)
        .map(({ id, number, provisional, deadline }) => ({ id, number, provisional, deadline })),
    });
  }
  return { month, today, days };
}

function holidayOn(date: LocalDate, years: readonly CalendarYear[]): string | null {
  const found = yearInForce(years, Number(date.slice(0, 4)));
  return found?.holidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null;
}
