import {
  amended,
  CalendarGapError,
  localDate,
  missingHolidays,
  OrganCalendars,
  problemsOfVersion,
  withImported,
  type CalendarProblem,
  type CalendarVersion,
  type LocalDate,
  type NewVersion,
} from '@gongkai/calendar';
import {
  Refusal,
  type CalendarContent,
  type ClosedOrgan,
  type FieldCode,
  type FieldProblem,
  type NewCalendar,
} from '@gongkai/contracts';
import type { LawShelf } from '../law-shelf.js';
import { daysChanged } from './days-changed.js';
import { laidOver, type ImportRow } from './edition-rows.js';

/** An organ that a document is about, and all that it closes: itself and what lies below it on that day. */
export type Closed = ClosedOrgan & { readonly id: string; readonly organs: readonly string[] };

/** What changes: the days as they are kept, and the calendars that are in force with them. */
export type Planned = { readonly content: CalendarContent; readonly calendars: OrganCalendars };

export type Planning = {
  readonly laws: LawShelf;
  readonly today: LocalDate;
  readonly region: string;
  readonly year: number;
  /** What was imported of the region so far. */
  readonly imports: readonly ImportRow[];
  /** Null: it is about every organ. */
  readonly closed: Closed | null;
};

export const firstDayOf = (year: number): LocalDate => localDate(`${String(year)}-01-01`);

/** Looks at a document before anything is changed. @throws Refusal `invalid-request` with every field at fault */
export function planned(draft: NewCalendar, planning: Planning): Planned {
  const { confirm: _confirm, organ: _organ, amends, ...said } = draft;
  const { year, closed } = planning;
  const before = beforeOf(planning);
  const last = before.at(-1);
  const problems = [
    ...problemsOfVersion(said, year, closed === null ? last : undefined).map(fieldProblem(year, last)),
    ...wholenessProblems(said, amends === true, planning),
    ...headProblems(said, before, planning),
  ];
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  const content = amends === true && last !== undefined ? amended(last, said) : said;
  const calendars = calendarsWith([...planning.imports, rowOf(content, planning)], planning);
  if (closed !== null && daysChanged(ofOrgan(planning), calendars.of(closed.id), year).length === 0)
    throw new Refusal('invalid-request', [problem('holidays', 'changes-no-day', { year })]);
  return { content, calendars };
}

const headProblems = (said: NewVersion, before: readonly CalendarVersion[], { today }: Planning): FieldProblem[] => [
  ...(before.some(({ notice }) => notice === said.notice) ? [problem('notice', 'notice-known')] : []),
  ...(said.issuedOn > today ? [problem('issuedOn', 'future-date')] : []),
];

/** The calendars as some imports make them. @throws Refusal `invalid-request` where a year would be missing between two */
export function calendarsWith(
  imports: readonly ImportRow[],
  { laws, region }: Pick<Planning, 'laws' | 'region'>,
): OrganCalendars {
  const { imported, closings } = laidOver(imports);
  try {
    return new OrganCalendars(withImported(laws.calendars.shippedYears(region), imported), closings);
  } catch (error) {
    if (!(error instanceof CalendarGapError)) throw error;
    throw new Refusal('invalid-request', [problem('year', 'year-before-missing', { year: (error.year ?? 0) - 1 })]);
  }
}

const ofOrgan = ({ laws, region, closed }: Planning) => laws.calendars.calendars(region).of(closed?.id);

/** What is in force of the year already: of everybody, or of the organ alone. */
function beforeOf({ laws, region, year, imports, closed }: Planning): readonly CalendarVersion[] {
  if (closed !== null)
    return imports
      .filter((one) => one.in_force && one.year === year && one.organ_id === closed.id)
      .map(({ content, version }) => ({ ...content, version }));
  const known = laws.calendars.calendarYears(region).find((one) => one.year === year);
  return known?.status === 'published' ? known.versions : [];
}

/** A notice of a year is about all of it; what changes a part says so, or of which organ it is. */
function wholenessProblems(said: NewVersion, amends: boolean, planning: Planning): FieldProblem[] {
  const { closed, region, year } = planning;
  if (closed !== null) return closedProblems(amends, planning);
  if (amends) return beforeOf(planning).length === 0 ? [problem('amends', 'nothing-to-amend', { year })] : [];
  const names = missingHolidays(region, said);
  return names.length === 0 ? [] : [problem('holidays', 'holidays-missing', { names: names.join('、') })];
}

function closedProblems(amends: boolean, planning: Planning): FieldProblem[] {
  const calendar = ofOrgan(planning);
  return [
    ...(amends ? [problem('amends', 'organ-and-amends')] : []),
    ...(calendar.covers(firstDayOf(planning.year))
      ? []
      : [problem('year', 'before-calendar', { from: calendar.from, to: calendar.to })]),
  ];
}

const rowOf = (content: CalendarContent, { region, year, closed }: Planning): ImportRow => ({
  ...{ id: '', region, year, content, in_force: true, version: Number.MAX_SAFE_INTEGER },
  ...{ organ_id: closed?.id ?? null, organs: closed?.organs ?? null },
});

const problem = (path: string, code: FieldCode, facts?: FieldProblem['facts']): FieldProblem => ({
  ...{ path, code },
  ...(facts === undefined ? {} : { facts }),
});

const CODES = {
  'outside-year': 'outside-year',
  'not-a-weekend': 'not-a-weekend',
  'off-and-worked': 'off-and-worked',
  'ends-before-start': 'ends-before-start',
  overlaps: 'holidays-overlap',
  'not-after-last': 'notice-not-later',
  'not-numbered': 'invalid-value',
} as const satisfies Record<CalendarProblem['code'], FieldCode>;

const fieldProblem =
  (year: number, before: CalendarVersion | undefined) =>
  ({ path, code, date, name = '' }: CalendarProblem): FieldProblem => ({
    path: path.join('.'),
    code: CODES[code],
    facts: { year, name, date: date ?? before?.issuedOn ?? '' },
  });
