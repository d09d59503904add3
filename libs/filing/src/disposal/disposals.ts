import { randomUUID } from 'node:crypto';
import { yearOf } from '@gongkai/calendar';
import { canSee, entryInLog, isOneWith, needRole, type Person } from '@gongkai/casework';
import {
  Refusal,
  type DisposalList,
  type DisposalMove,
  type DisposalView,
  type ExpiredCases,
  type FieldProblem,
  type NewDisposal,
  type Role,
} from '@gongkai/contracts';
import type { Clock, CommandPool, Statement } from '@gongkai/platform';
import { destruction, readMoved } from './destruction.js';
import {
  expiredOf,
  listed,
  lockList,
  lockLists,
  readExpired,
  readLines,
  readList,
  readLists,
  wentOn,
  type Deed,
  type DisposalRow,
  type Expired,
  type ExpiredRow,
  type KeptLine,
  type Line,
} from './disposal-rows.js';
import { firstOf } from './retention.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock };
type Move = DisposalMove['move'];

/** Who may do it, and to a list in which state. */
const MOVES: Readonly<Record<Move, { readonly role: Role; readonly from: readonly DisposalRow['state'][] }>> = {
  approve: { role: 'approver', from: ['listed'] },
  'send-back': { role: 'approver', from: ['listed', 'approved'] },
  'carry-out': { role: 'archivist', from: ['approved'] },
};

/**
 * What becomes of cases whose retention has ended (到期鉴定、销毁): an archivist draws a list up, somebody else approves it, and what it says is
 * carried out before a witness. The list stays for good.
 */
export class Disposals {
  constructor(private readonly parts: Parts) {}

  /** The cases of the own organ that have been kept long enough, the oldest first. @throws Refusal `role-missing` */
  async expired(person: Person): Promise<ExpiredCases> {
    needRole(person, 'archivist');
    const { rows } = await this.parts.pool.query<ExpiredRow>(readExpired(person.organId, this.parts.clock.today()));
    return { items: rows.map((row) => withoutHash(expiredOf(row))) };
  }

  /** The lists in sight, the newest first. */
  async lists(person: Person): Promise<DisposalList> {
    const { rows } = await this.parts.pool.query<DisposalRow>(readLists(person));
    return { items: rows.map(headOf) };
  }

  /** One of them. @throws Refusal `not-found` */
  async find(id: string, person: Person): Promise<DisposalView> {
    const [row] = (await this.parts.pool.query<DisposalRow>(readList(id))).rows;
    if (row === undefined || !canSee(person, row.organ_path)) throw new Refusal('not-found');
    const { rows } = await this.parts.pool.query<KeptLine>(readLines(id));
    return viewOf(row, rows, person);
  }

  /** Draws a list up. @throws Refusal `role-missing`, `invalid-request` where a case has not expired or is on a list already */
  async list({ lines }: NewDisposal, person: Person): Promise<DisposalView> {
    needRole(person, 'archivist');
    const { pool, clock } = this.parts;
    const [id, at, { organId }] = [randomUUID(), clock.now(), person];
    await pool.flights({ organId, reads: [lockLists(organId)] }, async (_locked, transaction) => {
      const rows = await transaction.read<ExpiredRow>(readExpired(organId, clock.today()));
      const expired = new Map(rows.map((row) => [row.id, expiredOf(row)]));
      const deed: Deed = { at: at.toISOString(), by: person.id, did: 'list' };
      await transaction.commit(...listed({ id, organId, at, deed, lines: linesOf(lines, expired) }));
    });
    return this.find(id, person);
  }

  /**
   * Approves a list, sends it back, or destroys what it names.
   * @throws Refusal `not-found`, `role-missing`, `self-approval`, `disposal-settled`, `invalid-request` where somebody is their own witness,
   * `cases-changed` where a case is not what was listed
   */
  async move(id: string, move: DisposalMove, person: Person): Promise<DisposalView> {
    const { pool, clock } = this.parts;
    await pool.flights({ organId: person.organId, reads: [lockList(id)] }, async ([rows = []], transaction) => {
      const row = rows[0] as DisposalRow | undefined;
      if (row === undefined || !canSee(person, row.organ_path)) throw new Refusal('not-found');
      const objection = objectionTo(move.move, row, person);
      if (objection !== null) throw objection;
      if (isOwnWitness(move, person)) throw new Refusal('invalid-request', [{ path: 'witness', code: 'own-witness' }]);
      const deed = deedOf(move, person, clock.now());
      if (move.move !== 'carry-out') return void (await transaction.commit(wentOn(id, nextOf(move.move, row), deed)));
      const moved = await transaction.read<{ number: string }>(readMoved(id));
      if (moved.length > 0)
        throw new Refusal('cases-changed', [], { facts: { numbers: moved.map(({ number }) => number).join('、') } });
      await transaction.commit(inLog(row, person, clock.now()), ...destruction(id), wentOn(id, 'carried-out', deed));
    });
    return this.find(id, person);
  }
}

