import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.js';
import type { Log } from '../log/log.js';
import { codeOf, unlessMissing } from '../system-error.js';
import type { ExchangeKeys } from './exchange-keys.js';
import { PackageRefused, packed, unpacked, type Content } from './packed.js';

const END = '.gkx';
/** What is still being copied is no package yet; after so many milliseconds nobody copies any more. */
const COPYING_MS = 60_000;
/** How long a package may be on its way. What is older is not acted on: whoever waited has long asked again. */
const UNDER_WAY_MS = 24 * 3_600_000;
const NOT_OURS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EISDIR']);
const ID = /^[0-9a-f-]{36}$/;

type Folder = 'in' | 'out' | 'refused' | 'seen';

/**
 * The folder of one side: what it sends lies in `out` until somebody carries it to the `in` of the other side, and what came lies in
 * `in`. A package is acted on once, however often it is carried over (`seen`); what cannot be opened is put into `refused`, for a person
 * to look at. Several processes may share the folder.
 */
export class Mailbox {
  constructor(
    private readonly folder: string,
    private readonly keys: ExchangeKeys,
    private readonly log: Pick<Log, 'warn'>,
    /** Shows the time of the machine, by which its files are dated. */
    private readonly clock: Pick<Clock, 'deviceTime'>,
  ) {
    for (const one of ['in', 'out', 'refused', 'seen'] as const) mkdirSync(this.#at(one), { recursive: true, mode: 0o700 });
  }

  /** Lays a package out to be carried over. It has its name only when it is whole. @param id names it: a UUID */
  async send(id: string, { head, body }: Content): Promise<void> {
    const place = this.#at('out', `${id}${END}`);
    const content = { head: { ...head, id, packedAt: this.#now() }, body };
    await writeFile(`${place}.part`, packed(content, this.keys), { mode: 0o600 });
    await rename(`${place}.part`, place);
  }

  /** Those that came, as they are taken; each is gone from the folder before it is handed over. */
  async *taken(): AsyncGenerator<Content> {
    for (const name of await this.#names('in')) {
      const content = await this.#take(name);
      if (content !== undefined) yield content;
    }
  }

  /** For how many milliseconds the oldest package has been waiting to be carried over; 0 where none does. */
  async waiting(): Promise<number> {
    const names = await this.#names('out');
    // One that is carried away just now waits no more.
    const waits = names.map(
      async (name) => this.#now() - ((await unlessMissing(stat(this.#at('out', name))))?.mtimeMs ?? this.#now()),
    );
    return Math.max(0, ...(await Promise.all(waits)));
  }

  /** Forgets what was seen so long ago that it would not be acted on any more. */
  async tidy(): Promise<void> {
    for (const name of await readdir(this.#at('seen'))) {
      const place = this.#at('seen', name);
      const seen = await unlessMissing(stat(place));
      if (seen !== undefined && this.#now() - seen.mtimeMs > 2 * UNDER_WAY_MS) await rm(place, { force: true });
    }
  }

  /** Undefined where another process was faster, where it was here before, or where it is no package, or none yet. */
  async #take(name: string): Promise<Content | undefined> {
    const place = this.#at('in', name);
    try {
      const [bytes, { mtimeMs }] = [await readFile(place), await stat(place)];
      const content = this.#opened(bytes);
      if (content instanceof PackageRefused) {
        await this.#refuse(name, content, mtimeMs);
        return undefined;
      }
      const isFirst = await this.#isFirst(content);
      await rm(place, { force: true });
      return isFirst ? content : undefined;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (!NOT_OURS.has(codeOf(error))) throw error;
      // Those behind it are taken all the same.
      this.log.warn(
        { package: name },
        'A package cannot be read or taken: let the account of this process own what is carried here.',
      );
      return undefined;
    }
  }

  #opened(bytes: Buffer): Content | PackageRefused {
    try {
      const content = unpacked(bytes, this.keys);
      const { id, packedAt } = content.head;
      if (typeof id !== 'string' || !ID.test(id)) return new PackageRefused('it has no name');
      const isOld = typeof packedAt !== 'number' || Math.abs(this.#now() - packedAt) > UNDER_WAY_MS;
      return isOld
        ? new PackageRefused('it was on its way for longer than a day, or the clocks of the two sides differ')
        : content;
    } catch (error) {
      if (error instanceof PackageRefused) return error;
      throw error;
    }
  }

  /** Of several processes, and of several copies, one is the first: no two can make the same file. */
  async #isFirst({ head }: Content): Promise<boolean> {
    try {
      await (await open(this.#at('seen', String(head.id)), 'wx', 0o600)).close();
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  async #refuse(name: string, { message }: PackageRefused, since: number): Promise<void> {
    if (this.#now() - since < COPYING_MS) return;
    await rename(this.#at('in', name), this.#at('refused', name));
    this.log.warn({ package: name }, message);
  }

  async #names(folder: Folder): Promise<string[]> {
    return (await readdir(this.#at(folder))).filter((name) => name.endsWith(END)).sort();
  }

  #now(): number {
    return this.clock.deviceTime().getTime();
  }

  #at(folder: Folder, name = ''): string {
    return path.join(this.folder, folder, name);
  }
}
