import { Refusal, type AnnualReport, type FieldProblem } from '@gongkai/contracts';
import { readTable, type TableRow } from '@gongkai/platform';
import { z } from 'zod';
import { CELLS_SHEET } from '../print/spreadsheet.js';

/** What a file says of a report, before anything of it is believed. */
export type ReportFileContent = {
  readonly year: number | null;
  /** Its code. */
  readonly organ: string | null;
  /** What it is called, where the file does not say its code. */
  readonly name: string | null;
  /** The organ alone, where nothing is said. */
  readonly scope: AnnualReport['scope'];
  /** By cell, as it is written there; cells left empty are not among them. */
  readonly figures: ReadonlyMap<string, string>;
};

const Scope = z.enum(['own', 'below']);
const Year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);

const Json = z.looseObject({
  year: z.number().int().optional(),
  organ: z.string().max(100).optional(),
  name: z.string().max(200).optional(),
  scope: Scope.optional(),
  whole: z.boolean().optional(),
  numbers: z.record(z.string().max(100), z.number().nullable()),
});

/** A report in one of the layouts that it is given out in: JSON, CSV, or a workbook with its sheet of cells. @throws Refusal `invalid-request` */
export async function readReportFile(bytes: Buffer): Promise<ReportFileContent> {
  const first = bytes.toString('latin1', 0, 64).replace(/^\u00EF\u00BB\u00BF/, '');
  return first.trimStart().startsWith('{') ? ofJson(bytes.toString('utf8').replace(/^\uFEFF/, '')) : ofTable(bytes);
}

function ofJson(text: string): ReportFileContent {
  const read = Json.safeParse(parsed(text));
  if (!read.success) throw new Refusal('invalid-request', [{ path: 'file', code: 'no-figures' }]);
  const { year = null, organ = null, name = null, scope = 'own', whole = true, numbers } = read.data;
  needWhole(whole);
  const figures = Object.entries(numbers).flatMap(([cell, number]) => (number === null ? [] : [[cell, String(number)] as const]));
  return { year, organ, name: organ === null ? name : null, scope, figures: new Map(figures) };
}

/** @throws Refusal `invalid-request` where the file is no report of a whole year */
function needWhole(isWhole: boolean): void {
  if (!isWhole) throw new Refusal('invalid-request', [{ path: 'file', code: 'part-of-a-year' }]);
}

/** @throws Refusal `invalid-request` where it is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid-request', [{ path: 'file', code: 'malformed-json' }]);
  }
}

/** Lines of three columns: a name, what it is called, a number. Of the report itself the second column tells. */
async function ofTable(bytes: Buffer): Promise<ReportFileContent> {
  const { headings, rows } = await readTable(bytes, { sheet: CELLS_SHEET });
  const lines = [{ row: 1, cells: headings }, ...rows];
  const told = (name: string): readonly string[] => lines.find(({ cells: [key] }) => key === name)?.cells ?? [];
  const about = (name: string): string | null => told(name)[1] ?? null;
  const organ = textIn(about('organ'));
  needWhole(about('from') === null);
  const scope = Scope.safeParse(about('scope'));
  const year = Year.safeParse(about('year'));
  return {
    year: year.success ? year.data : null,
    organ,
    name: organ === null ? textIn(told('organ')[2]) : null,
    scope: scope.success ? scope.data : 'own',
    figures: figuresIn(lines),
  };
}

const textIn = (cell: string | null | undefined): string | null => {
  const text = (cell ?? '').trim();
  return text === '' ? null : text;
};

/** @throws Refusal `invalid-request` naming each cell that stands there twice */
function figuresIn(lines: readonly TableRow[]): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  const rows = new Map<string, number>();
  const twice: FieldProblem[] = [];
  for (const { row, cells } of lines) {
    const [cell = '', , number = ''] = cells;
    if (!isCell(cell) || number === '') continue;
    const first = rows.get(cell);
    if (first !== undefined) twice.push({ path: cell, code: 'twice-in-table', facts: { row: first } });
    figures.set(cell, number);
    rows.set(cell, row);
  }
  if (twice.length > 0) throw new Refusal('invalid-request', twice);
  return figures;
}

/** Parts of the text stand below the numbers; they are not taken in. */
const isCell = (name: string): boolean => name.includes('.') && !/^s\d_/.test(name);
