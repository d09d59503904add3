import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from '../system-error.js';

/** A picture as it is handed out. */
export type KeptPicture = { readonly content: ReadStream; readonly size: number; readonly mime: string };

const KINDS = { png: 'image/png', webp: 'image/webp' } as const;
const PICTURE = /^(\d+)\.(png|webp)$/;
/** A PNG begins so. */
const PNG = 0x89;

/** Pictures of pages, in `pages/aa/bb/<sha-256>/<number>.png` or `.webp` below the data folder. They can be made anew at any time. */
export class PageStore {
  readonly #root: string;

  constructor(dataDir: string) {
    this.#root = path.join(dataDir, 'pages');
  }

  /** Whoever draws the same page at the same time writes the same picture. */
  async save(fileId: string, number: number, picture: Uint8Array): Promise<void> {
    const place = path.join(this.#folderOf(fileId), `${number}.${picture[0] === PNG ? 'png' : 'webp'}`);
    const draft = `${place}.${randomUUID()}`;
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(draft, picture, { mode: 0o600 });
    await rename(draft, place);
  }

  /** The numbers of the pages whose pictures are there. */
  async numbers(fileId: string): Promise<ReadonlySet<number>> {
    const names = (await unlessMissing(readdir(this.#folderOf(fileId)))) ?? [];
    return new Set(names.map((name) => Number(PICTURE.exec(name)?.[1])));
  }

  /** The picture of a page; undefined where there is none. */
  async open(fileId: string, number: number): Promise<KeptPicture | undefined> {
    for (const [kind, mime] of Object.entries(KINDS)) {
      const place = path.join(this.#folderOf(fileId), `${number}.${kind}`);
      const found = await unlessMissing(stat(place));
      if (found !== undefined) return { content: createReadStream(place), size: found.size, mime };
    }
    return undefined;
  }

  /** Removes what was drawn of a file, and what was found written on it. */
  forget(fileId: string): Promise<void> {
    return rm(this.#folderOf(fileId), { recursive: true, force: true });
  }

  #folderOf(fileId: string): string {
    return path.join(this.#root, fileId.slice(0, 2), fileId.slice(2, 4), fileId);
  }
}
