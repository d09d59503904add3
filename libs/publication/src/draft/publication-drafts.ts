import { randomUUID } from 'node:crypto';
import {
  answeredCase,
  canSee,
  type AnsweredCase,
  type CaseDesk,
  type Companion,
  type LawShelf,
  type Person,
} from '@gongkai/casework';
import {
  Refusal,
  type FieldProblem,
  type NewPublicationDraft,
  type PublicationDraft,
  type PublicationDraftChange,
  type PublicationDraftList,
  type PublicationDraftMove,
  type PublicationDuties,
} from '@gongkai/contracts';
import type { Clock, CommandPool, Sealer, Statement } from '@gongkai/platform';
import { settleFormed } from '../formed/settle-formed.js';
import type { Kinds } from '../kinds.js';
import { checkHeld, copied, holdBoth, taken, type CopyTools } from './clean-copy.js';
import {
  draftBegun,
  draftChanged,
  draftMoved,
  draftPublished,
  hashOf,
  lockDraft,
  readDraft,
  readDraftsOf,
  readOrganOfCase,
  readOpenDrafts,
  type Content,
  type Deed,
  type DraftRow,
  type OrganOfCase,
} from './draft-rows.js';
import { addressOf, draftView, isClean, isOpen, isOwn, roleMissing } from './draft-view.js';
import { dutyOf, leftOut, readPromotions, readWithheld, type DutyRow } from './publication-duties.js';
import { contentOf, firstReading, readOn, type PageTools } from './read-pages.js';

type Parts = PageTools &
  CopyTools & {
    readonly pool: CommandPool;
    readonly clock: Clock;
    readonly sealer: Sealer;
    readonly kinds: Kinds;
    readonly laws: LawShelf;
    readonly desk: Pick<CaseDesk, 'handle'>;
    readonly publicUrl: string;
  };
type Move = PublicationDraft['may'][number];
type Dropping = Extract<PublicationDraftMove, { move: 'drop' }>;
type CaseStep =
  | { readonly type: 'suggestPublication'; readonly reason?: string }
  | { readonly type: 'declinePublication'; readonly reason: string }
  | { readonly type: 'publish'; readonly address: string };

/** What waited to be published as this is settled by it. */
const settledBy = (row: DraftRow, at: Date, { by }: Deed): Statement =>
  settleFormed([row.indexNumber], { organId: row.organ_id, at, by });

/** Answers on their way into the catalogue (REG 44): written by one person, reviewed by another, published by a third. */
export class PublicationDrafts {
  constructor(private readonly parts: Parts) {}

