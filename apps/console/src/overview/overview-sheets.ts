import type { CaseRow, DashboardView, Light } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { Speech } from '../list/speech.js';
import { holderOf } from '../list/turn-cell.js';
import type { SheetCell, SheetTable } from '../list/xlsx.js';
import { byRisk, URGENCY } from './lights.js';

type SheetSpeech = Pick<Speech, 'terms' | 'step' | 'organName'> & { readonly t: Say<'overview'>; readonly lists: Say<'lists'> };

const NARROW = 14;
const WIDE = 26;

/**
 * The overview as tables: lights, days, units, people, and what is overdue.
 * @param overdue all of it, which the page names the beginning of
 */
export function overviewSheets(
  view: DashboardView,
  overdue: readonly CaseRow[],
  speech: SheetSpeech,
): [SheetTable, ...SheetTable[]] {
  const { t, terms, organName } = speech;
  const lights = URGENCY.map((light) => terms(`light.${light}`));
  return [
    sheet(
      t('lights'),
      [t('sheet.light'), t('sheet.total')],
      URGENCY.map((light) => [terms(`light.${light}`), view.byLight[light]]),
    ),
    sheet(t('sheet.days'), [t('sheet.day'), t('sheet.kind'), t('sheet.due'), t('sheet.sum'), ...lights], dayRows(view, t)),
    sheet(
      t('by-unit'),
      [t('sheet.unit'), t('sheet.total'), ...lights],
      byRisk(view.byUnit).map(({ organ, total, byLight }) => [organName(organ), total, ...litCells(byLight)]),
    ),
    sheet(
      t('by-person'),
      [t('sheet.person'), t('sheet.total'), t('sheet.capacity'), t('sheet.helping'), t('sheet.away'), ...lights],
      byRisk(view.byPerson).map(({ person, total, byLight, capacity, helping, awayUntil }) => [
        ...[person?.name ?? t('nobody'), total, capacity ?? '', helping],
        ...[awayUntil === null ? '' : { day: awayUntil }, ...litCells(byLight)],
      ]),
    ),
    overdueSheet(overdue, speech),
  ];
}

const sheet = (name: string, head: readonly string[], rows: readonly SheetCell[][]): SheetTable => ({
  ...{ name, head, rows },
  widths: head.map((_, i) => (i === 0 ? WIDE : NARROW)),
});

const litCells = (byLight: Readonly<Partial<Record<Light, number>>>): SheetCell[] => URGENCY.map((light) => byLight[light] ?? 0);

/** Today and the days up to the tenth working day, with what is due from tomorrow on in all. */
function dayRows({ days }: DashboardView, t: Say<'overview'>): SheetCell[][] {
  const shown = days.filter(({ place }) => place === 'today' || place === 'ahead');
  const sumUpTo = (end: string): number =>
    shown.reduce((all, { date, place, total }) => all + (place === 'ahead' && date <= end ? total : 0), 0);
  return shown.map(({ date, kind, place, provisional, total, byLight }) => [
    { day: date, mark: provisional ? t('day.provisional') : undefined },
    t(`sheet.kind.${kind}`),
    ...[total, place === 'today' ? '' : sumUpTo(date), ...litCells(byLight)],
  ]);
}

const OVERDUE_WIDTHS = [26, 48, 26, NARROW, 20, 20, NARROW, NARROW];

/** In whose hands it is, a line each. */
function overdueSheet(rows: readonly CaseRow[], { t, lists, step, organName }: SheetSpeech): SheetTable {
  const head = [t('column.case'), lists('column.subject'), t('sheet.unit'), t('column.late')];
  const turn = [t('column.turn'), lists('column.next'), t('column.held'), t('column.since')];
  return {
    ...{ name: t('overdue'), head: [...head, ...turn], widths: OVERDUE_WIDTHS },
    rows: rows.map((row) => [
      ...[row.number, row.subject, organName(row.organ), Math.max(0, -(row.daysLeft ?? 0))],
      ...[holderOf(row), row.turn.step === null ? '' : step(row.turn.step), row.turn.days, { day: row.turn.since }],
    ]),
  };
}
