import { parseConfig } from './parse-config.js';
import { cellsOf, type Cell } from './report-cells.js';
import { formatFindings } from './report-format-check.js';
import { FormatFile } from './report-schema.js';

/** A format of the annual report with all its cells in printed order. */
export type AnnualReportFormat = FormatFile & { readonly cells: readonly Cell[] };

/**
 * Reads a file of `config/reports`.
 * @throws ConfigError with every problem: a name given twice, a sum over cells that do not exist, a heading that spans another
 * number of rows than it says, a decision or result that no row or column counts, or two do
 */
export function parseReportFormat(text: string, file: string): AnnualReportFormat {
  const checked = FormatFile.superRefine((format, context) => {
    for (const { path, message } of formatFindings(format)) context.addIssue({ code: 'custom', path: [...path], message });
  });
  const format = parseConfig(text, file, checked);
  return { ...format, cells: cellsOf(format) };
}

/** The format of the report for a year, undefined where none is known. */
export function formatForYear<F extends Pick<FormatFile, 'usedFor'>>(formats: readonly F[], year: number): F | undefined {
  return formats.find(({ usedFor: { first, last } }) => first <= year && (last === undefined || year <= last));
}
