import type { Readable } from 'node:stream';
import { FileView, Refusal } from '@gongkai/contracts';
import { canonicalJson, mimeOfName, sha256, type Clock, type FileClaim, type FileStore } from '@gongkai/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { FileAccess } from './accesses/file-access.js';
import type { Idempotency } from './desk/envelope.js';
import type { Person } from './person.js';
import { APPLICANT } from './portal/applicant.js';
import { askForPages, DRAWN } from './pages/copies.js';
import { organInSight } from './visibility.js';

const NAME_LENGTH = 200;
const SHA_256 = /^[0-9a-f]{64}$/;

type FileRow = {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly uploaded_at: Date;
};

const COLUMNS = 'stored_file.id, stored_file.name, stored_file.mime, stored_file.size, stored_file.uploaded_at';

/** The file of the own organ before the same of another. */
const IN_SIGHT = `
  SELECT ${COLUMNS} FROM stored_file JOIN organ ON organ.id = stored_file.organ_id
   WHERE stored_file.id = $3 AND ${organInSight(1, 2)}
   ORDER BY stored_file.organ_id = $1::uuid DESC LIMIT 1`;

/** What an applicant brings is loose until a case names it; what is kept already stays so. */
const ADD = `
  WITH kept AS (
    INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at, loose_since)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (id, organ_id) DO UPDATE SET loose_since = EXCLUDED.loose_since WHERE stored_file.loose_since IS NOT NULL)
  INSERT INTO file_name (file_id, organ_id, name, given_by, given_at) VALUES ($1, $2, $3, $9, $7)`;

const LOCK_KEY = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
const READ_KEY = 'SELECT request_hash, body FROM idempotency_key WHERE scope = $1 AND key = $2';
const KEEP_KEY = `
  INSERT INTO idempotency_key (scope, key, request_hash, status, headers, body, created_at)
  VALUES ($1, $2, $3, 201, '{}', $4, $5)`;

/** A file that somebody hands in. */
export type Upload = {
  readonly content: AsyncIterable<Uint8Array>;
  readonly claim: FileClaim;
  readonly actor: Person;
  /** The sender's key, if there is one. */
  readonly key?: Omit<Idempotency, 'requestHash'> | undefined;
};

/** A file to be handed out. */
export type OpenFile = { readonly view: FileView; readonly content: Readable };

/** @param accesses where it is written down who reads a file of a case */
type Parts = {
  readonly source: DataSource;
  readonly store: FileStore;
  readonly clock: Clock;
  readonly accesses?: Pick<FileAccess, 'note'>;
};

/** The files of organs: scans, attachments, what is released. Read by who sees the organ. */
export class StoredFiles {
  constructor(private readonly parts: Parts) {}

  /**
   * Keeps a file for the organ of who brings it. The same content again is the file that is there, under the name it has now.
   * @throws Refusal `role-missing`, `idempotency-key-reused`, or what is wrong with the file; then nothing is changed
   */
  add(upload: Upload): Promise<FileView> {
    return this.#keep(upload, upload.actor.id === APPLICANT);
  }

  /** The same of what was made to be looked at: it is removed after a day, unless a step names it. @throws Refusal as `add` */
  keepLoose(upload: Omit<Upload, 'key'>): Promise<FileView> {
    return this.#keep(upload, true);
  }

  async #keep({ content, claim, actor, key }: Upload, isLoose: boolean): Promise<FileView> {
    if (!actor.roles.some((role) => role !== 'auditor')) throw new Refusal('role-missing', [], { facts: { role: 'caseworker' } });
    const name = plainName(claim.name);
    const { id, mime, size } = await this.parts.store.save(content, { ...claim, name });
    const row: FileRow = { id, name, mime, size, uploaded_at: this.parts.clock.now() };
    return this.parts.source.transaction(async (manager) => {
      const requestHash = sha256(canonicalJson({ id, name, mime }));
      const answered = key === undefined ? undefined : await answerUnder(manager, { ...key, requestHash });
      if (answered !== undefined) return answered;
      const by = actor.id === APPLICANT ? null : actor.id;
      const looseSince = isLoose ? row.uploaded_at : null;
      await manager.query(ADD, [id, actor.organId, name, mime, size, by, row.uploaded_at, looseSince, actor.id]);
      if (mime === DRAWN) await manager.query(askForPages([id]).text, [[id]]);
      const view = viewOf({ ...((await visibleRow(manager, id, actor)) ?? row), name });
      if (key !== undefined)
        await manager.query(KEEP_KEY, [key.scope, key.key, requestHash, JSON.stringify(view), row.uploaded_at]);
      return view;
    });
  }

  /**
   * A file with its content.
   * @param as what it is called where it is fetched from; a name of another kind is none
   * @throws Refusal `not-found` where there is none, or it is out of sight; `file-altered`
   */
  async open(id: string, reader: Person, as?: string): Promise<OpenFile> {
    const view = await this.find(id, reader);
    const name = as !== undefined && mimeOfName(as) === view.mime ? plainName(as) : view.name;
    return { view: { ...view, name }, content: await this.parts.store.read(id) };
  }

  /** What is known of a file; asked by who is about to read it, or its pages. @throws Refusal `not-found` where there is none, or it is out of sight */
  async find(id: string, reader: Person): Promise<FileView> {
    const row = SHA_256.test(id) ? await visibleRow(this.parts.source, id, reader) : undefined;
    if (row === undefined) throw new Refusal('not-found');
    await this.parts.accesses?.note(reader, id);
    return viewOf(row);
  }
}

async function visibleRow(
  asked: DataSource | EntityManager,
  id: string,
  { organId, seesBelow }: Person,
): Promise<FileRow | undefined> {
  const [row] = await asked.query<FileRow[]>(IN_SIGHT, [organId, seesBelow, id]);
  return row;
}

async function answerUnder(manager: EntityManager, { scope, key, requestHash }: Idempotency): Promise<FileView | undefined> {
  await manager.query(LOCK_KEY, [`${scope} ${key}`]);
  const [kept] = await manager.query<{ request_hash: string; body: unknown }[]>(READ_KEY, [scope, key]);
  if (kept !== undefined && kept.request_hash !== requestHash) throw new Refusal('idempotency-key-reused');
  return kept === undefined ? undefined : FileView.parse(kept.body);
}

const viewOf = ({ id, name, mime, size, uploaded_at }: FileRow): FileView => ({
  id,
  name,
  mime,
  size,
  uploadedAt: uploaded_at.toISOString(),
});

/** The last part of a path, without control characters; its ending stays when it has to be shortened. */
export function plainName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - ending.length)}${ending}`;
}
