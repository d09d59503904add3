import { createHash, randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '@gongkai/contracts';
import { contradicts, isBeginOf, isContentOf, typeOfName } from './file-types.js';
import { placeInStore, SetAside } from './set-aside.js';
import { unlessMissing } from './system-error.js';
import { NO_SCAN, type VirusScan } from './virus/clamd.js';

/** What is known of a file once it is kept. */
export type KeptFile = {
  /** Hex SHA-256 of the content: the same content is kept once. */
  readonly id: string;
  readonly size: number;
  readonly mime: string;
};

/** How a kept file stands on the disk. */
export type FileStanding = 'whole' | 'altered' | 'gone' | 'unreadable';

/** What the sender says of a file. */
export type FileClaim = {
  readonly name: string;
  readonly mime?: string | undefined;
  /** It came by a line, and nobody is there to send it again: one that breaks off is kept as far as it goes. */
  readonly mayBreakOff?: boolean;
};

const MEGABYTE = 1024 * 1024;
const DEFAULT_LIMIT = 50 * MEGABYTE;

/** Files by their content, in `files/aa/bb/<sha-256>` below the data folder. What is kept is never changed. */
export class FileStore {
  readonly #root: string;

  /** What nobody names; who asks for it all the same finds it here. */
  readonly aside: SetAside;
  readonly limit: number;
  readonly #scan: VirusScan;

  /** @param limit bytes that one file may have @param scan looks for viruses in what is handed in */
  constructor(dataDir: string, { limit = DEFAULT_LIMIT, scan = NO_SCAN }: { limit?: number; scan?: VirusScan } = {}) {
    this.#root = path.join(dataDir, 'files');
    this.aside = new SetAside(this.#root);
    this.limit = limit;
    this.#scan = scan;
  }

  /**
   * Keeps a file. When it returns, the file outlives a power failure.
   * @throws Refusal `invalid-request` for an ending that is not taken, `too-large`, `file-not-what-it-says`, `file-infected`;
   *   `ScannerError` where nobody can say whether it is; then nothing is kept
   */
  async save(content: AsyncIterable<Uint8Array>, { name, mime, mayBreakOff = false }: FileClaim): Promise<KeptFile> {
    const type = typeOfName(name);
    if (type === undefined) throw new Refusal('invalid-request', [{ path: 'file', code: 'invalid-value' }]);
    if (contradicts(type, mime)) throw notWhatItSays();
    const draft = path.join(this.#root, 'incoming', randomUUID());
    await mkdir(path.dirname(draft), { recursive: true });
    try {
      const { id, size } = await this.#write(content, draft);
      if (!(await isContentOf(draft, type)) && !(mayBreakOff && (await isBeginOf(draft, type)))) throw notWhatItSays();
      const virus = await this.#scan(draft);
      if (virus !== null) throw infected(virus);
      await this.#moveIn(draft, id);
      return { id, size, mime: type.mime };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** A stream of the content, once it has been read to its end and found to be what was kept. @throws Refusal `not-found`, `file-altered` */
  async read(id: string): Promise<ReadStream> {
    const handle = await this.#open(id);
    try {
      if ((await measure(handle)).id !== id) throw new Refusal('file-altered');
      return handle.createReadStream({ start: 0 });
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * Keeps a file again that was kept before, as a backup brings it; it is not looked at otherwise.
   * @returns whether it is what its id says; otherwise, or where it cannot be read, nothing is kept
   */
  async putBack(id: string, content: AsyncIterable<Uint8Array>): Promise<boolean> {
    const draft = path.join(this.#root, 'incoming', randomUUID());
    await mkdir(path.dirname(draft), { recursive: true });
    try {
      const found = await unlessMissing(this.#write(content, draft));
      if (found?.id !== id) return false;
      await this.#moveIn(draft, id);
      return true;
    } finally {
      await rm(draft, { force: true });
    }
  }

  /**
   * Removes a file that nobody names any more, unless it has been handed in again; one that is gone is removed.
   * @param since from when on that counts @throws Error where it stays on the disk
   */
  async remove(id: string, since: Date): Promise<void> {
    const place = this.#placeOf(id);
    const found = await unlessMissing(stat(place));
    if (found !== undefined && found.mtime < since) await rm(place, { force: true });
    await this.aside.remove(id);
  }

  /**
   * Removes what is left of files whose taking in was broken off by a power cut or a kill: nobody knows of them.
   * @param before when they were last written to; what is taken in now is not among them @returns how many
   */
  async removeDrafts(before: Date): Promise<number> {
    const folder = path.join(this.#root, 'incoming');
    let removed = 0;
    for (const name of (await unlessMissing(readdir(folder))) ?? []) {
      const draft = path.join(folder, name);
      const found = await unlessMissing(stat(draft));
      if (found === undefined || found.mtime >= before) continue;
      await rm(draft, { force: true });
      removed += 1;
    }
    return removed;
  }

  /** How a file stands. @param size in bytes, as noted when it was kept */
  async check(id: string, size: number): Promise<FileStanding> {
    try {
      const found = await this.#measured(id);
      if (found === undefined) return 'gone';
      return found.id === id && found.size === size ? 'whole' : 'altered';
    } catch (error) {
      return error instanceof Refusal ? 'gone' : 'unreadable';
    }
  }

  async #measured(id: string): Promise<Measure | undefined> {
    const handle = await this.#find(id);
    if (handle === undefined) return undefined;
    try {
      return await measure(handle);
    } finally {
      await handle.close();
    }
  }

  async #open(id: string): Promise<FileHandle> {
    const handle = await this.#find(id);
    if (handle === undefined) throw new Refusal('not-found');
    return handle;
  }

  /** In its place, or put back there by the way. */
  async #find(id: string): Promise<FileHandle | undefined> {
    const place = this.#placeOf(id);
    const handle = await unlessMissing(open(place));
    if (handle !== undefined || !(await this.aside.bringBack(id))) return handle;
    return unlessMissing(open(place));
  }

  #placeOf(id: string): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Refusal('not-found');
    return placeInStore(this.#root, id);
  }

  async #write(content: AsyncIterable<Uint8Array>, draft: string): Promise<Measure> {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await open(draft, 'wx', 0o600);
    try {
      for await (const chunk of content) {
        size += chunk.byteLength;
        if (size > this.limit) throw fileTooLarge(this.limit);
        hash.update(chunk);
        // On a disk that is nearly full `write` may write less than it was given, and says so only by a number.
        await handle.appendFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { id: hash.digest('hex'), size };
  }

  /** The new file takes the place of the same one, or of one that is not what its name says: its day tells when it was handed in last. */
  async #moveIn(draft: string, id: string): Promise<void> {
    const place = this.#placeOf(id);
    const folder = path.dirname(place);
    await mkdir(folder, { recursive: true });
    await rename(draft, place);
    await syncFolder(folder);
  }
}

type Measure = { readonly id: string; readonly size: number };

/** The hash and the size of what is on the disk now; the handle stays open. */
async function measure(handle: FileHandle): Promise<Measure> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).byteLength;
  }
  return { id: hash.digest('hex'), size };
}

/** The name in the folder has to outlive a power failure as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const notWhatItSays = (): Refusal => new Refusal('file-not-what-it-says', [{ path: 'file', code: 'content-differs' }]);

const infected = (virus: string): Refusal =>
  new Refusal('file-infected', [{ path: 'file', code: 'virus-found', facts: { virus } }]);

/** A file that is larger than may be. @param limit in bytes */
export function fileTooLarge(limit: number): Refusal {
  const facts = { limit: Math.floor(limit / MEGABYTE) };
  return new Refusal('too-large', [{ path: 'file', code: 'file-too-large', facts }], { facts });
}
