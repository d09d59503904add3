import { randomUUID } from 'node:crypto';
import {
  entryInLog,
  needRole,
  organNews,
  organNewsOver,
  personalWordsOf,
  type LawShelf,
  type Person,
  type StoredFiles,
  type Upload,
} from '@gongkai/casework';
import {
  Refusal,
  type EntryProposal,
  type EntryProposalList,
  type EntryProposalMove,
  type FieldProblem,
  type NewEntryProposal,
} from '@gongkai/contracts';
import type { Clock, CommandPool, OpenTransaction, Sealer, Statement } from '@gongkai/platform';
import { asKeeper, checkKeeper } from '../catalogue.js';
import { contentOf, type PageTools } from '../draft/read-pages.js';
import { fileChanged, lockOwnEntry, readOwnEntry, type OwnEntry } from '../entry-file.js';
import { settleFormed } from '../formed/settle-formed.js';
import type { Kinds } from '../kinds.js';
import { checkedEntry, holdOwnFile, writeEntry } from '../new-entry.js';
import { lookOn, NOT_LOOKED, saysTheSame } from './file-looked-at.js';
import {
  hashOf,
  lockProposal,
  proposalBegun,
  proposalDecided,
  proposalRead,
  readNumberTaken,
  readProposal,
  readProposals,
  type Proposed,
  type ProposalRow,
} from './proposal-rows.js';
import { isClean, isOwn, LOOKING, mayLook, proposalView } from './proposal-view.js';
import { findingsIn, passagesOf, refuseWords } from './words-looked-at.js';

type Parts = PageTools & {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly kinds: Kinds;
  readonly laws: LawShelf;
  readonly files: Pick<StoredFiles, 'add' | 'find'>;
};

/** Entries with files, and files for entries, on their way into the catalogue: proposed by one person, looked at by another (REG 17; SEC-IR 42). */
export class EntryProposals {
  constructor(private readonly parts: Parts) {}

  /** Those in sight: what waits, the oldest first, and what became of the last ones. @throws Refusal `role-missing` */
  async list(person: Person): Promise<EntryProposalList> {
    const { rows } = await this.parts.pool.query<ProposalRow>(readProposals(sightOf(person)));
    return { items: rows.map((row) => proposalView(row, this.parts.kinds, person)) };
  }

