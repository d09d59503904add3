import type { JournalEntryView } from '@gongkai/contracts';
import { ledgerOf, MACHINE_VERSION, replay, type CaseFact, type JournalFact } from '@gongkai/lifecycle';
import type { CommandPool, Statement } from '@gongkai/platform';
import { alarmRows, columnsOf, deadlineRows, reckon, type AlarmRow, type DeadlineRow, type Reckoned } from '../desk/columns.js';
import type { LawShelf } from '../law-shelf.js';
import { caseBatches, journalsOf, type Progress } from './batches.js';
import { firstDifference } from './first-difference.js';
import { HEAD, headOf, storedHead, type HeadRow, type RecordRow } from './head.js';

/** Where a stored case is not what its journal tells. */
export type Difference = {
  readonly caseId: string;
  readonly number: string;
  /** E.g. `file.items.0.decision.code`. */
  readonly path: string;
  readonly stored: unknown;
  readonly refolded: unknown;
};
export type RefoldReport = {
  readonly cases: number;
  /** Stored by an older chart: to be migrated, not compared. */
  readonly outdated: number;
  readonly differences: readonly Difference[];
};

/** What decides under which law and by which days a stored case is reckoned. */
type LawOfRow = { readonly statute: string; readonly organ_id: string; readonly clock_edition: number | null };
type FoldedRow = HeadRow & LawOfRow & { readonly id: string; readonly machine_version: number };

/** What follows from the facts at any time; the rest of the columns is compared through the deadlines. */
const COMPARED = [
  ...[
    'state',
    'value',
    'file',
    'applicant_id',
    'subject',
    'received_on',
    'final_due',
    'provisional_due',
    'cautious_due',
    'due',
    'clock',
    'stopped',
  ],
  ...['assignee_id', 'turn_role', 'turn_since', 'outcome', 'closed_on', 'in_work', 'waits', 'machine_version'],
  ...['concluded_on', 'concluded_as', 'concluded_for', 'challenged_from', 'challenged_until'],
  ...['replied_on', 'pace', 'filed_on', 'part_of'],
];

/** What is kept a second time of cases in work, for what counts them. */
const COUNTED = ['state', 'clock', 'stopped', 'assignee_id', 'turn_role', 'due', 'received_on', 'closed_on', 'waits'];

export type RefoldParts = { readonly pool: CommandPool; readonly laws: LawShelf };

/**
 * Folds every journal again and compares what comes out with what is stored: facts, place in the chart, columns, head, deadlines,
 * alarms, and what is kept for counting.
 * Dates are computed as of the day of the last entry, as they were when they were stored. Nothing is changed.
 */
export async function verifyReplay({ pool, laws }: RefoldParts, progress: Progress = () => undefined): Promise<RefoldReport> {
  const report = { cases: 0, outdated: 0, differences: [] as Difference[] };
  const columns = ['statute', 'clock_edition', ...COMPARED, ...HEAD].join(', ');
  for await (const batch of caseBatches<FoldedRow>(pool, columns, progress)) {
    const [journals, deadlines, alarms, records, inWork] = await Promise.all([
      journalsOf(pool, batch),
      rowsOf<DeadlineRow>(pool, DEADLINES, batch),
      rowsOf<AlarmRow>(pool, ALARMS, batch),
      rowsOf<RecordRow>(pool, RECORDS, batch),
      rowsOf<Columns>(pool, IN_WORK, batch),
    ]);
    for (const row of batch) {
      report.cases += 1;
      if (row.machine_version < MACHINE_VERSION) report.outdated += 1;
      else {
        const beside = rowsBeside(row.id, { deadlines, alarms, records, inWork });
        const found = differenceOf(row, journals.get(row.id) ?? [], beside, laws);
        if (found) report.differences.push({ caseId: row.id, number: row.number, ...found });
      }
    }
  }
  return report;
}

type Columns = Readonly<Record<string, unknown>>;
type ByCase<Row> = ReadonlyMap<string, readonly Row[]>;
/** What is stored of a case in rows of their own. */
type Beside = {
  readonly deadlines: readonly DeadlineRow[];
  readonly alarms: readonly AlarmRow[];
  readonly record: RecordRow | undefined;
  /** None of a case in which it is nobody's turn. */
  readonly inWork: Columns | null;
};
type AllBeside = {
  readonly deadlines: ByCase<DeadlineRow>;
  readonly alarms: ByCase<AlarmRow>;
  readonly records: ByCase<RecordRow>;
  readonly inWork: ByCase<Columns>;
};

