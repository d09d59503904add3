import { asUuid } from '@gongkai/casework';
import {
  Refusal,
  type AlikeDisclosures,
  type AlikeQuery,
  type Disclosure,
  type DisclosureKind,
  type DisclosureList,
  type DisclosureQuery,
  type FeedQuery,
  type Language,
} from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool, type FileStore } from '@gongkai/platform';
import type { Readable } from 'node:stream';
import { alike } from './alike.js';
import { COLUMNS, disclosureOf, FROM, listPublished, nextCursor, type EntryRow } from './entries.js';
import { feedText, type FeedForm } from './feed.js';
import type { Kinds } from './kinds.js';
import { countPublished, listForSitemap, sitemapIndexOf, sitemapOf, type SitemapRow } from './sitemap.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly kinds: Kinds;
  readonly store: Pick<FileStore, 'read'>;
  readonly publicUrl: string;
};

/** Entries of the feed: readers come by every day. */
const IN_FEED = 50;

const ONE = `SELECT ${COLUMNS} ${FROM} WHERE disclosure.id = $1 AND disclosure.published_on <= $2::date`;

/** A file that was published, with its content. */
export type PublishedFile = { readonly name: string; readonly mime: string; readonly size: number; readonly content: Readable };

/** What the page of an entry says before any script runs, and with which status of HTTP. */
export type EntryAbout = { readonly status: 200 | 404 | 410; readonly title: string; readonly summary: string };

/** What organs have published, for anybody who asks. What is withdrawn is not in it. */
export class PublishedInformation {
  constructor(private readonly parts: Parts) {}

  kinds(): DisclosureKind[] {
    return this.parts.kinds.all();
  }

  /** The newest first. @throws Refusal `invalid-request` */
  async list(query: DisclosureQuery): Promise<DisclosureList> {
    const rows = await this.#rows(query);
    const items = rows.slice(0, query.limit).map((row) => disclosureOf(row, this.parts.kinds));
    return { items, nextCursor: nextCursor(rows, query.limit) };
  }

  /** The newest as a feed. @throws Refusal `invalid-request` */
  async feed(form: FeedForm, query: FeedQuery, language: Language): Promise<string> {
    const rows = (await this.#rows({ ...query, limit: IN_FEED })).slice(0, IN_FEED);
    const given = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
    const { kinds, publicUrl, clock } = this.parts;
    const asked = new URLSearchParams(given).toString();
    return feedText(form, { rows, kinds, publicUrl, language, now: clock.now(), query: asked });
  }

  /** A page of the map of all that is public, or where its pages are. @throws Refusal `not-found` where there is no such page */
  async sitemap(page?: number): Promise<string> {
    const { pool, clock, publicUrl } = this.parts;
    if (page === undefined) {
      const [counted] = (await pool.query<{ entries: number }>(countPublished(clock.today()))).rows;
      return sitemapIndexOf(counted?.entries ?? 0, publicUrl);
    }
    const { rows } = await pool.query<SitemapRow>(listForSitemap(page, clock.today()));
    if (rows.length === 0 && page > 1) throw new Refusal('not-found');
    return sitemapOf(rows, publicUrl);
  }

  /** What search engines may read: the portal, by its map. */
  robots(): string {
    return `User-agent: *\nAllow: /portal/\nDisallow: /\nSitemap: ${this.parts.publicUrl}/portal/sitemap.xml\n`;
  }

  /** One of them. @throws Refusal `not-found`, `disclosure-withdrawn` with the reason */
  async find(id: string): Promise<Disclosure> {
    return disclosureOf(await this.#one(id), this.parts.kinds);
  }

  /** What its page says to who runs no script: whether it is there, its title and summary; of one that was withdrawn, why. */
  async about(id: string): Promise<EntryAbout> {
    try {
      const { title, summary } = await this.#one(id);
      return { status: 200, title, summary };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { reason } = error.details.facts ?? {};
      if (error.code !== 'disclosure-withdrawn') return { status: 404, title: '没有这条信息 · Not found', summary: '' };
      return { status: 410, title: '已撤下 · Withdrawn', summary: typeof reason === 'string' ? reason : '' };
    }
  }

  /** The file of one. @throws Refusal as `find`, and `not-found` where it is somewhere else */
  async file(id: string): Promise<PublishedFile> {
    const { file_id, file_name, file_mime, file_size } = await this.#one(id);
    if (file_id === null || file_name === null || file_mime === null || file_size === null) throw new Refusal('not-found');
    return { name: file_name, mime: file_mime, size: file_size, content: await this.parts.store.read(file_id) };
  }

  /** What may be public already of what somebody asks for. */
  alike(query: AlikeQuery): Promise<AlikeDisclosures> {
    return alike(this.parts, query);
  }

  async #rows(query: DisclosureQuery): Promise<EntryRow[]> {
    this.parts.kinds.check(query.kind);
    return (await this.parts.pool.query<EntryRow>(listPublished(query, this.parts.clock.today()))).rows;
  }

  async #one(id: string): Promise<EntryRow> {
    const [row] = (await this.parts.pool.query<EntryRow>({ text: ONE, values: [asUuid(id), this.parts.clock.today()] })).rows;
    if (row === undefined) throw new Refusal('not-found');
    if (row.withdrawn_at !== null) throw withdrawnRefusal(row);
    return row;
  }
}

/** Why there is nothing any more. */
export const withdrawnRefusal = ({ withdrawn_at: at, withdrawal }: EntryRow): Refusal =>
  new Refusal('disclosure-withdrawn', [], {
    facts: { ...(at === null ? {} : { on: officeDay(at) }), reason: withdrawal ?? '' },
  });
