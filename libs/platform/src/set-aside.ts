import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from './system-error.js';

/** A file in the store that nobody names: what it is called by its content, how large it is, and since when it lies where it lies. */
export type Stray = { readonly id: string; readonly bytes: number; readonly since: Date };

const ID = /^[0-9a-f]{64}$/;
/** What a folder of the store is called. */
const BEGIN = /^[0-9a-f]{2}$/;
const ASIDE = 'stray';

/** Where a file of the store stands, below its folder. @param id SHA-256 of its content */
export const placeInStore = (root: string, id: string): string => path.join(root, id.slice(0, 2), id.slice(2, 4), id);

/**
 * The other side of the store of files: what lies in it, whoever knows of it. What nobody names is set aside in `files/stray`, on the same
 * disk; whoever asks for it by its hash all the same brings it back.
 */
export class SetAside {
  readonly #root: string;

  /** @param root of the store */
  constructor(root: string) {
    this.#root = root;
  }

  /** Ids of all files in their places, folder by folder: a million of them are never in memory at once. */
  async *kept(): AsyncGenerator<readonly string[]> {
    for (const begin of (await namesIn(this.#root)).filter((name) => BEGIN.test(name))) {
      const folder = path.join(this.#root, begin);
      const ids: string[] = [];
      for (const next of await namesIn(folder)) ids.push(...(await namesIn(path.join(folder, next))));
      yield ids.filter((id) => ID.test(id));
    }
  }

  /** A file in its place; undefined where it is not there, or was handed in later than that moment. */
  look(id: string, before: Date): Promise<Stray | undefined> {
    return standing(id, placeInStore(this.#root, id), before);
  }

  /** Sets a file aside, from now on; one that is handed in meanwhile is kept under its hash as any other. */
  async put(id: string, now: Date): Promise<void> {
    const to = this.#placeOf(id);
    await mkdir(path.dirname(to), { recursive: true });
    await unlessMissing(rename(placeInStore(this.#root, id), to));
    await unlessMissing(utimes(to, now, now));
  }

  /** What lies aside. @param before when it was set aside, at the latest */
  async all(before?: Date): Promise<readonly Stray[]> {
    const ids = (await namesIn(path.join(this.#root, ASIDE))).filter((id) => ID.test(id));
    const found: Stray[] = [];
    for (const id of ids) {
      const stray = await standing(id, this.#placeOf(id), before);
      if (stray !== undefined) found.push(stray);
    }
    return found;
  }

  /** Puts a file back in its place. @returns whether it lay aside */
  async bringBack(id: string): Promise<boolean> {
    const place = placeInStore(this.#root, id);
    if ((await unlessMissing(stat(this.#placeOf(id)))) === undefined) return false;
    await mkdir(path.dirname(place), { recursive: true });
    await unlessMissing(rename(this.#placeOf(id), place));
    return true;
  }

  /** Removes what lies aside for good. */
  async remove(id: string): Promise<void> {
    await rm(this.#placeOf(id), { force: true });
  }

  #placeOf(id: string): string {
    return path.join(this.#root, ASIDE, id);
  }
}

const namesIn = async (folder: string): Promise<string[]> => ((await unlessMissing(readdir(folder))) ?? []).sort();

async function standing(id: string, place: string, before?: Date): Promise<Stray | undefined> {
  const found = await unlessMissing(stat(place));
  if (found === undefined || (before !== undefined && found.mtime >= before)) return undefined;
  return { id, bytes: found.size, since: found.mtime };
}