const rowsBeside = (id: string, { deadlines, alarms, records, inWork }: AllBeside): Beside => ({
  deadlines: deadlines.get(id) ?? [],
  alarms: alarms.get(id) ?? [],
  record: records.get(id)?.[0],
  inWork: inWork.get(id)?.[0] ?? null,
});

type Found = Pick<Difference, 'path' | 'stored' | 'refolded'>;

function differenceOf(row: FoldedRow, journal: readonly JournalEntryView[], stored: Beside, laws: LawShelf): Found | null {
  try {
    const reckoned = refold(journal, row, laws);
    const columns = columnsOf(reckoned) as unknown as Columns;
    const before = { ...pick(COMPARED, row), ...storedHead(row), inWork: stored.inWork };
    const inWork = columns.in_work === true ? pick(COUNTED, columns) : null;
    const after = { ...pick(COMPARED, columns), ...headOf(row, journal, reckoned, stored.record), inWork };
    return firstDifference(
      { ...before, deadlines: byName(stored.deadlines), alarms: byKind(stored.alarms) },
      { ...after, deadlines: byName(deadlineRows(reckoned)), alarms: byKind(alarmRows(reckoned)) },
    );
  } catch (problem) {
    return { path: 'journal', stored: null, refolded: messageOf(problem) };
  }
}

const pick = (names: readonly string[], from: Columns): object =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? null]));

/** Why a case could not be reckoned: what is wrong with one is no reason to stop before the others. */
export const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

/** The entries of a journal as a replay takes them. */
export const factsOf = (journal: readonly JournalEntryView[]): JournalFact[] =>
  journal.map(({ id, actor, on, fact }) => ({ id, actorId: actor, today: on, fact: fact as unknown as CaseFact }));

/** The case that a journal tells, as of the day of its last entry: as it was stored then. @param row whose ladders ring for it, whose days count, and by which its clock has ended */
export function refold(
  journal: readonly JournalEntryView[],
  { statute, organ_id, clock_edition }: LawOfRow,
  laws: LawShelf,
): Reckoned {
  const facts = factsOf(journal);
  const last = facts.at(-1);
  if (last === undefined) throw new RangeError('The journal is empty');
  const { today } = last;
  const law = laws.lawOf(statute, today, organ_id, clock_edition);
  const now = replay(facts, law);
  return reckon(now, ledgerOf(now.file, law, { asOf: today, derivation: false }), law, today);
}

const byName = (rows: readonly DeadlineRow[]): object =>
  Object.fromEntries(rows.map(({ name, due, provisional }) => [name, { due, provisional }]));

/** What each alarm is about. When a reminder rings next is the matter of its own clock, which moves it on as it tells people. */
const byKind = (rows: readonly AlarmRow[]): object =>
  Object.fromEntries(
    rows.map(({ kind, subject, rings_on, due, provisional }) => [
      subject === '' ? kind : `${kind}:${subject}`,
      { due, provisional, rings_on: kind === 'reminder' ? null : rings_on },
    ]),
  );

const DEADLINES: Statement = {
  name: 'deadlines-of-cases',
  text: 'SELECT case_id, name, due, provisional FROM deadline WHERE case_id = ANY ($1::uuid[])',
};
const ALARMS: Statement = {
  name: 'alarms-of-cases',
  text: 'SELECT case_id, kind, subject, rings_on, due, provisional FROM alarm WHERE case_id = ANY ($1::uuid[])',
};

const IN_WORK: Statement = {
  name: 'counted-of-cases',
  text: `SELECT id AS case_id, ${COUNTED.join(', ')} FROM case_in_work WHERE id = ANY ($1::uuid[])`,
};

const RECORDS: Statement = {
  name: 'records-of-cases',
  text: `
    SELECT case_file.id AS case_id, applicant.organ_id, applicant.name
      FROM case_file JOIN applicant ON applicant.id = case_file.applicant_id WHERE case_file.id = ANY ($1::uuid[])`,
};

async function rowsOf<Row extends object>(
  pool: CommandPool,
  statement: Statement,
  cases: readonly { readonly id: string }[],
): Promise<ByCase<Row>> {
  const { rows } = await pool.query<Row & { case_id: string }>({ ...statement, values: [cases.map(({ id }) => id)] });
  const found = new Map<string, Row[]>();
  for (const { case_id, ...row } of rows) found.set(case_id, [...(found.get(case_id) ?? []), row as unknown as Row]);
  return found;
}
