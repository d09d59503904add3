import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, migrateUpTo, stepsTaken } from '../database.js';
import type { FileStore } from '../file-store.js';
import { BackupNote, NOTE, placeOfFile, placeOfTable, SUMS } from './backup-note.js';
import { keysBetween, listed, quoted, tablesOf, type KeyBetween } from './catalogue.js';

type Parts = {
  readonly url: string;
  readonly store: Pick<FileStore, 'putBack'>;
  /** Told after each file and each table, with how many there are of both. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** What was put back, and the steps of the schema that were taken since the backup was made. */
export type Restored = BackupNote & { readonly stepsSince: readonly string[] };

/** A backup cannot be put back, or not here. */
export class NotRestored extends Error {}

/**
 * Puts a backup into an empty database and its files into the data folder; then brings the tables up to date. What is in the backup is checked
 * first, byte for byte; the rows come in one transaction: all of them, or none.
 * @throws NotRestored where the backup is not whole, is of a newer version, or the database holds something
 */
export async function restoreBackup(from: string, parts: Parts): Promise<Restored> {
  const note = await checkedNote(from);
  await refuseUsed(parts.url, note);
  const files = await fileIdsIn(from);
  const told = (done: number): void => parts.onProgress?.(done, files.length + note.tables.length);
  for (const [i, id] of files.entries()) {
    if (!(await parts.store.putBack(id, createReadStream(path.join(from, placeOfFile(id)))))) throw spoilt(placeOfFile(id));
    told(i + 1);
  }
  await migrateUpTo(parts.url, note.steps);
  await putRowsBack(from, note, parts.url, (done) => told(files.length + done));
  return { ...note, stepsSince: await migrate(parts.url) };
}

const spoilt = (place: string): NotRestored =>
  new NotRestored(`${place} is missing or not what was backed up. Take another backup.`);

/** The note of a backup, once it and all tables are found to be what was written. Files are checked when they are put back. */
async function checkedNote(from: string): Promise<BackupNote> {
  const sums = new Map((await sumsIn(from)).map(({ sha256, place }) => [place, sha256]));
  if (sums.get(NOTE) !== (await hashAt(path.join(from, NOTE)))) throw spoilt(NOTE);
  const note = BackupNote.parse(JSON.parse(await readFile(path.join(from, NOTE), 'utf8')));
  for (const { name, sha256 } of note.tables)
    if ((await hashAt(path.join(from, placeOfTable(name)))) !== sha256) throw spoilt(placeOfTable(name));
  return note;
}

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

async function sumsIn(from: string): Promise<{ readonly sha256: string; readonly place: string }[]> {
  const text = await readFile(path.join(from, SUMS), 'utf8').catch(() => undefined);
  if (text === undefined) throw new NotRestored(`${from} is no backup: it has no ${SUMS}.`);
  return text.split('\n').flatMap((line) => {
    const [, sha256, place] = LINE.exec(line) ?? [];
    return sha256 === undefined || place === undefined ? [] : [{ sha256, place }];
  });
}

const fileIdsIn = async (from: string): Promise<readonly string[]> =>
  (await sumsIn(from)).filter(({ place }) => place.startsWith('files/')).map(({ sha256 }) => sha256);

async function hashAt(place: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(place), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** @throws NotRestored where the database has rows, or steps that the backup does not know */
async function refuseUsed(url: string, { steps }: BackupNote): Promise<void> {
  await withClient(url, async (client) => {
    const newer = (await stepsTaken(client)).filter((step) => !steps.includes(step));
    if (newer.length > 0) throw new NotRestored('The database was made by a newer version than the backup. Name an empty one.');
    const isMade = (await tablesOf(client)).some(({ name }) => name === 'organ');
    const { rowCount } = isMade ? await client.query('SELECT FROM organ LIMIT 1') : { rowCount: 0 };
    if (rowCount !== 0) throw new NotRestored('The database holds an office already. A backup is put back into an empty one.');
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'gongkai restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function putRowsBack(from: string, note: BackupNote, url: string, told: (done: number) => void): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    const keys = await keysBetween(client);
    await each(client, keys, ({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    // What guards rows in daily work, or follows them, has done so before they were backed up.
    await each(client, note.tables, ({ name }) => `ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${listed(note.tables.map(({ name }) => name))}`);
    for (const [i, table] of note.tables.entries()) {
      await putTableBack(client, from, table);
      told(i + 1);
    }
    await each(client, note.tables, ({ name }) => `ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    await each(client, keys, addedAgain);
    for (const { name, last } of note.sequences)
      if (last !== null) await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), last]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

const addedAgain = ({ table, name, definition }: KeyBetween): string =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`;

async function each<T>(client: Client, all: readonly T[], statement: (one: T) => string): Promise<void> {
  for (const one of all) await client.query(statement(one));
}

async function putTableBack(client: Client, from: string, { name, columns, rows }: BackupNote['tables'][number]): Promise<void> {
  const taking = client.query(copyFrom(`COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`));
  await pipeline(createReadStream(path.join(from, placeOfTable(name))), createGunzip(), taking);
  if (taking.rowCount !== rows)
    throw new NotRestored(`${name}: ${String(taking.rowCount)} rows came back of ${String(rows)}. Nothing was kept.`);
}
