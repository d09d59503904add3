import { localDate } from '@gongkai/calendar';
import type { Language, ReportRow, ReportRowView } from '@gongkai/contracts';
import { conclusionAhead, conclusionOf, type CaseFile, type CaseItem } from '@gongkai/lifecycle';
import { formatForYear, inForce, rowInWords, rowOf, rowOfEnd, type AnnualReportFormat, type Decision } from '@gongkai/statutes';
import type { Reckoned } from '../desk/columns.js';

/** Where a case counts in the annual report of a year, and each of its items by itself. */
export type ReportRows = {
  readonly ofItem: (item: Pick<CaseItem, 'decision'>) => ReportRow | null;
  readonly ofCase: ReportRowView | null;
};

/** In which rows a case counts, by the format of the year it ended in; of one that is open, by that of today's year as it stands decided. */
export function reportRows({ now: { file }, law, today }: Reckoned, language: Language): ReportRows {
  const ended = conclusionOf(file);
  const year = Number((ended?.on ?? today).slice(0, '2026'.length));
  const format = formatForYear(law.reports, year);
  if (format === undefined) return { ofItem: () => null, ofCase: null };
  const end = ended ?? conclusionAhead(file);
  const mixed = inForce(law.statute, 'mixed_items.report_row', localDate(`${String(year)}-12-31`));
  const row = end === null ? null : rowOfEnd(end, format, mixed);
  return {
    ofItem: ({ decision }) => (decision === null ? null : inWords(rowOf(decision as Decision, format), format, language)),
    ofCase: row === null ? null : { ...inWords(row, format, language), year, isFinal: ended !== null, isPart: isInParts(file) },
  };
}

/** One that is answered in parts counts with the decisions of all of them: each case of it knows the row of its own part alone. */
const isInParts = ({ partOf, itemsApart }: CaseFile): boolean => partOf !== null || itemsApart > 0;

function inWords(row: string, format: AnnualReportFormat, language: Language): ReportRow {
  const { zh, en } = rowInWords(row, format);
  return { row, name: language === 'zh-CN' ? zh : en };
}
