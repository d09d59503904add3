import type { CaseAtRisk, ForecastView, Stretch, TrendsView } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetCell, SheetTable } from '../list/xlsx.js';
import { holderOf } from '../list/turn-cell.js';
import { percentOf } from './figures.js';
import { FLOW_COLUMNS, turnedOut, type Flow } from './flow-cells.js';

type SheetSpeech = {
  readonly t: Say<'trends'>;
  readonly organName: (code: string) => string;
  readonly stretchName: (stretch: Stretch) => string;
};

const NARROW = 12;
const WIDE = 26;

/** The tables of the page: weeks, links, units, weeks ahead, and the cases at risk. */
export function trendSheets(trends: TrendsView, forecast: ForecastView, speech: SheetSpeech): [SheetTable, ...SheetTable[]] {
  const { t, organName, stretchName } = speech;
  const sheet = (name: string, head: readonly string[], rows: readonly SheetCell[][]): SheetTable => ({
    ...{ name, head, rows },
    widths: head.map((_, i) => (i === 0 ? WIDE : NARROW)),
  });
  const flowHead = FLOW_COLUMNS.map((name) => t(name));
  return [
    sheet(
      t('weeks'),
      [t('period.from'), t('period.to'), ...flowHead],
      trends.weeks.map((week) => [{ day: week.from }, { day: week.to }, ...flowRow(week)]),
    ),
    sheet(
      t('stretches'),
      (['stretch', 'stretch.cases', 'stretch.median', 'stretch.ninth', 'stretch.slowest'] as const).map((name) => t(name)),
      trends.stretches.map(({ stretch, cases, median, ninth, slowest }) => [
        ...[stretchName(stretch), cases.total, median ?? '', ninth ?? '', slowest.total],
      ]),
    ),
    sheet(
      t('units'),
      [t('unit'), ...flowHead],
      trends.units.map(({ organ, ...flow }) => [organName(organ), ...flowRow(flow)]),
    ),
    sheet(
      t('forecast'),
      [t('period.from'), t('period.to'), t('forecast.due'), t('forecast.expected'), t('low'), t('high')],
      forecast.weeks.map(({ from, to, due, expected, low, high }) => [
        ...[{ day: from }, { day: to }, due.total, rounded(expected), low, high],
      ]),
    ),
    sheet(
      t('forecast.risk'),
      riskHead(t),
      forecast.items.map((item) => riskRow(item, organName)),
    ),
  ];
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
const shareOf = (part: number, whole: number): SheetCell => {
  const percent = percentOf(part, whole);
  return percent === null ? '' : Number(percent);
};

function flowRow({ received, replied, inTime, late, extended, corrected }: Flow): SheetCell[] {
  const of = (part: Flow['late']): SheetCell => shareOf(part.total, replied.total);
  const punctual = shareOf(inTime.total, turnedOut({ inTime, late }));
  return [
    ...[received.total, replied.total, inTime.total, late.total, punctual],
    ...[extended.total, of(extended), corrected.total, of(corrected)],
  ];
}

const riskHead = (t: Say<'trends'>): string[] => [
  ...[t('forecast.case'), t('forecast.organ'), t('forecast.turn'), t('forecast.day'), t('forecast.left')],
  ...[t('forecast.late'), t('low'), t('high'), t('forecast.overrun')],
  ...[t('forecast.reply'), t('earliest'), t('latest'), t('forecast.like')],
];

function riskRow(item: CaseAtRisk, organName: (code: string) => string): SheetCell[] {
  const { case: row, late, low, high, overrun, reply, like } = item;
  const due = row.finalDue ?? row.provisional;
  return [
    ...[row.number, organName(row.organ), holderOf(row), due === null ? '' : { day: due }, row.daysLeft ?? ''],
    ...[late, low, high, overrun].map(rounded),
    ...(reply === null ? ['', '', ''] : [{ day: reply.on }, { day: reply.earliest }, { day: reply.latest }]),
    like,
  ];
}
