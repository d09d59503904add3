import { randomUUID } from 'node:crypto';
import {
  attachedTexts,
  Refusal,
  type IncomingAct,
  type IncomingList,
  type IncomingQuery,
  type IncomingSort,
  type IncomingView,
  type IncomingWaiting,
  type Language,
  type NewIncoming,
  type WorkOrderKind,
} from '@gongkai/contracts';
import { sha256, type Clock, type CommandPool, type OpenTransaction, type Sealer } from '@gongkai/platform';
import { z } from 'zod';
import { noteAnswers } from '../consulted/answers-came.js';
import type { CaseDesk } from '../desk/case-desk.js';
import type { Companion } from '../desk/companion.js';
import { needRole, type Person } from '../person.js';
import { cursorText, PlaceId, readCursor } from '../queries/cursor.js';
import { filesHandedIn } from './handed-in.js';
import {
  answered,
  attached,
  claimed,
  dismissed,
  moveStatements,
  opened,
  putAside,
  released,
  restored,
  type Move,
} from './moves.js';
import { takeIn, type Arriving, type Received } from './reception.js';
import {
  incomingRow,
  incomingView,
  letterOf,
  listIncoming,
  lockIncoming,
  readBefore,
  readEvents,
  readFilesOfIncoming,
  readIncoming,
  readIncomingByKey,
  readSamePages,
  type Place,
  type StoredIncoming,
} from './rows.js';
import { placeAmong, versionsOf, type Placed, type Version } from './versions.js';
import { waitingInInboxes, type WaitingInInbox } from './waiting.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly sealer: Sealer; readonly desk: CaseDesk };
type Attach = Extract<IncomingAct, { type: 'attach' }>;

/** How what the hotline takes a work order for is sorted: an application is what the inbox is for. */
export const SORT_OF: Readonly<Record<WorkOrderKind, IncomingSort>> = {
  application: 'ordinary',
  complaint: 'complaint',
  question: 'question',
};

/** What came in under the key of who sent it. */
type Keyed = Pick<NewIncoming, 'source' | 'text' | 'fileIds'> & { readonly key: string };

type Alone = Exclude<IncomingAct, { type: 'attach' | 'restore' }>;

/** What an act that concerns the letter alone does. */
function moveOf(act: Alone, row: StoredIncoming, actor: Person): Move {
  if (act.type === 'claim') return claimed(row, actor);
  if (act.type === 'dismiss') return dismissed(row, actor, act.reason);
  if (act.type === 'answer') return answered(row, actor, act.answer);
  return act.type === 'complaint' ? putAside(row, actor, act.note ?? null) : released(row);
}

/**
 * The inbox of an organ: faxes, mails, work orders of the hotline, scans, until a person has said what each of them is. Nothing leaves
 * it by itself, and what was said can be taken back.
 */
export class IncomingDesk {
  constructor(private readonly parts: Parts) {}

  /** What came in by itself. */
  receive(arriving: Arriving): Promise<Received> {
    return takeIn(arriving, this.parts);
  }

  /** What somebody hands in. @throws Refusal `role-missing`, `invalid-request` */
  async add(actor: Person, body: NewIncoming): Promise<IncomingView> {
    checkInboxRole(actor);
    const { fileIds, arrivedAt, key: _, kind = 'application', ...letter } = body;
    const now = this.parts.clock.now();
    const at = arrivedAt === undefined ? now : new Date(arrivedAt);
    if (at > now) throw new Refusal('invalid-request', [{ path: 'arrivedAt', code: 'future-date' }]);
    const files = await filesHandedIn(this.parts.pool, actor, fileIds);
    if (files.length === 0 && letter.text === undefined)
      throw new Refusal('invalid-request', [{ path: 'fileIds', code: 'required' }]);
    const { key, follows } = await this.#placeOf(actor.organId, body);
    const of = { organId: actor.organId, key, follows: follows?.id ?? null, sort: SORT_OF[kind], actorId: actor.id };
    const { id } = await this.receive({ ...letter, ...of, arrivedAt: at, files });
    return this.view(actor, id);
  }

