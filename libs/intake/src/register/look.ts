import { setImmediate } from 'node:timers/promises';
import type { LocalDate } from '@gongkai/calendar';
import type { DeskParts, OldNumber } from '@gongkai/casework';
import {
  REGISTER_COLUMNS,
  type Language,
  type RegisterColumn,
  type RegisterMapping,
  type RegisterPreview,
  type RegisterRow,
} from '@gongkai/contracts';
import { cellProblems, columnsOf, readTable, requireColumns, type Columns, type Headings, type Table } from '@gongkai/platform';
import { REGISTER_HEADINGS, REQUIRED_COLUMNS } from './columns.js';
import { handlerOf, readHandlers, unknownHandler, type Handlers } from './handlers.js';
import { readBorne, type Borne, type Office } from './imports.js';
import { keptMapping } from './mapping.js';
import { readEntry, type ColumnProblem, type ReadEntry, type RegisterEntry } from './read-entry.js';
import { rehearse } from './rehearsal.js';
import { scriptOf, type Script } from './script.js';

/** The register of an office as a table. */
export type RegisterTable = {
  readonly bytes: Buffer;
  readonly name: string;
  readonly office: Office;
  /** Which heading is which column; what was kept for the office, or the usual headings, where nothing is said. */
  readonly mapping?: RegisterMapping | undefined;
  readonly actorId?: string | null;
  readonly language?: Language;
};

/** A register that was looked at. */
export type Looked = { readonly table: Table; readonly mapping: RegisterMapping; readonly rows: readonly Row[] };
/** A row, what is to be done for it, and what is told of it. */
export type Row = { readonly read: ReadEntry; readonly script: Script | null; readonly view: RegisterRow };
type Standing = {
  readonly state: RegisterRow['state'];
  readonly script: Script | null;
  readonly problems: readonly ColumnProblem[];
  readonly leftOut: readonly ColumnProblem[];
};

/** A register that was read, and of which the law was not asked yet. */
export type ReadRegister = {
  readonly table: Table;
  readonly columns: Columns<RegisterColumn>;
  readonly reads: readonly ReadEntry[];
  readonly language: Language;
  /** Asks the law about every step that a row tells. */
  readonly ask: (read: ReadEntry) => Promise<Row>;
};

/** Rows that are thought through at a stretch. */
const TURN = 10;

/** Reads a register, and asks the law about every step that it tells. @throws Refusal of the table */
export async function lookAt(given: RegisterTable, parts: DeskParts): Promise<Looked> {
  const { table, columns, reads, ask } = await readRegister(given, parts);
  const rows: Row[] = [];
  for (const [i, read] of reads.entries()) {
    // A register of many years is thought through for a minute: others who ask the same process meanwhile get their turn.
    if (i % TURN === 0) await setImmediate();
    rows.push(await ask(read));
  }
  return { table, mapping: mappingOf(table, columns), rows };
}

async function understand({ bytes, office, mapping }: RegisterTable, { pool }: Pick<DeskParts, 'pool'>) {
  const table = await readTable(bytes);
  const headings = headingsOf(mapping ?? (await keptMapping(pool, office.id)) ?? {});
  return { table, headings, columns: columnsOf(table, headings) };
}

/** What is told of a register in which columns are missing, for somebody who can say which they are; null where none are. */
export async function glanceAt(given: RegisterTable, parts: Pick<DeskParts, 'pool'>): Promise<RegisterPreview | null> {
  const { table, columns } = await understand(given, parts);
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.has(name));
  const nothing = { rows: [], fresh: 0, known: 0, wrong: 0 };
  return missing.length === 0 ? null : { headings: [...table.headings], mapping: mappingOf(table, columns), missing, ...nothing };
}

