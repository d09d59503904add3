import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../system-error.js';

/** Pictures of pages, in `pages/aa/bb/<sha-256>/<number>.webp` below the data folder. They can be made anew at any time. */
export class PageStore {
  readonly #root: string;

  constructor(dataDir: string) {
    this.#root = path.join(dataDir, 'pages');
  }

  /** Whoever draws the same page at the same time writes the same picture. */
  async save(fileId: string, number: number, picture: Buffer): Promise<void> {
    const place = this.#placeOf(fileId, number);
    const draft = `${place}.${randomUUID()}`;
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(draft, picture, { mode: 0o600 });
    await rename(draft, place);
  }

  /** The numbers of the pages whose pictures are there. */
  async numbers(fileId: string): Promise<ReadonlySet<number>> {
    try {
      const names = await readdir(path.dirname(this.#placeOf(fileId, 1)));
      return new Set(names.filter((name) => /^\d+\.webp$/.test(name)).map((name) => Number.parseInt(name, 10)));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return new Set();
      throw error;
    }
  }

  /** The picture of a page with its size in bytes; undefined where there is none. */
  async open(fileId: string, number: number): Promise<{ content: ReadStream; size: number } | undefined> {
    const place = this.#placeOf(fileId, number);
    try {
      const { size } = await stat(place);
      return { content: createReadStream(place), size };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  #placeOf(fileId: string, number: number): string {
    return path.join(this.#root, fileId.slice(0, 2), fileId.slice(2, 4), fileId, `${number}.webp`);
  }
}
