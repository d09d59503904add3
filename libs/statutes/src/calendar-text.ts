import { Refusal, type CalendarReading } from '@gongkai/contracts';
import { isNotice, readNotice } from './calendar-notice.js';
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
 * What a file says of a year, for a form to be filled in with: the notice itself as it was published, else the YAML of `config/calendars` or the same as JSON (of several versions
 * the last), else a table of lines `放假,春节,2027-02-05,2027-02-11`, `上班,2027-02-20`, `文号,…`, `印发,2026-11-05`. Days may be
 * written as a spreadsheet writes them, `2027/2/20`. Nothing is judged here: whoever looks at the form does, and the import.
 * @throws Refusal `invalid-request` where it names no day off and no worked day: that is no calendar; and what in a notice cannot be read
 */
export function readCalendarText(text: string): CalendarReading {
  if (isNotice(text)) return readNotice(text);
  const { data } = readSource(text);
  const reading = isYear(data) ? fromYear(data) : fromTable(text);
  const days = [...reading.holidays.map(({ from }) => from), ...reading.makeupWorkdays];
  if (days.every((day) => day === '')) throw new Refusal('invalid-request', [{ path: 'text', code: 'no-calendar' }]);
  return reading;
}

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** A day in the one form that is kept; what is none stays as it is written, for whoever looks at the form. */
function dayIn(text: string): string {
  const [, year, month = '', day = ''] = DAY.exec(text.trim()) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
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
    issuedOn: dayIn(textIn(version.issuedOn)),
    source: textIn(version.source),
    holidays: listIn(version.holidays)
      .filter(isYear)
      .map(({ name, from, to }) => ({ name: textIn(name), from: dayIn(textIn(from)), to: dayIn(textIn(to) || textIn(from)) })),
    makeupWorkdays: listIn(version.makeupWorkdays).map((day) => dayIn(textIn(day))),
  };
}

function fromTable(text: string): CalendarReading {
  const rows = text.split(/\r?\n/).map((line) => line.split(/[,，;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, '')));
  const of = (kind: string): string[][] =>
    rows.filter(([head = '']) => KINDS[head.toLowerCase().replace(/^\uFEFF/, '')] === kind).map(([, ...cells]) => cells);
  const first = (kind: string): string => of(kind).at(0)?.at(0) ?? '';
  const days = of('holiday').map(([name = '', from = '', to = '']) => ({
    name,
    from: dayIn(from),
    to: dayIn(to === '' ? from : to),
  }));
  return {
    year: yearOfFirst(days),
    notice: first('notice'),
    issuedOn: dayIn(first('issued')),
    source: first('source'),
    holidays: days,
    makeupWorkdays: of('makeup').map((cells) =>
      dayIn(cells.find((cell) => DAY.test(cell)) ?? cells.find((cell) => cell !== '') ?? ''),
    ),
  };
}

const yearOfFirst = ([first]: readonly { readonly from: string }[]): number | null => {
  const year = Number(first?.from.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
};