  /** Those that are open in sight, the first due first. */
  async open(person: Person): Promise<PublicationDraftList> {
    const { rows } = await this.parts.pool.query<DraftRow>(readOpenDrafts(person));
    return { items: rows.map((row) => this.#view(row, person)) };
  }

  /** What is owed beside them: answers to suggestions, drafts that nobody has begun, what was withheld and is to be assessed anew. */
  async duties(person: Person): Promise<PublicationDuties> {
    const { pool, clock } = this.parts;
    const read = [readPromotions(person), readWithheld(person)].map((statement) => pool.query<DutyRow>(statement));
    const found = (await Promise.all(read)).map(({ rows }) => rows);
    const more = found.reduce((sum, rows) => sum + leftOut(rows), 0);
    return { items: found.flat().flatMap((row) => dutyOf(row, clock.today())), more };
  }

  /** Those of a case, the oldest first. @throws Refusal `case-not-found` */
  async list(caseId: string, person: Person): Promise<PublicationDraftList> {
    await this.#organOf(caseId, person);
    const { rows } = await this.parts.pool.query<DraftRow>(readDraftsOf(caseId));
    return { items: rows.map((row) => this.#view(row, person)) };
  }

  /** One of them. @throws Refusal `not-found` */
  async find(id: string, person: Person): Promise<PublicationDraft> {
    return this.#view(await this.#row(id, person), person);
  }

  /**
   * Begins with a file of a case whose answer is out. From this day the period counts in which it is to be public.
   * @throws Refusal `case-not-found`, `role-missing`, `not-answered-openly`, `invalid-request`
   */
  async begin(caseId: string, { reason, ...content }: NewPublicationDraft, person: Person): Promise<PublicationDraft> {
    needRole('change', person, await this.#organOf(caseId, person));
    const answered = await answeredCase(this.parts, caseId, person);
    // Whoever signed said why not; who wants otherwise says why.
    if (answered.attribute === 'not_public' && reason === undefined) throw wrong('reason', 'required');
    const id = randomUUID();
    const written = await copied(this.parts, content, { answered, person, draftId: id });
    const reading = await readOn(this.parts, written.fileId, firstReading(content, answered.personal), answered.personal);
    const deed = this.#deed('begin', person, reason);
    const begun = { id, caseId: answered.id, organId: answered.organId, on: this.parts.clock.today(), deed };
    const companion: Companion = {
      read: holdBoth(written, answered.organId),
      settle: (held) => {
        checkHeld(held);
        return [draftBegun(written, reading, begun)];
      },
    };
    const step = { type: 'suggestPublication' as const, ...(reason === undefined ? {} : { reason }) };
    await this.#settle(answered, companion, { person, step: answered.isDecided ? null : step });
    return this.find(id, person);
  }

  /** Writes it anew, and reads its file from the beginning. @throws Refusal as `begin`, and `not-found`, `publication-settled`, `publication-changed` */
  async change(id: string, { version, ...content }: PublicationDraftChange, person: Person): Promise<PublicationDraft> {
    const before = await this.#row(id, person);
    checkMove('change', before, person);
    const answered = await answeredCase(this.parts, before.case_id, person);
    const written = await copied(this.parts, content, { answered, person, draftId: id, before });
    const reading = await readOn(this.parts, written.fileId, firstReading(content, answered.personal), answered.personal);
    const changed = draftChanged(id, written, reading, this.#deed('change', person));
    return this.#write(before, { version, person, move: 'change', holds: written }, () => [changed]);
  }

  /**
   * Takes it on.
   * @throws Refusal `not-found`, `role-missing`, `publication-settled`, `publication-changed`; `self-approval` of what one has written or
   * reviewed; `publication-not-clean`; `publication-other-bytes` where a review is of something else; `file-altered`
   */
  async move(id: string, move: PublicationDraftMove, person: Person): Promise<PublicationDraft> {
    const before = await this.#row(id, person);
    checkMove(move.move, before, person);
    const asked = { version: move.version, person, move: move.move };
    if (move.move === 'read') {
      const { personal } = await answeredCase(this.parts, before.case_id, person);
      const reading = await readOn(this.parts, before.fileId, before, personal);
      return this.#write(before, asked, (row) => [draftChanged(id, row, reading, this.#deed('read', person))]);
    }
    if (move.move === 'publish') return this.#publish(before, asked);
    if (move.move === 'drop' && before.is_last) return this.#dropLast(before, move, person);
    const words = 'reason' in move ? move.reason : 'opinion' in move ? move.opinion : undefined;
    const deed = this.#deed(move.move, person, words);
    return this.#write(before, asked, (row) => [MOVES[move.move](row, deed, move)]);
  }

  async #publish(before: DraftRow, asked: Asked): Promise<PublicationDraft> {
    const { clock, publicUrl, store } = this.parts;
    // What lies on the disk has to be what was reviewed, byte for byte.
    await contentOf(store, before.fileId);
    const answered = await answeredCase(this.parts, before.case_id, asked.person);
    const deed = this.#deed('publish', asked.person);
    const companion: Companion = {
      read: lockDraft(before.id),
      settle: ([row]) => {
        checkStill(row as DraftRow, asked);
        if ((row as DraftRow).is_taken) throw taken((row as DraftRow).indexNumber);
        if ((row as DraftRow).reviewed_hash !== hashOf(row as DraftRow)) throw new Refusal('publication-other-bytes');
        return [draftPublished(row as DraftRow, clock.today(), clock.now(), deed), settledBy(row as DraftRow, clock.now(), deed)];
      },
    };
    const step = { type: 'publish' as const, address: addressOf(publicUrl, before.id) };
    await this.#settle(answered, companion, {
      person: asked.person,
      step: answered.publication === 'published' ? null : step,
    });
    return this.find(before.id, asked.person);
  }

  /** Who gives up the last draft of a case publishes nothing of it: the case says why, and nobody is reminded of it any more. */
  async #dropLast(before: DraftRow, { reason, version }: Dropping, person: Person): Promise<PublicationDraft> {
    const deed = this.#deed('drop', person, reason);
    const companion: Companion = {
      read: lockDraft(before.id),
      settle: ([row]) => {
        checkStill(row as DraftRow, { version, person, move: 'drop' });
        return [MOVES.drop(row as DraftRow, deed, { move: 'drop', reason, version })];
      },
    };
    const ofCase = { id: before.case_id, organId: before.organ_id, number: before.case_number };
    await this.#settle(ofCase, companion, { person, step: { type: 'declinePublication', reason } });
    return this.find(before.id, person);
  }

  /** With a step of the case, or where the case has taken it before, alone. */
  async #settle(
    { id: caseId, organId, number }: Pick<AnsweredCase, 'id' | 'organId' | 'number'>,
    companion: Companion,
    { person, step }: { readonly person: Person; readonly step: CaseStep | null },
  ): Promise<void> {
    if (step !== null) {
      await this.parts.desk.handle({ id: randomUUID(), caseId, actor: person, command: step }, companion);
      return;
    }
    await this.parts.pool.flights({ organId, reads: [companion.read] }, async ([rows = []], transaction) => {
      const [first, ...others] = companion.settle(rows, { caseId, number, entryId: '' });
      if (first !== undefined) await transaction.commit(first, ...others);
    });
  }

  async #write(
    { id, organ_id: organId }: DraftRow,
    { holds, ...asked }: Asked & { readonly holds?: Content },
    decide: (row: DraftRow) => readonly [Statement, ...Statement[]],
  ): Promise<PublicationDraft> {
    const reads = [lockDraft(id), ...(holds === undefined ? [] : [holdBoth(holds, organId)])];
    await this.parts.pool.flights({ organId, reads }, async ([rows = [], held], transaction) => {
      const row = rows[0] as DraftRow;
      checkStill(row, asked);
      if (held !== undefined) checkHeld(held);
      await transaction.commit(...decide(row));
    });
    return this.find(id, asked.person);
  }

