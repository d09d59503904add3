import { addDays, weekday, type LocalDate } from '@gongkai/calendar';
import type { CalendarYearView, Derivation, LedgerView, OtherDueExplained, PeriodKind } from '@gongkai/contracts';
import { budgetOf, isReplyDate, nameOfOther, undoneIn } from './deadlines.js';
import { startArticleOf, startOf, type Start } from './start.js';

/** What a day is in the reckoning of one deadline. */
export type DayKind = 'start' | 'counted' | 'stopped' | 'holiday' | 'weekend' | 'set' | 'late';

/** One day from the start of a period to its due day, as the server counted it. */
export type LedgerDay = {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** 1, 2, 3 … of a counted day, or of a day too late. */
  readonly ordinal: number | null;
  /** The consultations that stopped it, in order of dispatch. */
  readonly stops: readonly string[];
  /** The name of the holiday, where the notice names one. */
  readonly holiday: string | null;
  /** A Saturday or Sunday that is worked. */
  readonly makeup: boolean;
  readonly due: boolean;
};

/** Days in a row that count, or that do not count because of consultations; days off between them belong to nobody. */
export type Segment = {
  readonly kind: 'counted' | 'stopped';
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Counted or stopped days in it. */
  readonly days: number;
  /** Ordinal of its first counted day. */
  readonly first: number | null;
  readonly stops: readonly string[];
  /** Days added by an extension. */
  readonly extended: boolean;
  /** Worked Saturdays and Sundays among them. */
  readonly makeups: readonly LocalDate[];
};

/** Class names of what is beside the kind of a day. */
export const flagsOf = ({ makeup, due }: LedgerDay): string[] => [...(makeup ? ['is-makeup'] : []), ...(due ? ['is-due'] : [])];

/** What was skipped although nothing stopped it. */
export type DaysOff = {
  readonly weekendDays: number;
  readonly holidays: readonly { readonly name: string | null; readonly days: number }[];
};

const STOPPED = 'consultation:';

/** Every day of a period, from the day it starts, which never counts, to the due day. Nothing is reckoned here: what does not count is what the server skipped. */
function daysOf({ from, due, counted, skipped }: Derivation, years: readonly CalendarYearView[]): LedgerDay[] {
  const reasons = new Map<string, string>(skipped.map(({ date, reason }) => [date, reason]));
  const listed = calendarDays(years);
  const days: LedgerDay[] = [];
  let ordinal = 0;
  for (let date = from; date <= due; date = addDays(date, 1)) {
    const kind = kindOf(date === from, reasons.get(date), counted);
    if (kind === 'counted') ordinal += 1;
    days.push({
      date,
      kind,
      ordinal: kind === 'counted' ? ordinal : null,
      stops: kind === 'stopped' ? (reasons.get(date) ?? '').slice(STOPPED.length).split(',') : [],
      holiday: listed.holidays.get(date) ?? null,
      makeup: listed.makeups.has(date),
      due: date === due,
    });
  }
  return days;
}

function kindOf(isStart: boolean, reason: string | undefined, counted: number | null): DayKind {
  if (isStart) return 'start';
  if (reason === 'holiday' || reason === 'weekend') return reason;
  if (reason !== undefined) return 'stopped';
  return counted === null ? 'set' : 'counted';
}

/** Holidays by their day, and the worked days of weekends. */
export function calendarDays(years: readonly CalendarYearView[]): { holidays: Map<string, string>; makeups: Set<string> } {
  const holidays = new Map<string, string>();
  for (const { name, from, to } of years.flatMap((year) => year.holidays))
    for (let day = from; day <= to; day = addDays(day, 1)) holidays.set(day, name);
  return { holidays, makeups: new Set(years.flatMap(({ makeupWorkdays }) => makeupWorkdays)) };
}

/**
 * The runs of counted and stopped days.
 * @param budget counted days without an extension: what comes after them is an extension
 */
function segmentsOf(days: readonly LedgerDay[], budget = Infinity): Segment[] {
  const segments: Segment[] = [];
  for (const day of days) {
    const kind = runKind(day);
    if (kind === null) continue;
    const extended = (day.ordinal ?? 0) > budget;
    const last = segments.at(-1);
    if (last?.kind === kind && last.extended === extended) segments[segments.length - 1] = longer(last, day);
    else segments.push(begun(day, kind, extended));
  }
  return segments;
}

const runKind = ({ kind }: LedgerDay): Segment['kind'] | null => (kind === 'counted' || kind === 'stopped' ? kind : null);

