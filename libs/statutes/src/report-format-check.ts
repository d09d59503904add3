import { DECISION_CODES, GROUNDS } from './decision-codes.js';
import type { ConfigFinding } from './parse-config.js';
import { cellsOf, columnsOf, rowsOf, type Heading } from './report-cells.js';
import {
  RECONSIDERATION_OUTCOMES,
  SUIT_OUTCOMES,
  type FormatFile,
  type Identity,
  type ReportRow,
  type ReportTable,
} from './report-schema.js';
import { sumsOf } from './report-sums.js';

type Path = readonly (string | number)[];

/** What is wrong with a format beyond the shape of its data. */
export function formatFindings(format: FormatFile): ConfigFinding[] {
  return [
    ...repeated(format.sections.map(({ id }) => id)).map((i) => at(['sections', i, 'id'], 'is given twice')),
    ...repeated(format.tables.map(({ id }) => id)).map((i) => at(['tables', i, 'id'], 'is given twice')),
    ...repeated(format.identities.map(({ id }) => id)).map((i) => at(['identities', i, 'id'], 'is given twice')),
    ...format.tables.flatMap((table, i) => tableFindings(table, format, ['tables', i])),
    ...format.identities.flatMap((identity, i) => identityFindings(identity, format, ['identities', i, 'check'])),
    ...uncounted(format),
  ];
}

const at = (path: Path, message: string): ConfigFinding => ({ path, message });

/** Places of the names that stood before. */
function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, i) => (names.indexOf(name) < i ? [i] : []));
}

function tableFindings(table: ReportTable, { sections }: FormatFile, path: Path): ConfigFinding[] {
  const columns = columnsOf(table).map(({ id }) => id);
  const rows = rowsOf(table).map(({ row }) => row.id);
  const section = sections.find(({ id }) => id === table.section);
  return [
    ...(section ? [] : [at([...path, 'section'], `names ${table.section}, which is no section`)]),
    ...repeated(columns).map((i) => at([...path, 'columns'], `has ${columns[i] ?? ''} twice`)),
    ...repeated(rows).map((i) => at([...path, 'rows'], `has ${rows[i] ?? ''} twice`)),
    ...table.rows.flatMap((entry, i) => entryFindings(entry, columns, [...path, 'rows', i])),
  ];
}

function entryFindings(entry: Heading | ReportRow, columns: readonly string[], path: Path): ConfigFinding[] {
  const unknown = (entry.columns ?? []).filter((id) => !columns.includes(id));
  const findings = unknown.map((id) => at([...path, 'columns'], `has ${id}, which is no column of the table`));
  if (!('rows' in entry)) return findings;
  const spanned = leaves(entry);
  const { rowSpan = spanned } = entry;
  return [
    ...findings,
    ...(rowSpan === spanned
      ? []
      : [at([...path, 'rowSpan'], `must be ${String(spanned)}, the number of rows under this heading`)]),
    ...entry.rows.flatMap((inner, i) => entryFindings(inner, columns, [...path, 'rows', i])),
  ];
}

const leaves = (entry: Heading | ReportRow): number =>
  'rows' in entry ? entry.rows.reduce((sum, inner) => sum + leaves(inner), 0) : 1;

type Checks = {
  readonly [B in Identity['check']['by']]: (
    check: Extract<Identity['check'], { by: B }>,
    format: FormatFile,
  ) => readonly string[];
};

/** Per kind of check, the tables, sections and cells it names. */
const NAMED: Checks = {
  sum: (check, format) =>
    format.tables.some(({ id }) => id === check.table)
      ? sumsOf(check, format).flatMap(({ left, right }) => [...left, ...right].map(({ cell }) => cell))
      : [check.table],
  roll_up: ({ tables }) => tables,
  narrative: ({ sections }) => sections,
  register: ({ received, outcomes, open }) => [received, outcomes, open],
  remedies: ({ cells }) => cells,
};

function identityFindings({ check }: Identity, format: FormatFile, path: Path): ConfigFinding[] {
  const named = NAMED[check.by] as (check: Identity['check'], format: FormatFile) => readonly string[];
  const known = new Set([...format.tables, ...format.sections, ...cellsOf(format)].map(({ id }) => id));
  const missing = new Set(named(check, format).filter((name) => !known.has(name)));
  return [...missing].map((name) => at(path, `names ${name}, which does not exist`));
}

/** Every decision, ground and result has to be counted in one place, no more and no less. */
function uncounted(format: FormatFile): ConfigFinding[] {
  const outcomes = format.tables.flatMap(rowsOf).flatMap(({ row: { measure } }) => (measure.of === 'outcome' ? [measure] : []));
  const results = format.tables.flatMap(columnsOf).flatMap(({ outcomes: counted }) => (counted ? [counted] : []));
  const codes = DECISION_CODES.filter((code) => code !== 'refused');
  return [
    ...notOnce(
      codes,
      outcomes.flatMap((measure) => measure.codes),
      'the decision',
    ),
    ...notOnce(
      GROUNDS,
      outcomes.flatMap((measure) => measure.refusedFor),
      'a refusal for',
    ),
    ...notOnce(
      RECONSIDERATION_OUTCOMES,
      results.flatMap(({ reconsideration }) => reconsideration),
      'the reconsideration result',
    ),
    ...notOnce(
      SUIT_OUTCOMES,
      results.flatMap(({ suit }) => suit),
      'the court result',
    ),
  ];
}

function notOnce(all: readonly string[], counted: readonly string[], what: string): ConfigFinding[] {
  return all.flatMap((name) => {
    const times = counted.filter((one) => one === name).length;
    return times === 1 ? [] : [at(['tables'], `must count ${what} ${name} once; they count it ${String(times)} times`)];
  });
}
