import { Refusal } from '@gongkai/contracts';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';

/** A row of a table, by its number as a spreadsheet counts. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };
export type Table = { readonly headings: readonly string[]; readonly rows: readonly TableRow[] };

/** Rows of one table at most, where nothing else is said: a register of many years is handed in year by year. */
const MOST_ROWS = 20_000;
/** Rows among which the head of the columns is looked for. */
const TITLE_ROWS = 6;
/** Bytes that a spreadsheet may have once it is unpacked. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const ZIP = Buffer.from('PK\u0003\u0004');

/** How workbooks began before they were archives. */
const OLD = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const refusal = (code: 'table-unreadable' | 'old-spreadsheet'): Refusal =>
  new Refusal('invalid-request', [{ path: 'file', code }]);
const unreadable = (): Refusal => refusal('table-unreadable');

/**
 * A table as offices keep it: the first sheet of an XLSX, or CSV in UTF-8 or GB 18030, with commas or tabs. Empty rows are left out, and a
 * title over the columns.
 * @param mostRows rows that it may have
 * @throws Refusal `invalid-request` where it is no table, one of an old Excel, or has too many rows
 */
export async function readTable(bytes: Buffer, mostRows = MOST_ROWS): Promise<Table> {
  if (bytes.subarray(0, OLD.length).equals(OLD)) throw refusal('old-spreadsheet');
  const records = bytes.subarray(0, 4).equals(ZIP) ? await ofSpreadsheet(bytes, mostRows) : ofText(textOf(bytes), mostRows);
  const rows = records
    .map((cells, i) => ({ row: i + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...others] = rows.slice(headAt(rows));
  if (head === undefined) throw unreadable();
  if (others.length > mostRows)
    throw new Refusal('invalid-request', [{ path: 'file', code: 'too-many', facts: { maximum: mostRows } }]);
  return { headings: head.cells, rows: others };
}

const cellsIn = ({ cells }: TableRow): number => cells.filter((cell) => cell !== '').length;

/** Registers have a title over their columns, and who keeps them: lines with few cells. */
function headAt(rows: readonly TableRow[]): number {
  const first = rows.slice(0, TITLE_ROWS);
  const most = Math.max(0, ...first.map(cellsIn));
  return Math.max(
    0,
    first.findIndex((row) => cellsIn(row) * 2 > most),
  );
}

/** What a spreadsheet on a Chinese desk writes is UTF-8 with a mark, or the code page of the machine, which GB 18030 contains. */
function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encodings = isWide ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Another encoding, then.
    }
  }
  throw unreadable();
}

function ofText(text: string, mostRows: number): string[][] {
  const first = text.split(/\r?\n/, TITLE_ROWS).join('\n');
  const count = (sign: string): number => first.split(sign).length;
  const delimiter = ['\t', ';'].find((sign) => count(sign) > count(',')) ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, to: 2 * mostRows });
  } catch {
    throw unreadable();
  }
}

async function ofSpreadsheet(bytes: Buffer, mostRows: number): Promise<string[][]> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw unreadable();
  const book = await readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden, maxRows: 2 * mostRows }).catch(
    () => {
      throw unreadable();
    },
  );
  return (book.sheets[0]?.rows ?? []).map((row) => row.map(cellText));
}

/** What the directory of a ZIP says of its files. */
function unpackedSize(bytes: Buffer): number {
  const ENTRY = Buffer.from('PK\u0001\u0002');
  let sum = 0;
  for (let at = bytes.indexOf(ENTRY); at !== -1 && at + 28 <= bytes.length; at = bytes.indexOf(ENTRY, at + 4))
    sum += bytes.readUInt32LE(at + 24);
  return sum;
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dayText(value);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

/** A day without a time of day is a day. */
function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = value.toISOString().split(/[T.]/);
  return time === '00:00:00' ? day : `${day} ${time}`;
}
