import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import {
  MACHINE_VERSION,
  standingOf,
  type CaseFact,
  type CaseFile,
  type CaseNow,
  type Decision,
  type Standing,
} from '@gongkai/lifecycle';
import { alarmRows, columnsOf, deadlineRows, findableBy, type Reckoned } from './columns.js';
import { nextEntry, rowOf, type ChainEnd } from './journal-entry.js';
import { passedOn, type PassedOnRow } from './passed-on.js';
import { alarmsToWrite, deadlinesToWrite, type RowsBeside } from './rows-beside.js';
import { loudHoursBy } from '../reminders/loud-hours.js';
import type { Findable } from '../queries/bigrams.js';
import type { CaseFileRow } from './stored-case.js';
import type { ChangedCaseRow, OpenedCaseRow, OutboxRow, Writing } from './write.js';

/** The moment of a command: one for everything it leaves. */
export type Moment = { readonly at: Date; readonly today: LocalDate };

/** A case after a fact, before it is written. */
export type Settling = {
  readonly caseId: string;
  readonly organId: string;
  /** What it is found by now, beside what it asks for; null: by the same words as before. */
  readonly named: { readonly number: string; readonly applicantName: string } | null;
  /** What stands of it in other tables. */
  readonly beside: RowsBeside;
  readonly version: number;
  readonly last: ChainEnd;
  readonly entryId: string;
  readonly actorId: string;
  readonly fact: CaseFact;
  readonly reckoned: Reckoned;
  readonly moment: Moment;
  /** Whose turn it was before; null for a new case. */
  readonly turnBefore: Standing['turn'] | null;
  /** The reminders that go to another holder with the case. */
  readonly passed?: readonly PassedOnRow[];
};

/** A case that is there already, and what was decided about it. */
export type Stepped = Pick<Settling, 'entryId' | 'actorId' | 'reckoned' | 'moment' | 'beside'> & {
  readonly row: Pick<CaseFileRow, 'id' | 'organ_id' | 'number' | 'version' | 'machine_version' | 'seq' | 'last_hash'>;
  readonly applicantName: string;
  readonly now: CaseNow;
  readonly decision: Decision;
};

/** The next version of a case. */
export const stepped = ({ row, applicantName, now, decision: { fact, before }, ...others }: Stepped): Settling => ({
  ...others,
  caseId: row.id,
  organId: row.organ_id,
  named: saysTheSame(row, now.file, others.reckoned.now.file) ? null : { number: row.number, applicantName },
  version: row.version + 1,
  last: { seq: row.seq, hash: row.last_hash },
  fact,
  turnBefore: before === null ? null : standingOf(now, before, others.moment.today, others.reckoned.law).turn,
  passed: passedOn(now.file, others.reckoned.now.file, others.reckoned.law.reminders),
});

/** Whether a case is found by the same words as before; those of an older chart are made again. */
const saysTheSame = ({ machine_version: version }: Stepped['row'], { items }: CaseFile, after: CaseFile): boolean =>
  version === MACHINE_VERSION &&
  items.length === after.items.length &&
  items.every(({ description }, i) => description === after.items[i]?.description);

type Changes = Omit<Writing, 'applicants' | 'codes' | 'appearing' | 'contacts' | 'opened' | 'changed' | 'answers'> & {
  readonly row: ChangedCaseRow;
};

/** Everything that a case leaves in the database after a fact. */
export function settle(settling: Settling): Changes {
  const { caseId, reckoned, moment, last } = settling;
  const entry = nextEntry(
    {
      id: settling.entryId,
      at: moment.at,
      today: moment.today,
      actorId: settling.actorId,
      fact: settling.fact,
      ledger: reckoned.ledger,
      law: reckoned.law,
    },
    last,
  );
  const { named } = settling;
  return {
    row: { id: caseId, version: settling.version, seq: entry.seq, last_hash: entry.hash, ...columnsOf(reckoned) },
    worded: named === null ? [] : [{ id: caseId, ...findableBy(named.number, named.applicantName, reckoned) }],
    entries: [rowOf(caseId, entry)],
    ...besides(caseId, reckoned, settling.beside, settling.passed),
    passed: passedRows(settling),
    outbox: told(settling),
  };
}

