import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { standingOf, type CaseFact, type CaseNow, type Decision, type Standing } from '@gongkai/lifecycle';
import { alarmRows, columnsOf, deadlineRows, findableBy, type Reckoned } from './columns.js';
import { nextEntry, rowOf, type ChainEnd } from './journal-entry.js';
import { passedOn, type PassedOnRow } from './passed-on.js';
import { loudHoursBy } from '../reminders/loud-hours.js';
import type { CaseFileRow } from './stored-case.js';
import type { ChangedCaseRow, OpenedCaseRow, OutboxRow, Writing } from './write.js';

/** The moment of a command: one for everything it leaves. */
export type Moment = { readonly at: Date; readonly today: LocalDate };

/** A case after a fact, before it is written. */
export type Settling = {
  readonly caseId: string;
  readonly organId: string;
  /** What it is found by, beside its subject. */
  readonly named: { readonly number: string; readonly applicantName: string };
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
export type Stepped = Pick<Settling, 'entryId' | 'actorId' | 'reckoned' | 'moment'> & {
  readonly row: Pick<CaseFileRow, 'id' | 'organ_id' | 'number' | 'version' | 'seq' | 'last_hash'>;
  readonly applicantName: string;
  readonly now: CaseNow;
  readonly decision: Decision;
};

/** The next version of a case. */
export const stepped = ({ row, applicantName, now, decision: { fact, before }, ...others }: Stepped): Settling => ({
  ...others,
  caseId: row.id,
  organId: row.organ_id,
  named: { number: row.number, applicantName },
  version: row.version + 1,
  last: { seq: row.seq, hash: row.last_hash },
  fact,
  turnBefore: before === null ? null : standingOf(now, before, others.moment.today, others.reckoned.law).turn,
  passed: passedOn(now.file, others.reckoned.now.file, others.reckoned.law.reminders),
});

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
  const columns = columnsOf(reckoned);
  const words = findableBy(settling.named.number, settling.named.applicantName, reckoned);
  return {
    row: { id: caseId, version: settling.version, seq: entry.seq, last_hash: entry.hash, ...columns, ...words },
    entries: [rowOf(caseId, entry)],
    deadlines: deadlineRows(reckoned).map((row) => ({ case_id: caseId, ...row })),
    alarms: alarmRows(reckoned).map((row) => ({ case_id: caseId, ...row })),
    passed: passedRows(settling),
    outbox: told(settling),
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
export type NewCase = Omit<OpenedCaseRow, keyof ChangedCaseRow | 'opened_on'>;

/** The row of a new case. */
export const openedRow = (row: ChangedCaseRow, head: NewCase, today: LocalDate): OpenedCaseRow => ({
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
  entries: [],
  deadlines: [],
  alarms: [],
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
