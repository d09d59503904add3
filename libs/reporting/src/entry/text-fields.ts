import { ordinal, type ReportText } from '@gongkai/contracts';
import type { AnnualReportFormat } from '@gongkai/statutes';
import { textOf } from '../print/printed-table.js';

/** What is written by people: the parts of the narrative sections, in printed order. */
export type TextField = Omit<ReportText, 'text'> & {
  /** Section six can be empty: what it has to tell are the fees, which are counted. */
  readonly needed: boolean;
};

const NUMBERS = '一二三四五六七八九';

/** The fields of a format that take text: one for each part of a section that has several, else one for the section. */
export function textFieldsOf({ sections, tables }: Pick<AnnualReportFormat, 'sections' | 'tables'>): TextField[] {
  const counted = new Set(tables.map(({ section }) => section));
  return sections.flatMap(({ id, kind, parts }): TextField[] => {
    if (kind === 'table') return [];
    const needed = !counted.has(id);
    if (parts.length < 2) return [{ id, section: id, title: null, needed }];
    return parts.map((part, i) => ({ id: `${id}.${String(i + 1)}`, section: id, title: numbered(textOf(part), i), needed }));
  });
}

function numbered(title: NonNullable<ReportText['title']>, i: number): ReportText['title'] {
  const no = `（${NUMBERS[i] ?? ''}）`;
  return { 'zh-CN': `${no}${title['zh-CN']}`, en: `${ordinal(no, 'en')} ${title.en}` };
}
