import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Refusal } from '@gongkai/contracts';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { stepsTaken } from '../database.js';
import type { FileStore } from '../file-store.js';
import { NOTE, placeOfFile, placeOfTable, SUMS, type BackupNote } from './backup-note.js';
import { listed, quoted, sealedTables, sequencesOf, tablesOf, type TableShape } from './catalogue.js';

type Parts = {
  readonly url: string;
  readonly store: Pick<FileStore, 'read'>;
  readonly at: Date;
  /** Told after each table and each hundred files, with how many there are of both. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** Files whose ids are asked for at once. */
const BATCH = 1000;
const TOLD_EVERY = 100;

/**
 * Takes a copy of all tables as of one moment, then of all files that they name, into a new folder: work goes on meanwhile. It needs no program of
 * PostgreSQL beside the server. The folder appears under its name only once it is whole and on the disk; `sha256sum -c SHA256SUMS` checks it.
 * @throws Error where the folder is there already, or the database keeps rows from whom the address names
 */
export async function makeBackup(to: string, parts: Parts): Promise<BackupNote> {
  const folder = `${path.resolve(to)}.partial`;
  await mkdir(path.dirname(folder), { recursive: true });
  await refuseExisting(path.resolve(to));
  await mkdir(path.join(folder, 'tables'), { recursive: true });
  try {
    const note = await inOneMoment(parts.url, (client) => copied(client, folder, parts));
    await rename(folder, path.resolve(to));
    return note;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function refuseExisting(to: string): Promise<void> {
  const there = await open(to).catch(() => undefined);
  if (there === undefined) return;
  await there.close();
  throw new Error(`${to} is there already. Name a folder that does not exist yet.`);
}

async function inOneMoment<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'gongkai backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Who may not see every row is refused: a copy without them would look whole.
    await client.query('SET LOCAL row_security = off');
    return await work(client);
  } finally {
    await client.end();
  }
}

async function copied(client: Client, folder: string, parts: Parts): Promise<BackupNote> {
  const shapes = await tablesOf(client);
  const files = await countFiles(client);
  const told = (done: number): void => parts.onProgress?.(done, shapes.length + files.count);
  const tables: BackupNote['tables'] = [];
  for (const shape of shapes) {
    tables.push(await copyTable(client, folder, shape));
    told(tables.length);
  }
  const { kept, lost } = await copyFiles(client, folder, parts, (done) => told(shapes.length + done));
  const note: BackupNote = {
    format: 1,
    madeAt: parts.at.toISOString(),
    steps: [...(await stepsTaken(client))],
    tables,
    sequences: [...(await sequencesOf(client))],
    files: { count: kept.length, bytes: files.bytes },
    lost,
    keys: await keysNeeded(client),
  };
  await writeDown(folder, note, kept);
  return note;
}

async function copyTable(client: Client, folder: string, shape: TableShape): Promise<BackupNote['tables'][number]> {
  const { name, columns } = shape;
  const rows = client.query(copyTo(`COPY ${quoted(name)} (${listed(columns)}) TO STDOUT`));
  const hash = createHash('sha256');
  const hashed = new PassThrough().on('data', (piece: Buffer) => hash.update(piece));
  await pipeline(rows, createGzip({ level: 6 }), hashed, toDisk(path.join(folder, placeOfTable(name))));
  return { name, columns: [...columns], rows: rows.rowCount, sha256: hash.digest('hex') };
}

type Copied = { readonly kept: string[]; readonly lost: string[] };

async function copyFiles(client: Client, folder: string, { store }: Parts, told: (done: number) => void): Promise<Copied> {
  const [kept, lost]: [string[], string[]] = [[], []];
  for await (const id of fileIds(client)) {
    const isKept = await copyFile(id, folder, store);
    (isKept ? kept : lost).push(id);
    if ((kept.length + lost.length) % TOLD_EVERY === 0) told(kept.length + lost.length);
  }
  return { kept, lost };
}

async function* fileIds(client: Client): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const text = 'SELECT DISTINCT id FROM stored_file WHERE id > $1 ORDER BY id LIMIT $2';
    const { rows } = await client.query<{ id: string }>(text, [after, BATCH]);
    for (const { id } of rows) yield id;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function copyFile(id: string, folder: string, store: Parts['store']): Promise<boolean> {
  const place = path.join(folder, placeOfFile(id));
  try {
    const content = await store.read(id);
    await mkdir(path.dirname(place), { recursive: true });
    await pipeline(content, toDisk(place));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A stream to a new file that is on the disk when it ends. */
const toDisk = (place: string) => createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true });

async function countFiles(client: Client): Promise<{ readonly count: number; readonly bytes: number }> {
  const text = `SELECT count(*)::int AS count, coalesce(sum(size), 0)::float8 AS bytes FROM (SELECT DISTINCT id, size FROM stored_file) AS file`;
  const { rows } = await client.query<{ count: number; bytes: number }>(text);
  return rows[0] ?? { count: 0, bytes: 0 };
}

/** What is sealed says with which key: its bytes 2 to 5. */
async function keysNeeded(client: Client): Promise<string[]> {
  const each = (await sealedTables(client)).map((name) => `SELECT substring(sealed FROM 2 FOR 4) AS key FROM ${quoted(name)}`);
  const text = `SELECT encode(key, 'hex') AS key FROM (${each.join(' UNION ')}) AS needed WHERE key IS NOT NULL ORDER BY 1`;
  return (await client.query<{ key: string }>(text)).rows.map(({ key }) => key);
}

async function writeDown(folder: string, note: BackupNote, files: readonly string[]): Promise<void> {
  const text = `${JSON.stringify(note, null, 2)}\n`;
  const own = createHash('sha256').update(text).digest('hex');
  const sums = [
    `${own}  ${NOTE}`,
    ...note.tables.map(({ name, sha256 }) => `${sha256}  ${placeOfTable(name)}`),
    // A file is called by its hash.
    ...files.map((id) => `${id}  ${placeOfFile(id)}`),
  ];
  await writeFile(path.join(folder, NOTE), text, { mode: 0o600, flush: true });
  await writeFile(path.join(folder, SUMS), `${sums.join('\n')}\n`, { mode: 0o600, flush: true });
}
