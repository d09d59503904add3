import { weekday, type LocalDate } from '@gongkai/calendar';
import type { LedgerDay } from './reading.js';

/** A cell of the ruler: a day, or weeks in which nothing happened. */
export type RulerCell =
  | { readonly type: 'day'; readonly day: LedgerDay }
  | { readonly type: 'fold'; readonly weeks: number; readonly from: LocalDate; readonly to: LocalDate };

/**
 * The line of cells from the start to the due day. Where not all fit, weeks in which nothing happens are folded: today's week and each
 * week in which something begins or ends stay open.
 * @param most how many cells fit
 */
export function cellsOf(days: readonly LedgerDay[], today: LocalDate, most: number): RulerCell[] {
  const open = days.map((day): RulerCell => ({ type: 'day', day }));
  if (open.length <= most) return open;
  const cells: RulerCell[] = [];
  for (const week of weeksOf(days)) {
    const folded = isPlain(week, days, today) ? foldOf(week, cells.at(-1)) : null;
    if (folded === null) cells.push(...week.map((day): RulerCell => ({ type: 'day', day })));
    else cells.splice(folded.weeks > 1 ? -1 : cells.length, 1, folded);
  }
  return cells;
}

function foldOf(week: readonly LedgerDay[], before: RulerCell | undefined): Extract<RulerCell, { type: 'fold' }> | null {
  const [first, last] = [week[0], week.at(-1)];
  if (!first || !last) return null;
  if (before?.type === 'fold') return { ...before, weeks: before.weeks + 1, to: last.date };
  return { type: 'fold', weeks: 1, from: first.date, to: last.date };
}

/** Monday to Sunday; the first and the last may be parts. */
function weeksOf(days: readonly LedgerDay[]): LedgerDay[][] {
  const weeks: LedgerDay[][] = [];
  for (const day of days) {
    const week = weeks.at(-1);
    if (week && weekday(day.date) !== 1) week.push(day);
    else weeks.push([day]);
  }
  return weeks;
}

/** Whether nothing begins or ends in a week: neither a stop nor a holiday, nor is it today's, the first or the last. */
function isPlain(week: readonly LedgerDay[], days: readonly LedgerDay[], today: LocalDate): boolean {
  if (week.some(({ date, due, kind, makeup }) => due || makeup || kind === 'start' || kind === 'holiday' || date === today))
    return false;
  const kinds = new Set<LedgerDay['kind']>(week.map(({ kind }) => kind).filter((kind) => kind !== 'weekend'));
  const before = days.findLast(({ date, kind }) => date < (week[0]?.date ?? '') && kind !== 'weekend');
  return kinds.size === 1 && before !== undefined && kinds.has(before.kind);
}