/** Why somebody cannot do it; null where they can. Nobody approves what they, or somebody in whose place they sign, have listed. */
export function objectionTo(move: Move, row: DisposalRow, person: Person): Refusal | null {
  const { role, from } = MOVES[move];
  if (person.organId !== row.organ_id || !person.roles.includes(role))
    return new Refusal('role-missing', [], { facts: { role } });
  if (!from.includes(row.state)) return new Refusal('disposal-settled');
  const isOwn = row.history.some(({ did, by }) => did === 'list' && isOneWith(person, by));
  return role === 'approver' && isOwn ? new Refusal('self-approval') : null;
}

/** The name stands alone or after an organ's, with or without a space. */
export const isOwnWitness = (move: DisposalMove, { name }: Pick<Person, 'name'>): boolean =>
  move.move === 'carry-out' && move.witness.split(/[\s,，、（(]+/u).some((word) => word.replace(/[)）]$/u, '').endsWith(name));

/** A list that destroys nothing is done once it is approved. */
function nextOf(move: 'approve' | 'send-back', { destroy }: DisposalRow): DisposalRow['state'] {
  if (move === 'send-back') return 'sent-back';
  return destroy === 0 ? 'carried-out' : 'approved';
}

function deedOf(move: DisposalMove, person: Person, at: Date): Deed {
  const { move: did, ...said } = move;
  return { at: at.toISOString(), by: person.id, did, ...said };
}

/** @throws Refusal `invalid-request` */
function linesOf(lines: NewDisposal['lines'], expired: ReadonlyMap<string, Expired>): readonly Line[] {
  const problems: FieldProblem[] = [];
  const found = new Map<string, Line>();
  for (const [at, line] of lines.entries()) {
    const known = expired.get(line.caseId);
    if (known === undefined || found.has(line.caseId)) problems.push({ path: `lines.${String(at)}.caseId`, code: 'not-expired' });
    else found.set(line.caseId, lineOf(line, known));
  }
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  return [...found.values()];
}

function lineOf(line: NewDisposal['lines'][number], known: Expired): Line {
  const expired = { ...known, expiredOn: known.keptUntil };
  if (line.verdict === 'destroy') return { ...expired, verdict: 'destroy', reason: null };
  const until = line.years === null ? null : firstOf(yearOf(known.keptUntil) + line.years);
  return { ...expired, verdict: 'keep', keptUntil: until, reason: line.reason };
}

const withoutHash = ({ lastHash: _, ...rest }: Expired): ExpiredCases['items'][number] => rest;

const headOf = ({ id, state, listed_at: listedAt, destroy, keep }: DisposalRow): DisposalList['items'][number] => ({
  id,
  state,
  listedAt: listedAt.toISOString(),
  destroy,
  keep,
});

const viewOf = (row: DisposalRow, lines: readonly KeptLine[], person: Person): DisposalView => ({
  ...headOf(row),
  organ: row.organ,
  lines: lines.map(asListed),
  history: row.history.map((deed) => ({ ...deed, by: row.names[deed.by] ?? '' })),
  hash: row.hash,
  filesLeft: row.files_left,
  open: (Object.keys(MOVES) as Move[]).filter((move) => objectionTo(move, row, person) === null),
});

/** Without what a list of an earlier day did not say: its hash is of what it said. */
const asListed = ({ retention, expiredOn, ...line }: KeptLine): Line => ({
  ...line,
  ...(retention === null ? {} : { retention }),
  ...(expiredOn === null ? {} : { expiredOn }),
});

const inLog = ({ id, organ, organ_path: path, destroy, hash }: DisposalRow, { id: actorId }: Person, at: Date): Statement =>
  entryInLog({ action: 'cases-destroyed', path, subject: { id, name: organ }, after: { cases: destroy, hash } }, { actorId, at });
