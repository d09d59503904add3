import { Refusal, type PagesView } from '@gongkai/contracts';
import type { CommandPool, KeptPicture, PageStore } from '@gongkai/platform';
import type { Person } from '../person.js';
import type { StoredFiles } from '../stored-files.js';
import { askForPages, DRAWN_WHEN_ASKED, forgetPages, readCopies, type Copies } from './copies.js';

type Parts = { readonly pool: CommandPool; readonly files: Pick<StoredFiles, 'find'>; readonly pageStore: PageStore };

/** The pages of scans and PDFs, as pictures: seen by who sees the file. What is asked for and not there is drawn. */
export class PageCopies {
  constructor(private readonly parts: Parts) {}

  /** How far they are. @throws Refusal `not-found` where there is no such file in sight, or its pages are not drawn */
  async list(id: string, reader: Person): Promise<PagesView> {
    await this.#check(id, reader);
    const { pool } = this.parts;
    const copies = await this.#kept(id);
    if (copies?.total !== undefined && copies.total !== null && copies.done === copies.total) return viewOf(copies);
    await pool.query(askForPages([id]));
    return viewOf(copies ?? { total: null, done: 0, pages: [] });
  }

  /** All anew, where some could not be drawn; where all could, there is nothing to do. @throws Refusal `not-found` */
  async again(id: string, reader: Person): Promise<PagesView> {
    await this.#check(id, reader);
    const copies = await this.#kept(id);
    if (copies?.pages.some(({ problem }) => problem !== undefined) === true) await this.parts.pool.query(forgetPages(id));
    return this.list(id, reader);
  }

  /** One of them. @throws Refusal `not-found` */
  async picture(id: string, number: number, reader: Person): Promise<KeptPicture> {
    await this.#check(id, reader);
    const found = await this.parts.pageStore.open(id, number);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  async #check(id: string, reader: Person): Promise<void> {
    if (!DRAWN_WHEN_ASKED.includes((await this.parts.files.find(id, reader)).mime)) throw new Refusal('not-found');
  }

  /** What is told of pictures that are not there is forgotten: a restored data folder lacks them. */
  async #kept(id: string): Promise<Copies | undefined> {
    const { pool, pageStore } = this.parts;
    const [copies] = (await pool.query<Copies>(readCopies(id))).rows;
    if (copies === undefined || copies.done !== copies.total) return copies;
    const there = await pageStore.numbers(id);
    if (copies.pages.every(({ number, width }) => width === undefined || there.has(number))) return copies;
    await pool.query(forgetPages(id));
    return undefined;
  }
}

const viewOf = ({ total, done, pages }: Copies): PagesView => ({
  state: total === null ? 'waiting' : done < total ? 'making' : 'ready',
  done,
  total,
  pages: [...pages],
});