  /** One of them. @throws Refusal `role-missing`, `not-found` */
  async find(person: Person, id: string): Promise<EntryProposal> {
    return proposalView(await this.#row(person, id), this.parts.kinds, person);
  }

  /**
   * Proposes a new entry of the own organ with its file.
   * @throws Refusal `role-missing`; `invalid-request` with what is wrong with its days, its number, its words, or its file: that this lies in
   * a case, or says what one there says
   */
  async propose(actor: Person, entry: NewEntryProposal): Promise<EntryProposal> {
    checkKeeper(actor);
    const { clock, kinds, files, pool } = this.parts;
    const dated = checkedEntry(entry, kinds, clock.today());
    if ((await pool.query(readNumberTaken(entry.indexNumber, actor.organId))).rows.length > 0) throw taken(entry.indexNumber);
    const file = await files.find(entry.fileId, actor).catch(() => null);
    if (file === null) throw wrong('fileId', 'unknown-file');
    return this.#begin(actor, { ...dated, fileId: file.id, fileName: file.name }, { organId: actor.organId, entryId: null });
  }

  /**
   * Proposes a file for an entry that is public, in the place of the one it has: that stays until the other is confirmed.
   * @throws Refusal as `propose`; `not-found`, `disclosure-reviewed`, or what is wrong with the file
   */
  async proposeFile(
    actor: Person,
    entryId: string,
    { content, claim }: Pick<Upload, 'content' | 'claim'>,
  ): Promise<EntryProposal> {
    checkKeeper(actor);
    const [entry] = (await this.parts.pool.query<OwnEntry>(readOwnEntry(asKeeper(actor), entryId))).rows;
    if (entry === undefined) throw new Refusal('not-found');
    if (entry.case_id !== null) throw new Refusal('disclosure-reviewed');
    const { organ_id: organId } = entry;
    const file = await this.parts.files.add({ content, claim, actor: { ...actor, organId } });
    return this.#begin(actor, { ...entry.words, fileId: file.id, fileName: file.name }, { organId, entryId });
  }

  /**
   * Reads on, makes it public as it was looked at, or gives it back.
   * @throws Refusal `not-found`, `role-missing`, `proposal-settled`; `self-approval` of what one has proposed; `proposal-not-clean`;
   * `proposal-other-bytes` where something else was looked at; `file-altered`; `invalid-request` where its file came into a case meanwhile
   * or its number was taken
   */
  async move(person: Person, id: string, move: EntryProposalMove): Promise<EntryProposal> {
    const before = await this.#row(person, id);
    checkMove(move, before, person);
    if (move.move === 'read') {
      const personal = await personalWordsOf(this.parts, before.organ_id);
      const looked = await lookOn(this.parts, before.content.fileId, before, personal);
      await this.#write(person, before, () => Promise.resolve([proposalRead(id, looked)]));
    } else await this.#decide(person, before, move);
    return this.find(person, id);
  }

  async #decide(person: Person, before: ProposalRow, move: Exclude<EntryProposalMove, { move: 'read' }>): Promise<void> {
    const { clock, store } = this.parts;
    const at = clock.now();
    // What lies on the disk has to be what was looked at, byte for byte.
    if (move.move === 'confirm') await contentOf(store, before.content.fileId);
    const reason = move.move === 'return' ? move.reason : null;
    const state = move.move === 'return' ? ('returned' as const) : ('confirmed' as const);
    const decided = proposalDecided(before.id, { state, by: person.id, at, reason });
    await this.#write(person, before, async (row, transaction) => {
      checkMove(move, row, person);
      const published = move.move === 'confirm' ? await this.#publish(person, row, transaction) : [];
      return [decided, organNewsOver({ organId: row.organ_id, about: row.id }, ['entry-proposed'], at), ...published];
    });
  }

  async #publish(person: Person, row: ProposalRow, transaction: OpenTransaction): Promise<readonly Statement[]> {
    const { clock } = this.parts;
    const { content, organ_id: organId, entry_id: entryId } = row;
    const at = clock.now();
    const told = { hash: row.hash, proposedBy: row.proposer };
    const subject = { id: entryId ?? row.id, name: `${content.indexNumber} ${content.title}` };
    const inLog = { actorId: person.id, at };
    if (entryId !== null) {
      await holdOwnFile(transaction, content.fileId, organId);
      const [entry] = await transaction.read<OwnEntry>(lockOwnEntry(entryId));
      if (entry === undefined || entry.case_id !== null) throw new Refusal('not-found');
      if (hashOf({ ...entry.words, fileId: content.fileId, fileName: content.fileName }, entryId) !== row.hash)
        throw new Refusal('proposal-other-bytes');
      const [before, after] = [{ file: entry.file_name }, { file: content.fileName, ...told }];
      const mark = { action: 'disclosure-file-changed' as const, path: row.organ_path, subject, before, after };
      return [fileChanged(entryId, at, { id: content.fileId, name: content.fileName }), entryInLog(mark, inLog)];
    }
    // What can be read nowhere else becomes public today, whatever day was typed.
    const publishedOn = content.url === null && content.publishedOn < clock.today() ? clock.today() : content.publishedOn;
    const writing = { id: row.id, organId, at, by: row.proposed_by };
    const path = await writeEntry(transaction, { ...content, publishedOn }, writing, content.fileName);
    const mark = { action: 'disclosure-entered' as const, path, subject, after: { publishedOn, url: content.url, ...told } };
    return [entryInLog(mark, inLog), settleFormed([content.indexNumber], writing)];
  }

  async #begin(
    actor: Person,
    content: Proposed,
    { organId, entryId }: { readonly organId: string; readonly entryId: string | null },
  ): Promise<EntryProposal> {
    const { pool, clock } = this.parts;
    const [personal, same] = await Promise.all([
      personalWordsOf(this.parts, organId),
      saysTheSame(this.parts, content.fileId, organId),
    ]);
    if (same !== null) throw wrong('fileId', 'text-of-case', { name: same });
    refuseWords(content, personal);
    const named = [...passagesOf(content), { where: 'file-name' as const, page: null, text: content.fileName }];
    const before = { ...NOT_LOOKED, findings: findingsIn(named, personal) };
    const looked = await lookOn(this.parts, content.fileId, before, personal);
    const id = randomUUID();
    const whom = { roles: LOOKING, except: actor.id };
    const tell = await organNews({ organId, news: 'entry-proposed', about: id, time: 1, whom }, this.parts);
    await pool.flights({ organId, reads: [] }, async (_, transaction) => {
      await holdOwnFile(transaction, content.fileId, organId);
      const begun = proposalBegun(content, looked, { id, organId, entryId, by: actor.id, at: clock.now() });
      if ((await transaction.read<{ id: string }>(begun)).length === 0) throw taken(content.indexNumber);
      await transaction.commit(tell);
    });
    return this.find(actor, id);
  }

  async #write(
    person: Person,
    { id, organ_id: organId }: ProposalRow,
    decide: (row: ProposalRow, transaction: OpenTransaction) => Promise<readonly [Statement, ...Statement[]]>,
  ): Promise<void> {
    await this.parts.pool.flights({ organId, reads: [] }, async (_, transaction) => {
      const [row] = await transaction.read<ProposalRow>(lockProposal(sightOf(person), id));
      if (row?.state !== 'waiting') throw new Refusal('proposal-settled');
      await transaction.commit(...(await decide(row, transaction)));
    });
  }

  async #row(person: Person, id: string): Promise<ProposalRow> {
    const [row] = (await this.parts.pool.query<ProposalRow>(readProposal(sightOf(person), id))).rows;
    if (row === undefined) throw new Refusal('not-found');
    return row;
  }
}

/** Whoever keeps the catalogue, and whoever reviews what it gets. @throws Refusal `role-missing` */
function sightOf(person: Person): Person {
  needRole(person, 'reviewer', 'approver', 'supervisor', 'admin');
  return asKeeper(person);
}

/** Reading on is of whoever sees it; who proposed it takes it back. */
function checkWhose({ move }: EntryProposalMove, row: ProposalRow, person: Person): void {
  const isTakenBack = move === 'return' && row.proposed_by === person.id;
  if (move === 'read' || isTakenBack || mayLook(person, row)) return;
  throw new Refusal('role-missing', [], { facts: { role: 'reviewer' } });
}

function checkMove(move: EntryProposalMove, row: ProposalRow, person: Person): void {
  checkWhose(move, row, person);
  if (row.state !== 'waiting') throw new Refusal('proposal-settled');
  if (move.move !== 'confirm') return;
  if (isOwn(person, row)) throw new Refusal('self-approval');
  if (!isClean(row)) throw new Refusal('proposal-not-clean');
  if (move.hash !== row.hash) throw new Refusal('proposal-other-bytes');
}

const wrong = (path: string, code: FieldProblem['code'], facts?: FieldProblem['facts']): Refusal =>
  new Refusal('invalid-request', [{ path, code, ...(facts === undefined ? {} : { facts }) }]);

/** An entry of the organ has the number already, or a proposal of one. */
const taken = (value: string): Refusal => wrong('indexNumber', 'taken', { value });
