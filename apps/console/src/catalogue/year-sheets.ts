import { articleText, type CatalogueYear, type Language } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetTable } from '../list/xlsx.js';

const WIDTHS = { kinds: [34, 18, 10, 10, 10, 12, 10, 16, 40, 14], late: [22, 60, 26, 26, 14, 14, 14] } as const;

type Kind = CatalogueYear['kinds'][number];

/** What is missing of a kind, or why there is nothing of it. */
const gapIn = ({ gap, nothing }: Kind, t: Say<'catalogue'>): string =>
  gap === null ? '' : nothing === null ? t(`gap.${gap}`) : t('nothing.said', { ...nothing, on: nothing.on });

/** The full list of a year: a line for each kind. */
const kindSheet = ({ year, kinds }: CatalogueYear, t: Say<'catalogue'>, language: Language): SheetTable => ({
  name: `${t('year.title')} ${String(year)}`,
  head: [
    ...(['kind', 'article', 'year.made', 'year.published', 'withdrawn.count', 'year.standing', 'year.late'] as const),
    ...(['year.last-on', 'year.gap', 'late.due'] as const),
  ].map((column) => t(column)),
  widths: WIDTHS.kinds,
  rows: kinds.map((of) => [
    ...[of.kind.name[language], articleText(of.kind.article, language)],
    ...[of.made, of.published, of.withdrawn, of.standing, of.late],
    of.lastOn === null ? '' : { day: of.lastOn },
    gapIn(of, t),
    of.dueOn === null ? '' : { day: of.dueOn },
  ]),
});

/** What was published after its period (REG 26): a line for each entry. */
const lateSheet = ({ kinds, lateEntries }: CatalogueYear, t: Say<'catalogue'>, language: Language): SheetTable => ({
  name: t('late.title'),
  head: (['index-number', 'name', 'kind', 'organ', 'late.made', 'late.due', 'late.published'] as const).map((column) =>
    t(column),
  ),
  widths: WIDTHS.late,
  rows: lateEntries.map(({ indexNumber, title, kind, organ, madeOn, dueOn, publishedOn }) => [
    ...[indexNumber, title, kinds.find((one) => one.kind.code === kind)?.kind.name[language] ?? kind, organ.name[language]],
    ...[madeOn, dueOn, publishedOn].map((day) => ({ day })),
  ]),
});

/** The full list of a year and what came late, as the sheets of a workbook. */
export const yearSheets = (shown: CatalogueYear, t: Say<'catalogue'>, language: Language): readonly [SheetTable, SheetTable] => [
  kindSheet(shown, t, language),
  lateSheet(shown, t, language),
];
