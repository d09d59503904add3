import { ordinal, type AnnualReport, type Language, type PrintedTable } from '@gongkai/contracts';

/** Part of a section: words, or a table. */
export type ReportBlock =
  | { readonly type: 'text' | 'heading'; readonly text: string }
  | { readonly type: 'table'; readonly table: PrintedTable };
export type ReportSection = { readonly heading: string; readonly blocks: readonly ReportBlock[] };
/** A report in one language, as every file tells it: title and six sections. */
export type ReportContent = { readonly title: string; readonly organ: string; readonly sections: readonly ReportSection[] };

const WORDS = {
  'zh-CN': {
    title: '{organ}{year}年政府信息公开工作年度报告',
    part: '{organ}政府信息公开申请办理情况（{from}至{to}）',
    below: '（含所属各单位）',
    heading: '{no}、{title}',
    toWrite: '（本部分由单位填写）',
    thisYear: '本年度',
    fees: '{when}发出信息处理费收费通知{notices}件，通知收费总金额{noticed}元，实际收取总金额{received}元。',
  },
  en: {
    title: '{organ}: annual report on open government information {year}',
    part: '{organ}: open government information, {from} to {to}',
    below: ', with the units below it',
    heading: '{no} {title}',
    toWrite: '(This part is written by the organ.)',
    thisYear: ' this year',
    fees: 'Fee notices sent{when}: {notices}, over {noticed} yuan; received: {received} yuan.',
  },
} as const satisfies Record<Language, Record<string, string>>;

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** What is printed of a report. Numbers stand in the tables and in the words from one source. */
export function contentOf(report: AnnualReport, language: Language): ReportContent {
  const words = WORDS[language];
  const { year, from, to, whole } = report;
  const organ = `${report.organ.name[language]}${report.scope === 'below' && report.members.length > 1 ? words.below : ''}`;
  return {
    title: fill(whole ? words.title : words.part, { organ, year, from, to }),
    organ: report.organ.name[language],
    sections: report.sections.map(({ id, no, title, kind }) => ({
      heading: fill(words.heading, { no: ordinal(no, language), title: title[language] }),
      blocks:
        kind === 'table'
          ? report.tables.filter(({ section }) => section === id).map((table) => ({ type: 'table', table }))
          : writtenIn(id, report, language),
    })),
  };
}

/** What was written, part by part and paragraph by paragraph, and the fees; of a section without either, that it has to be written. */
function writtenIn(section: string, report: AnnualReport, language: Language): ReportBlock[] {
  const parts = report.texts.filter((one) => one.section === section);
  const isBare = parts.every(({ text }) => text.trim() === '');
  const fees = feesIn(section, report, language);
  if (isBare) return fees.length > 0 ? fees : [{ type: 'text', text: WORDS[language].toWrite }];
  const words = parts.flatMap(({ title, text }): ReportBlock[] => [
    ...(title === null ? [] : [{ type: 'heading' as const, text: title[language] }]),
    ...text.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [{ type: 'text' as const, text: line.trim() }])),
  ]);
  return [...words, ...fees];
}

const OTHER = 's6_other';
const FEES = 'fees.processing';

/** Fees are told in section six, in the format that knows them. */
function feesIn(section: string, { numbers, whole }: AnnualReport, language: Language): ReportBlock[] {
  const notices = numbers[`${FEES}.notices`];
  if (section !== OTHER || notices === undefined) return [];
  const values = {
    when: whole ? WORDS[language].thisYear : '',
    notices: notices ?? 0,
    noticed: numbers[`${FEES}.yuan_noticed`] ?? 0,
    received: numbers[`${FEES}.yuan_received`] ?? 0,
  };
  return [{ type: 'text', text: fill(WORDS[language].fees, values) }];
}

/** The text of a cell of a table: its heading, or its number; nothing where none has been entered. */
export function wordsOf(
  { text, cell }: Pick<PrintedTable['rows'][number][number], 'text' | 'cell'>,
  { numbers }: Pick<AnnualReport, 'numbers'>,
  language: Language,
): string {
  if (cell === null) return text[language];
  const number = numbers[cell] ?? null;
  return number === null ? '' : String(number);
}

/** A part of a year says so of itself: nobody is to take it for a report of the year. */
export const periodOfPart = ({ whole, from, to }: Pick<AnnualReport, 'whole' | 'from' | 'to'>): [string, string][] =>
  whole
    ? []
    : [
        ['from', from],
        ['to', to],
      ];

/** The parts of the text that somebody has written. */
export const writtenTexts = ({ texts }: Pick<AnnualReport, 'texts'>): AnnualReport['texts'] =>
  texts.filter(({ text }) => text.trim() !== '');

/** What a section is headed. */
export function titleOf(id: string, { sections }: Pick<AnnualReport, 'sections'>): AnnualReport['sections'][number]['title'] {
  return sections.find((section) => section.id === id)?.title ?? { 'zh-CN': id, en: id };
}
