import { Refusal } from '@gongkai/contracts';
import { parse } from 'csv-parse';
import { readXlsx } from 'hucre/xlsx';
import { Readable } from 'node:stream';

/** A row of a table, by its number as a spreadsheet counts. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };
export type Table = { readonly headings: readonly string[]; readonly rows: readonly TableRow[] };

/** How a table is read. */
export type TableOptions = {
  /** Rows that it may have. */
  readonly mostRows?: number;
  /** Which sheet of a workbook is read, where it has one of this name; else the first. */
  readonly sheet?: string;
};

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

/** A table that is read row by row. */
export type OpenTable = {
  readonly headings: readonly string[];
  /** Once, in their order. @throws Refusal as `openTable`, where that shows only further below */
  readonly rows: AsyncIterable<TableRow>;
  /** Rows that it may have, for who shows progress. */
  readonly about: number;
};

/**
 * A table as offices keep it: the first sheet of an XLSX, or CSV in UTF-8 or GB 18030, with commas or tabs. Empty rows are left out, and a
 * title over the columns. Of CSV no more is kept than is being read.
 * @throws Refusal `invalid-request` where it is no table, one of an old Excel, or has too many rows
 */
export async function openTable(bytes: Buffer, { mostRows = MOST_ROWS, sheet }: TableOptions = {}): Promise<OpenTable> {
  if (bytes.subarray(0, OLD.length).equals(OLD)) throw refusal('old-spreadsheet');
  const { records, about } = bytes.subarray(0, 4).equals(ZIP)
    ? await ofSpreadsheet(bytes, mostRows, sheet)
    : ofText(bytes, mostRows);
  const rows = filled(records)[Symbol.asyncIterator]();
  const first: TableRow[] = [];
  while (first.length < TITLE_ROWS) {
    const next = await rows.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const [head, ...others] = first.slice(headAt(first));
  if (head === undefined) throw unreadable();
  return { headings: head.cells, rows: noMoreThan(mostRows, others, rows), about };
}

/** The whole of a table. @throws Refusal as `openTable` */
export async function readTable(bytes: Buffer, options: TableOptions = {}): Promise<Table> {
  const { headings, rows } = await openTable(bytes, options);
  const read: TableRow[] = [];
  for await (const row of rows) read.push(row);
  return { headings, rows: read };
}

type Records = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
type Opened = { readonly records: Records; readonly about: number };

async function* filled(records: Records): AsyncGenerator<TableRow, undefined> {
  let row = 0;
  for await (const record of records) {
    row += 1;
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) yield { row, cells };
  }
  return undefined;
}

async function* noMoreThan(most: number, first: readonly TableRow[], others: AsyncIterator<TableRow>): AsyncGenerator<TableRow> {
  let count = first.length;
  yield* first;
  for (let next = await others.next(); next.done !== true; next = await others.next()) {
    count += 1;
    if (count > most) throw new Refusal('invalid-request', [{ path: 'file', code: 'too-many', facts: { maximum: most } }]);
    yield next.value;
  }
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
function encodingOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encodings = isWide ? ['utf-16le'] : ['utf-8', 'gb18030'];
  const encoding = encodings.find((one) => isWrittenIn(one, bytes));
  if (encoding === undefined) throw unreadable();
  return encoding;
}

function isWrittenIn(encoding: string, bytes: Buffer): boolean {
  try {
    for (const piece of piecesOf(bytes, encoding)) if (piece.includes('\0')) return false;
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are decoded at once. */
const PIECE = 64 * 1024;

function* piecesOf(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
}

function ofText(bytes: Buffer, mostRows: number): Opened {
  const encoding = encodingOf(bytes);
  const [beginning = ''] = piecesOf(bytes, encoding);
  const first = beginning.split(/\r?\n/, TITLE_ROWS).join('\n');
  const count = (sign: string): number => first.split(sign).length;
  const delimiter = ['\t', ';'].find((sign) => count(sign) > count(',')) ?? ',';
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, to: 2 * mostRows });
  return { records: parsed(Readable.from(piecesOf(bytes, encoding)).pipe(parser)), about: linesIn(bytes) };
}

async function* parsed(records: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  try {
    yield* records;
  } catch {
    throw unreadable();
  }
}

const LINE_FEED = 10;

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

async function ofSpreadsheet(bytes: Buffer, mostRows: number, wanted?: string): Promise<Opened> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw unreadable();
  const book = await readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden, maxRows: 2 * mostRows }).catch(
    () => {
      throw unreadable();
    },
  );
  const sheet = book.sheets.find(({ name }) => name === wanted) ?? book.sheets[0];
  const records = (sheet?.rows ?? []).map((row) => row.map(cellText));
  return { records, about: records.length };
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
