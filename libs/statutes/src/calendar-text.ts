import type { CalendarReading } from '@gongkai/contracts';
import { readSource } from './source-position.js';

/** Headings and kinds of a table, in both languages. */
const KINDS: Readonly<Record<string, 'holiday' | 'makeup' | 'notice' | 'issued' | 'source'>> = {
  ...{ 放假: 'holiday', 假期: 'holiday', holiday: 'holiday', 上班: 'makeup', 调休上班: 'makeup', makeup: 'makeup' },
  ...{
    文号: 'notice',
    notice: 'notice',
    印发: 'issued',
    印发日期: 'issued',
    issuedon: 'issued',
    来源: 'source',
    source: 'source',
  },
};

/**
 * What a file says of a year, for a form to be filled in with: the YAML of `config/calendars` or the same as JSON (of several versions
 * the last), else a table of lines `放假,春节,2027-02-05,2027-02-11`, `上班,2027-02-20`, `文号,…`, `印发,2026-11-05`. Nothing is
 * judged here: whoever looks at the form does, and the import.
 */
export function readCalendarText(text: string): CalendarReading {
  const { data } = readSource(text);
  return isYear(data) ? fromYear(data) : fromTable(text);
}

type Field = 'year' | 'versions' | 'notice' | 'issuedOn' | 'source' | 'holidays' | 'makeupWorkdays' | 'name' | 'from' | 'to';
type Year = Readonly<Partial<Record<Field, unknown>>>;
const isYear = (data: unknown): data is Year => typeof data === 'object' && data !== null && !Array.isArray(data);

const textIn = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function fromYear(data: Year): CalendarReading {
  const last: unknown = listIn(data.versions).at(-1);
  const version = isYear(last) ? last : data;
  return {
    year: typeof data.year === 'number' ? data.year : null,
    notice: textIn(version.notice),
    issuedOn: textIn(version.issuedOn),
    source: textIn(version.source),
    holidays: listIn(version.holidays)
      .filter(isYear)
      .map(({ name, from, to }) => ({ name: textIn(name), from: textIn(from), to: textIn(to) || textIn(from) })),
    makeupWorkdays: listIn(version.makeupWorkdays).map(textIn),
  };
}

function fromTable(text: string): CalendarReading {
  const rows = text.split(/\r?\n/).map((line) => line.split(/[,，;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, '')));
  const of = (kind: string): string[][] =>
    rows.filter(([head = '']) => KINDS[head.toLowerCase().replace(/^\uFEFF/, '')] === kind).map(([, ...cells]) => cells);
  const first = (kind: string): string => of(kind).at(0)?.at(0) ?? '';
  const days = of('holiday').map(([name = '', from = '', to = '']) => ({ name, from, to: to === '' ? from : to }));
  return {
    year: yearOfFirst(days),
    notice: first('notice'),
    issuedOn: first('issued'),
    source: first('source'),
    holidays: days,
    makeupWorkdays: of('makeup').map((cells) => cells.find((cell) => /^\d{4}-/.test(cell)) ?? ''),
  };
}

const yearOfFirst = ([first]: readonly { readonly from: string }[]): number | null => {
  const year = Number(first?.from.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
};
