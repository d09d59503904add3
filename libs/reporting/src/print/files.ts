import type { AnnualReport, Language } from '@gongkai/contracts';
import type { AnnualReportFormat } from '@gongkai/statutes';
import { contentOf, periodOfPart, titleOf, writtenTexts } from './content.js';
import { htmlOf } from './html.js';
import { emptySheet, xlsxOf } from './spreadsheet.js';

/** A report as a file. */
export type ReportFile = { readonly name: string; readonly type: string; readonly content: Buffer };

/** The forms that need no press; see `paperOf` for the others. */
export const PLAIN_FORMS = ['xlsx', 'html', 'csv', 'json'] as const;
export type PlainForm = (typeof PLAIN_FORMS)[number];

type Maker = (report: AnnualReport, language: Language) => string | Promise<Buffer>;

const FORMS: Readonly<Record<PlainForm, { readonly type: string; readonly make: Maker }>> = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: xlsxOf },
  html: { type: 'text/html; charset=utf-8', make: htmlOf },
  csv: { type: 'text/csv; charset=utf-8', make: csvOf },
  json: { type: 'application/json; charset=utf-8', make: jsonOf },
};

/** The report as a file of one of these forms. */
export async function fileOf(form: PlainForm, report: AnnualReport, language: Language): Promise<ReportFile> {
  const { type, make } = FORMS[form];
  return { name: `${contentOf(report, language).title}.${form}`, type, content: Buffer.from(await make(report, language)) };
}

/** A workbook with every cell of a format, to be filled in. */
export async function templateOf(format: AnnualReportFormat, year: number, language: Language): Promise<ReportFile> {
  const name = language === 'en' ? `Report template ${String(year)}.xlsx` : `${String(year)}年年报填报模板.xlsx`;
  return { name, type: FORMS.xlsx.type, content: await emptySheet(format, year, language) };
}

/** Spreadsheets take it for UTF-8 by this sign. */
const BOM = '\uFEFF';
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Whose it is and of which year; then one line for each cell: its name, what it is called, its number; and for each part of the text. */
function csvOf(report: AnnualReport, language: Language): string {
  const { names, numbers, format, year, organ, scope } = report;
  const lines = [
    ...[
      ['format', format.id, ''],
      ['year', String(year), ''],
      ['organ', organ.code, organ.name[language]],
      ['scope', scope, ''],
    ],
    ...periodOfPart(report).map(([name, day]) => [name, day, '']),
    ...Object.entries(names).map(([cell, name]) => [cell, name[language], String(numbers[cell] ?? '')]),
    ...writtenTexts(report).map(({ id, section, title, text }) => [id, (title ?? titleOf(section, report))[language], text]),
  ].map((line) => line.map(quoted).join(','));
  return `${BOM}${['cell,name,number', ...lines].join('\r\n')}\r\n`;
}

/** What a program takes in again: which report, every number by its cell, every text by its part. */
function jsonOf(report: AnnualReport): string {
  const { year, organ, scope, format, from, to, whole, at, numbers, frozen } = report;
  const texts = Object.fromEntries(writtenTexts(report).map(({ id, text }) => [id, text]));
  const frozenAs = frozen === null ? null : { at: frozen.at, hash: frozen.hash };
  return `${JSON.stringify({ format: format.id, year, organ: organ.code, scope, from, to, whole, at, frozen: frozenAs, numbers, texts }, null, 2)}\n`;
}