type Besides = Pick<Writing, 'deadlines' | 'goneDeadlines' | 'alarms' | 'goneAlarms' | 'reminded' | 'owed'>;

/**
 * What has to be written of a case in the tables beside its own: deadlines and alarms that are not there yet, and whose reminders may be
 * settled by that; nobody is asked whom it was told to, where nobody was.
 * @param beside what stands of them
 * @param passed what goes with the case to another holder
 */
export function besides(caseId: string, reckoned: Reckoned, beside: RowsBeside, passed: readonly PassedOnRow[] = []): Besides {
  const of = <Row extends object>(row: Row): Row & { readonly case_id: string } => ({ case_id: caseId, ...row });
  const ringing = alarmRows(reckoned);
  const deadlines = deadlinesToWrite(beside, deadlineRows(reckoned));
  const alarms = alarmsToWrite(beside, ringing);
  const isConcerned = beside.reminded === true || (beside.reminded === false && passed.length > 0);
  return {
    deadlines: deadlines.set.map(of),
    goneDeadlines: deadlines.gone.map(of),
    alarms: alarms.set.map(of),
    goneAlarms: alarms.gone.map(of),
    ...(isConcerned ? { reminded: [caseId], owed: ringing.map(of) } : { reminded: [], owed: [] }),
  };
}

/** What stands again for who gets a case back presses anew, as if it was told now. */
function passedRows({ caseId, passed = [], reckoned, moment }: Settling): Changes['passed'] {
  if (passed.length === 0) return [];
  const { repeatAt } = loudHoursBy(reckoned.law, moment.at);
  return passed.map((row) => ({ case_id: caseId, repeat_at: repeatAt.toISOString(), ...row }));
}

/** What others are told: the case has changed; it waits for somebody else. Ids only, never personal data. */
function told(settling: Settling): OutboxRow[] {
  const { caseId, organId, version, actorId, entryId, fact, reckoned, turnBefore } = settling;
  const { role, personId, step, title = null } = reckoned.standing.turn;
  const ofCase = { caseId, organId, version };
  const hasTurn = turnBefore?.role !== role || turnBefore.personId !== personId || (turnBefore.title ?? null) !== title;
  return [
    { id: randomUUID(), job: 'case-changed', payload: { ...ofCase, type: fact.type, entryId } },
    ...(hasTurn
      ? [{ id: randomUUID(), job: 'turn-changed', payload: { ...ofCase, role, personId, step, title, actorId } } as const]
      : []),
    ...(changesConfirmation(settling) ? [{ id: randomUUID(), job: 'confirmation-changed', payload: ofCase } as const] : []),
  ];
}

/** Its entry waits for a second person, or it answers one that did. */
const changesConfirmation = ({ entryId, fact: { type }, reckoned }: Settling): boolean =>
  type === 'FACT_CONFIRMED' ||
  type === 'FACT_RESTORED' ||
  type === 'PAPER_SENT_BACK' ||
  reckoned.now.file.toConfirm.some((waiting) => waiting.entryId === entryId);

/** What a new case has that never changes. */
export type NewCase = Omit<OpenedCaseRow, keyof ChangedCaseRow | keyof Findable | 'opened_on'>;

/** The row of a new case. */
export const openedRow = (row: ChangedCaseRow & Findable, head: NewCase, today: LocalDate): OpenedCaseRow => ({
  ...row,
  ...head,
  opened_on: today,
});

const NOTHING: Writing = {
  applicants: [],
  codes: [],
  appearing: [],
  contacts: [],
  opened: [],
  changed: [],
  worded: [],
  entries: [],
  deadlines: [],
  goneDeadlines: [],
  alarms: [],
  goneAlarms: [],
  reminded: [],
  owed: [],
  passed: [],
  outbox: [],
  answers: [],
};

/** Several parts as one writing. */
export function together(...parts: readonly Partial<Writing>[]): Writing {
  return parts.reduce<Writing>((all, part) => {
    const joined = Object.entries(all).map(([name, rows]) => [name, [...rows, ...(part[name as keyof Writing] ?? [])]]);
    return Object.fromEntries(joined) as Writing;
  }, NOTHING);
}