const begun = ({ date, ordinal, stops, makeup }: LedgerDay, kind: Segment['kind'], extended: boolean): Segment => ({
  kind,
  from: date,
  to: date,
  days: 1,
  first: ordinal,
  stops,
  extended,
  makeups: makeup ? [date] : [],
});

const longer = (segment: Segment, { date, stops, makeup }: LedgerDay): Segment => ({
  ...segment,
  to: date,
  days: segment.days + 1,
  stops: [...new Set([...segment.stops, ...stops])],
  makeups: makeup ? [...segment.makeups, date] : segment.makeups,
});

/** The days off of a period, summed by kind and by holiday. */
export function daysOffOf(days: readonly LedgerDay[]): DaysOff {
  const names = days.filter(({ kind }) => kind === 'holiday').map(({ holiday }) => holiday);
  return {
    weekendDays: days.filter(({ kind }) => kind === 'weekend').length,
    holidays: [...new Set(names)].map((name) => ({ name, days: names.filter((other) => other === name).length })),
  };
}

/** Where each consultation stopped the clock, first and last stopped day; lanes of a ledger in which they overlap. */
export function lanesOf(days: readonly LedgerDay[]): { readonly id: string; readonly from: LocalDate; readonly to: LocalDate }[] {
  const ids = [...new Set(days.flatMap(({ stops }) => stops))];
  return ids.flatMap((id) => {
    const own = days.filter(({ stops }) => stops.includes(id));
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ id, from: first.date, to: last.date }] : [];
  });
}

/** Days that stopped the clock, each once however many consultations were open. */
export const stoppedDays = (days: readonly LedgerDay[]): number => days.filter(({ kind }) => kind === 'stopped').length;

/** Days that an extension added. */
export const extendedDays = ({ segments }: Pick<Reading, 'segments'>): number =>
  segments.filter(({ extended }) => extended).reduce((total, { days }) => total + days, 0);

/** In what a period of the clock is counted. Where a day off counted, all calendar days did. */
function unitOf(days: readonly LedgerDay[]): 'working_day' | 'calendar_day' {
  const isOff = ({ date, holiday, makeup }: LedgerDay): boolean =>
    holiday !== null || (!makeup && (weekday(date) === 0 || weekday(date) === 6));
  return days.some((day) => day.kind === 'counted' && isOff(day)) ? 'calendar_day' : 'working_day';
}

/** One deadline as it is read day by day. */
export type Reading = {
  readonly derivation: Derivation;
  readonly days: readonly LedgerDay[];
  readonly segments: readonly Segment[];
  readonly start: Start;
  /** What the start rests on, where it is not the receipt. */
  readonly startArticle: string;
  /** A fee that was asked in error while the period ran, and has not moved its end. */
  readonly undone: Derivation | null;
  /** The fact that started a deadline beside the clock. */
  readonly startedBy: OtherDueExplained['startedBy'] | null;
  readonly unit: PeriodKind;
  /** It rests on a year without a published calendar: that year. */
  readonly provisionalIn: number | null;
  readonly years: readonly CalendarYearView[];
};

/** The years that a period lies in; another deadline of the same ledger may reach further. */
export const yearsOf = ({ derivation: { from, due }, years }: Reading): readonly CalendarYearView[] =>
  years.filter(({ year }) => from.slice(0, 4) <= String(year) && String(year) <= due.slice(0, 4));

/** The reading of one deadline of a ledger. */
export function readingOf(derivation: Derivation, ledger: LedgerView, years: readonly CalendarYearView[]): Reading {
  const days = daysOf(derivation, years);
  const start = startOf(derivation, ledger);
  const beside = ledger.others.find((other) => nameOfOther(other) === derivation.deadline);
  return {
    derivation,
    days,
    segments: segmentsOf(days, budgetOf(derivation, ledger.derivation)),
    start,
    startArticle: startArticleOf(start, derivation, ledger),
    undone: isReplyDate(derivation.deadline) ? undoneIn(ledger) : null,
    startedBy: beside?.startedBy ?? null,
    unit: beside?.unit ?? unitOf(days),
    provisionalIn: isProvisional(derivation, beside) ? estimatedYear(derivation) : null,
    years,
  };
}

const isProvisional = ({ deadline }: Derivation, beside: OtherDueExplained | undefined): boolean =>
  beside === undefined ? deadline.startsWith('provisional') : beside.due === null;

/** The first year of a derivation whose calendar is not published. */
const estimatedYear = ({ calendarVersion, due }: Derivation): number =>
  Number(/(\d{4})\.estimated/.exec(calendarVersion)?.[1] ?? due.slice(0, 4));