/** @throws Refusal of the table */
export async function readRegister(given: RegisterTable, parts: DeskParts): Promise<ReadRegister> {
  const { office, language = 'zh-CN' } = given;
  const { table, headings, columns } = await understand(given, parts);
  requireColumns(columns, REQUIRED_COLUMNS, headings);
  const today = parts.clock.today();
  const reads = withoutTwins(table.rows.map((row) => readEntry(row, columns, today)));
  const entries = reads.flatMap(({ entry }) => entry ?? []);
  const borne = new Map((await parts.pool.query<Borne>(readBorne(office.id, entries))).rows.map((one) => [placeOf(one), one]));
  const handlers = await readHandlers(parts.pool, office.id, today);
  const ask = async (read: ReadEntry): Promise<Row> => {
    const bearer = read.entry === null ? undefined : borne.get(placeOf(read.entry));
    const standing = await standingOf(read, bearer, { laws: parts.laws, language, handlers, today });
    return rowOf(read, standing, { table, columns, language });
  };
  return { table, columns, reads, language, ask };
}

type Telling = { readonly table: Table; readonly columns: Columns<RegisterColumn>; readonly language: Language };

function rowOf(read: ReadEntry, { state, script, problems, leftOut }: Standing, telling: Telling): Row {
  const told = { problems: cellProblems(problems, telling), leftOut: cellProblems(leftOut, telling) };
  const { row, number, entry } = read;
  return { read, script, view: { row, number, applicant: entry?.applicant.name ?? '', state, ...told } };
}

type Around = Pick<DeskParts, 'laws'> & {
  readonly language: Language;
  readonly handlers: Handlers;
  readonly today: LocalDate;
};

async function standingOf({ entry, problems }: ReadEntry, bearer: Borne | undefined, around: Around): Promise<Standing> {
  const nothing = { script: null, problems: [], leftOut: [] };
  if (entry === null) return { ...nothing, state: 'wrong', problems };
  if (bearer !== undefined && bearer.number !== entry.number)
    return { ...nothing, state: 'wrong', problems: [{ path: 'number', code: 'number-borne', facts: factsOf(bearer) }] };
  if (bearer?.half === false) return { ...nothing, state: 'known' };
  const { laws, language, today } = around;
  const id = handlerOf(entry, around.handlers);
  const successor = id === undefined ? undefined : { id, from: today };
  const script = scriptOf(entry, laws.lawOf(laws.statute, entry.days.receivedOn).grounds, successor);
  const { problem, leftOut } = await rehearse(script, laws, language);
  return problem === null
    ? { state: 'new', script, problems: [], leftOut: [...leftOut, ...unknownHandler(entry, id)] }
    : { state: 'wrong', script: null, problems: [problem], leftOut };
}

const placeOf = ({ year, serial }: Pick<OldNumber, 'year' | 'serial'>): string => `${String(year)}/${String(serial)}`;
const factsOf = ({ number, year, serial }: OldNumber) => ({ number, year: String(year), serial });

/** The office's own headings in the place of the usual ones. */
function headingsOf(mapping: RegisterMapping): Headings<RegisterColumn> {
  const own: Record<RegisterColumn, readonly string[]> = { ...REGISTER_HEADINGS };
  for (const name of REGISTER_COLUMNS) if (mapping[name] !== undefined) own[name] = mapping[name] === '' ? [] : [mapping[name]];
  return own;
}

const mappingOf = ({ headings }: Table, columns: Columns<RegisterColumn>): RegisterMapping =>
  Object.fromEntries([...columns].map(([name, at]) => [name, headings[at] ?? '']));

/** Of two rows with one place in the register, the second is wrong. */
function withoutTwins(reads: readonly ReadEntry[]): ReadEntry[] {
  const first = new Map<string, RegisterEntry>();
  return reads.map((read) => {
    if (read.entry === null) return read;
    const twin = first.get(placeOf(read.entry));
    if (twin !== undefined)
      return { ...read, entry: null, problems: [{ path: 'number', code: 'twice-in-table', facts: { row: twin.row } }] };
    first.set(placeOf(read.entry), read.entry);
    return read;
  });
}

/** What is told of a register. */
export function previewOf({ table, mapping, rows }: Looked): RegisterPreview {
  const views = rows.map(({ view }) => view);
  const count = (state: RegisterRow['state']): number => views.filter((view) => view.state === state).length;
  const counts = { fresh: count('new'), known: count('known'), wrong: count('wrong') };
  return { headings: [...table.headings], mapping, missing: [], rows: views, ...counts };
}
