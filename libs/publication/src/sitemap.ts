import { officeDay, type Statement } from '@gongkai/platform';
import type { LocalDate } from '@gongkai/calendar';
import { published } from './entries.js';
import { pageOf } from './feed.js';

/** Entries of one page: the protocol allows 50,000, a reader need not wait for so many. */
const ON_PAGE = 10_000;
const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export type SitemapRow = { readonly id: string; readonly changed_at: Date };

/** How many entries a map of the site has to name. */
export const countPublished = (today: LocalDate): Statement => ({
  text: `SELECT count(*)::int AS entries FROM disclosure WHERE ${published('$1')}`,
  values: [today],
});

/** The entries of a page, from 1; the oldest first, so that they stay on their pages. */
export const listForSitemap = (page: number, today: LocalDate): Statement => ({
  text: `
    SELECT id, changed_at FROM disclosure WHERE ${published('$1')}
     ORDER BY published_on, id LIMIT ${String(ON_PAGE)} OFFSET $2`,
  values: [today, (page - 1) * ON_PAGE],
});

/** Where the pages of a map of the site are (sitemaps.org, 0.9). */
export function sitemapIndexOf(entries: number, publicUrl: string): string {
  const pages = Math.max(1, Math.ceil(entries / ON_PAGE));
  return xml(
    'sitemapindex',
    Array.from(
      { length: pages },
      (_, i) => `<sitemap><loc>${publicUrl}/portal/sitemap.xml?page=${String(i + 1)}</loc></sitemap>`,
    ),
  );
}

/** One page of it: where each entry stands, and the day of its last change. */
export const sitemapOf = (rows: readonly SitemapRow[], publicUrl: string): string =>
  xml(
    'urlset',
    rows.map(({ id, changed_at: at }) => `<url><loc>${pageOf(publicUrl, id)}</loc><lastmod>${officeDay(at)}</lastmod></url>`),
  );

const xml = (root: string, lines: readonly string[]): string =>
  ['<?xml version="1.0" encoding="utf-8"?>', `<${root} xmlns="${SITEMAPS}">`, ...lines, `</${root}>`, ''].join('\n');
