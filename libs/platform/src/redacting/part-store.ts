import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { randomUUID } from 'node:crypto';
import { unlessMissing } from '../system-error.js';
import type { PageSigns } from './answers.js';
import type { BurntPage } from './burnt-page.js';

type Burning = { readonly redactionId: string; readonly marksHash: string };

/**
 * What is made of pages on the way to a released file, below the data folder: what is written on them beside their pictures in `pages`, and
 * pages that are burnt in `redactions` until the last is. All of it can be made anew.
 */
export class PartStore {
  constructor(private readonly dataDir: string) {}

  saveSigns(fileId: string, number: number, signs: PageSigns): Promise<void> {
    return keep(this.#signsOf(fileId, number), JSON.stringify(signs));
  }

  /** What is written on a page; undefined where it is not known. */
  async signs(fileId: string, number: number): Promise<PageSigns | undefined> {
    const kept = await unlessMissing(readFile(this.#signsOf(fileId, number)));
    return kept === undefined ? undefined : (JSON.parse(kept.toString('utf8')) as PageSigns);
  }

  /** @param burning what is burnt, and by which marks: pages of other marks lie apart */
  savePage(burning: Burning, number: number, page: BurntPage): Promise<void> {
    return keep(path.join(this.#folderOf(burning), String(number)), serialize(page));
  }

  /** A page that was burnt; undefined where it is gone. */
  async page(burning: Burning, number: number): Promise<BurntPage | undefined> {
    const kept = await unlessMissing(readFile(path.join(this.#folderOf(burning), String(number))));
    return kept === undefined ? undefined : (deserialize(kept) as BurntPage);
  }

  /** Forgets the pages of a redaction: those of these marks, or without any the pages of all. */
  forget(burning: Partial<Burning> & Pick<Burning, 'redactionId'>): Promise<void> {
    return rm(this.#folderOf(burning), { recursive: true, force: true });
  }

  #folderOf({ redactionId, marksHash = '' }: Partial<Burning> & Pick<Burning, 'redactionId'>): string {
    return path.join(this.dataDir, 'redactions', redactionId, marksHash);
  }

  #signsOf(fileId: string, number: number): string {
    return path.join(this.dataDir, 'pages', fileId.slice(0, 2), fileId.slice(2, 4), fileId, `${String(number)}.json`);
  }
}

async function keep(place: string, content: string | Uint8Array): Promise<void> {
  const draft = `${place}.${randomUUID()}`;
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, place);
}
