import { isUtf8 } from 'node:buffer';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.js';
import { sha256 } from '../crypto.js';
import type { FileStore } from '../file-store.js';
import type { PageDrawer } from '../pages/page-drawer.js';
import { codeOf, unlessMissing } from '../system-error.js';
import { hasItsEnd } from './fax-file.js';
import { keepFax, type KeptFax } from './keep-fax.js';
import { placeAside } from './place-aside.js';

/** A fax that has come in whole, or as much of it as there is. */
export type Fax = KeptFax & {
  /** As the fax server called it. */
  readonly name: string;
  readonly arrivedAt: Date;
};

export type SpoolParts = {
  /** Where the fax server puts what came in. */
  readonly folder: string;
  readonly store: Pick<FileStore, 'save' | 'limit'>;
  readonly drawer: Pick<PageDrawer, 'draw' | 'pagesIn'>;
  readonly clock: Clock;
  /** Told of each fax. Once it returns the fax is safe; told again of one that it knows, it does nothing. */
  readonly onFax: (fax: Fax) => Promise<void>;
};

/** What became of one round. */
export type SpoolRound = {
  readonly taken: number;
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
};

const SECOND = 1000;
/** A file is not touched before it has been left alone for so long; one that lacks its end, for longer: the line may be slow. */
const QUIET = { whole: 5 * SECOND, broken: 600 * SECOND };
/** What is being written, by the habit of those who write. */
const UNFINISHED = /^\.|~$|\.(tmp|part|partial|lock|filepart)$/i;

type Found = {
  readonly name: string;
  /** The bytes of its name may be no text. */
  readonly place: string | Buffer;
  readonly size: number;
  readonly changed: number;
};

/**
 * The folder of a fax server. What is whole is taken in and moved to `done`, what cannot be read to `quarantine` below it. It is moved
 * when it is safe: whoever dies in between finds it again, and it is known by its content.
 */
export class FaxSpool {
  #before: ReadonlyMap<string, Found> = new Map();

  constructor(private readonly parts: SpoolParts) {}

  /** One round: takes what has not changed since the last. */
  async look(): Promise<SpoolRound> {
    const found = await this.#list();
    const still = found.filter((file) => isSame(file, this.#before.get(file.name)) && this.#isQuiet(file, QUIET.whole));
    this.#before = new Map(found.map((file) => [file.name, file]));
    const failed: { name: string; error: unknown }[] = [];
    let taken = 0;
    for (const file of still)
      try {
        if (await this.#take(file)) taken += 1;
      } catch (error) {
        failed.push({ name: file.name, error });
      }
    return { taken, failed };
  }

  async #list(): Promise<Found[]> {
    const { folder } = this.parts;
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder, { encoding: 'buffer' })).map((raw) => ({ raw, name: wordedName(raw) }));
    const whole = names.filter(({ name }) => !UNFINISHED.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = await Promise.all(whole.map(({ raw, name }) => foundAt(placeIn(folder, raw), name)));
    return found.filter((file) => file !== undefined);
  }

  /** The clock of a fax server may be wrong either way. */
  #isQuiet({ changed }: Found, enough: number): boolean {
    return Math.abs(this.parts.clock.now().getTime() - changed) >= enough;
  }

  /** @returns whether it was taken */
  async #take(file: Found): Promise<boolean> {
    const { store, onFax } = this.parts;
    if (file.size > store.limit) return this.#refuse(file, 'too-large');
    const content = await readFile(file.place);
    if (!hasItsEnd(content) && !this.#isQuiet(file, QUIET.broken)) return false;
    const fax = await keepFax(content, file.name, this.parts);
    // Written to while it was read: it comes again when it has been left alone.
    if (!isSame(file, await foundAt(file.place, file.name))) return false;
    await onFax({ ...fax, ...this.#told(file), key: content.length === 0 ? emptyKey(file) : fax.key });
    await this.#move(file, fax.readable ? 'done' : 'quarantine', fax.key);
    return true;
  }

  async #refuse(file: Found, detail: string): Promise<true> {
    const findings = [{ code: 'file-refused' as const, detail }];
    const nothing = { file: null, sender: undefined, pages: undefined, readable: false, pagesPrint: undefined, drawn: [] };
    await this.parts.onFax({ ...this.#told(file), ...nothing, key: emptyKey(file), findings });
    await this.#move(file, 'quarantine', sha256(emptyKey(file)));
    return true;
  }

  /** A fax comes when its last line is written, and never in the future. */
  #told({ name, changed }: Found): Pick<Fax, 'name' | 'arrivedAt'> {
    return { name, arrivedAt: new Date(Math.min(changed, this.parts.clock.now().getTime())) };
  }

  async #move({ name, place }: Found, to: 'done' | 'quarantine', key: string): Promise<void> {
    try {
      await rename(place, await placeAside({ folder: this.parts.folder, to, key, name }));
    } catch (error) {
      // Another worker was as fast.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

/** What a program on a Chinese desk calls a file is mostly UTF-8, else the code page of the machine. */
const wordedName = (raw: Buffer): string => (isUtf8(raw) ? raw.toString() : new TextDecoder('gb18030').decode(raw));

const placeIn = (folder: string, raw: Buffer): string | Buffer =>
  isUtf8(raw) ? path.join(folder, raw.toString()) : Buffer.concat([Buffer.from(`${folder}${path.sep}`), raw]);

/** The file, or what a link leads to. @returns undefined where it is gone, or is none */
async function foundAt(place: string | Buffer, name: string): Promise<Found | undefined> {
  const found = await unlessMissing(stat(place));
  return found?.isFile() ? { name, place, size: found.size, changed: Math.round(found.mtimeMs) } : undefined;
}

const isSame = (file: Found, other: Found | undefined): boolean => file.size === other?.size && file.changed === other.changed;

/** Empty files have the same content, and are not the same fax. */
const emptyKey = ({ name, size, changed }: Found): string => `${name}:${size}:${changed}`;