  #deed(did: Deed['did'], { id: by }: Person, words?: string): Deed {
    const at = this.parts.clock.now().toISOString();
    return { at, by, did, ...(words === undefined ? {} : { words }) };
  }

  #view(row: DraftRow, person: Person): PublicationDraft {
    return draftView(row, { ...this.parts, today: this.parts.clock.today(), person });
  }

  async #organOf(caseId: string, person: Person): Promise<OrganOfCase> {
    const [organ] = (await this.parts.pool.query<OrganOfCase>(readOrganOfCase(caseId))).rows;
    if (organ === undefined || !canSee(person, organ.organ_path)) throw new Refusal('case-not-found');
    return organ;
  }

  async #row(id: string, person: Person): Promise<DraftRow> {
    const [row] = (await this.parts.pool.query<DraftRow>(readDraft(id))).rows;
    if (row === undefined || !canSee(person, row.organ_path)) throw new Refusal('not-found');
    return row;
  }
}

type Asked = { readonly version: number; readonly person: Person; readonly move: Move };

function needRole(move: Move, person: Person, row: Pick<DraftRow, 'organ_id'>): void {
  const role = roleMissing(move, person, row);
  if (role !== null) throw new Refusal('role-missing', [], { facts: { role } });
}

function checkMove(move: Move, row: DraftRow, person: Person): void {
  needRole(move, person, row);
  if (!isOpen(move, row)) throw new Refusal('publication-settled', [], { settled: `publication-${row.state}` });
  if (isOwn(move, person, row)) throw new Refusal('self-approval');
  if ((move === 'submit' || move === 'publish') && !isClean(row)) throw new Refusal('publication-not-clean');
}

/** Nobody was quicker. */
function checkStill(row: DraftRow, { version, person, move }: Asked): void {
  if (row.version !== version) throw new Refusal('publication-changed');
  checkMove(move, row, person);
}

type Moved = Exclude<PublicationDraftMove['move'], 'read' | 'publish'>;
type Moving = (row: DraftRow, deed: Deed, move: PublicationDraftMove) => Statement;
const MOVES: Readonly<Record<Moved, Moving>> = {
  submit: ({ id }, deed) => draftMoved(id, { state: 'reviewing', reviewedHash: null, deed }),
  pass: (row, deed, move) => {
    const hash = hashOf(row);
    if (!('hash' in move) || move.hash !== hash) throw new Refusal('publication-other-bytes');
    return draftMoved(row.id, { state: 'reviewed', reviewedHash: hash, deed });
  },
  return: ({ id }, deed) => draftMoved(id, { state: 'draft', reviewedHash: null, deed }),
  drop: ({ id }, deed) => draftMoved(id, { state: 'dropped', reviewedHash: null, deed }),
};

const wrong = (path: string, code: FieldProblem['code']): Refusal => new Refusal('invalid-request', [{ path, code }]);