  async #placeOf(organId: string, { key, fileIds, text = '', source }: NewIncoming): Promise<Placed> {
    if (key === undefined) return { key: fileIds.length === 0 ? randomUUID() : sha256(fileIds.join()), follows: null };
    if (source !== 'hotline') return { key: await this.keyFor(organId, { source, text, key, fileIds }), follows: null };
    const versions = await this.versions(organId, [key]);
    return placeAmong(versions.get(key) ?? [], key, { text, fileIds });
  }

  /** What came under numbers of the hotline, by the number, the oldest first. */
  versions(organId: string, numbers: readonly string[]): Promise<ReadonlyMap<string, readonly Version[]>> {
    return versionsOf(organId, numbers, this.parts);
  }

  /** Gateways count anew after a year or a repair: what comes under a key that something else has is another thing. */
  async keyFor(organId: string, { source, key, text = '', fileIds }: Keyed): Promise<string> {
    const { pool, sealer } = this.parts;
    const [known] = (await pool.query<StoredIncoming>(readIncomingByKey(organId, source, key))).rows;
    const content = [text, ...new Set(fileIds)].join('\n');
    const isSame = known === undefined || content === [letterOf(known, sealer).text ?? '', ...known.file_ids].join('\n');
    return isSame ? key : `${key}#${sha256(content)}`;
  }

  /** A page of the own organ. @throws Refusal `role-missing`, `invalid-request` where the cursor is none */
  async list(actor: Person, query: IncomingQuery): Promise<IncomingList> {
    checkInboxRole(actor);
    const { pool, sealer } = this.parts;
    const after = query.cursor === undefined ? null : readCursor(query.cursor, IncomingPlace);
    const { rows } = await pool.query<StoredIncoming>(listIncoming(actor.organId, query, after));
    const last = rows[query.limit - 1];
    return {
      items: rows.slice(0, query.limit).map((row) => incomingRow(row, sealer)),
      nextCursor: rows.length > query.limit && last !== undefined ? cursorOf(last) : null,
    };
  }

  /** How much waits in the own organ, and since when there is something new. @throws Refusal `role-missing` */
  async waiting(actor: Person): Promise<IncomingWaiting> {
    checkInboxRole(actor);
    const [row] = (await this.parts.pool.query<WaitingInInbox>(waitingInInboxes([actor.organId]))).rows;
    return { waiting: row?.waiting ?? 0, latest: row?.latest.toISOString() ?? null };
  }

  /** One of the own organ. @throws Refusal `role-missing`, `not-found` */
  async view(actor: Person, id: string): Promise<IncomingView> {
    checkInboxRole(actor);
    const { pool, sealer } = this.parts;
    const [row] = (await pool.query<StoredIncoming>(readIncoming(id, actor.organId))).rows;
    if (row === undefined) throw new Refusal('not-found');
    const reads = [readFilesOfIncoming(row), readEvents(row.id), readSamePages(row), readBefore(row)] as const;
    const [files = [], events = [], samePages = [], before = []] = await Promise.all(
      reads.map(async (read) => (await pool.query(read)).rows),
    );
    return incomingView(row, { files, events, samePages, before }, sealer);
  }

  /** Says what it is, or takes that back. @throws Refusal `role-missing`, `not-found`, `incoming-held`, `incoming-settled`, or the case's */
  async act(actor: Person, id: string, act: IncomingAct, language: Language): Promise<IncomingView> {
    checkInboxRole(actor);
    if (act.type === 'attach') await this.#attach(actor, id, act, language);
    else if (act.type === 'restore') await this.#restore(actor, id, language);
    else await this.#move(actor, id, (row) => moveOf(act, row, actor));
    await noteAnswers({ of: 'incoming', id }, this.parts);
    return this.view(actor, id);
  }

  /** Goes along with the application that a letter is logged as. */
  opening(actor: Person, id: string): Companion {
    return this.#with(actor, id, (row, done) => opened(row, actor, done));
  }

  /** Its files are put to the papers of a case, by a note that says what they are. */
  async #attach(actor: Person, id: string, { caseId, as, note }: Attach, language: Language): Promise<void> {
    const row = await this.#read(actor, id);
    const text = [attachedTexts[as][language], note].filter((part) => part !== undefined).join(' · ');
    const command = { type: 'note' as const, text, fileIds: [...row.file_ids], cameIn: true };
    const envelope = { id: randomUUID(), caseId, actor, command, language };
    await this.parts.desk.handle(
      envelope,
      this.#with(actor, id, (locked, { number }) => attached(locked, actor, { caseId, number, as })),
    );
  }

  /** A case that it was put to is told. */
  async #restore(actor: Person, id: string, language: Language): Promise<void> {
    const row = await this.#read(actor, id);
    if (row.state !== 'attached' || row.case_id === null) return this.#move(actor, id, (locked) => restored(locked, null));
    const command = { type: 'note' as const, text: attachedTexts.restored[language] };
    const envelope = { id: randomUUID(), caseId: row.case_id, actor, command, language };
    await this.parts.desk.handle(
      envelope,
      this.#with(actor, id, (locked) => restored(locked, row.case_id)),
    );
  }

  async #move(actor: Person, id: string, move: (row: StoredIncoming) => Move): Promise<void> {
    const { pool, clock } = this.parts;
    const departure = { organId: actor.organId, reads: [lockIncoming(id, actor.organId)] };
    await pool.flights(departure, async ([rows], transaction: OpenTransaction) => {
      const row = foundIn(rows ?? []);
      const [first, ...others] = moveStatements(row, actor, move(row), clock.now());
      if (first !== undefined) await transaction.commit(first, ...others);
    });
  }

  #with(actor: Person, id: string, move: (row: StoredIncoming, done: Parameters<Companion['settle']>[1]) => Move): Companion {
    return {
      read: lockIncoming(id, actor.organId),
      settle: (rows, done) => {
        const row = foundIn(rows);
        return moveStatements(row, actor, move(row, done), this.parts.clock.now());
      },
    };
  }

  async #read(actor: Person, id: string): Promise<StoredIncoming> {
    return foundIn((await this.parts.pool.query<StoredIncoming>(readIncoming(id, actor.organId))).rows);
  }
}

/** Who logs applications looks after the inbox. */
const INBOX_ROLES = ['clerk', 'caseworker'] as const;

/** Whether somebody looks after it. */
export const hasInbox = ({ roles }: Pick<Person, 'roles'>): boolean => INBOX_ROLES.some((role) => roles.includes(role));

/** @throws Refusal `role-missing` */
export function checkInboxRole(actor: Person): void {
  needRole(actor, ...INBOX_ROLES);
}

function foundIn(rows: readonly unknown[]): StoredIncoming {
  const [row] = rows as readonly StoredIncoming[];
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

const cursorOf = ({ arrived_at, id }: StoredIncoming): string => cursorText([arrived_at.toISOString(), id]);

const IncomingPlace = z.tuple([z.iso.datetime(), PlaceId]).transform(([at, id]): Place => ({ at, id }));
