import type { Language } from '@gongkai/contracts';
import type { EntryRow } from './entries.js';
import type { Kinds } from './kinds.js';

/** What a feed is made of. */
export type FeedParts = {
  readonly rows: readonly EntryRow[];
  readonly kinds: Kinds;
  /** Begins every address. */
  readonly publicUrl: string;
  /** The query it was asked with, as it is written in an address. */
  readonly query: string;
  readonly language: Language;
  readonly now: Date;
};

const TITLE = { 'zh-CN': '主动公开的政府信息', en: 'Published government information' } as const;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 knows no other control characters than these three. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const text = (value: string): string => value.replaceAll(NOT_XML, '').replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** The page of an entry. It stays, whatever becomes of the entry. */
export const pageOf = (publicUrl: string, id: string): string => `${publicUrl}/portal/information/${id}`;

/** What a feed says, in whatever form: nothing but what is public. */
type Feed = {
  readonly title: string;
  readonly language: Language;
  /** The latest change. */
  readonly updated: Date;
  /** Where it is itself, by its form. */
  readonly self: Readonly<Record<FeedForm, string>>;
  /** The page that shows the same. */
  readonly page: string;
  readonly entries: readonly Entry[];
};
type Entry = Pick<EntryRow, 'id' | 'title' | 'summary' | 'url'> & {
  readonly changed: Date;
  /** Midnight of the office on the day of its publication. */
  readonly published: string;
  readonly organ: string;
  readonly kind: { readonly code: string; readonly name: string };
  readonly page: string;
};

const asked = (address: string, query: string): string => (query === '' ? address : `${address}?${query}`);

function feedOf({ rows, query, kinds, publicUrl, language, now }: FeedParts): Feed {
  const at = `${publicUrl}/api/v1/public/disclosures`;
  return {
    ...{ title: TITLE[language], language, page: asked(`${publicUrl}/portal/information`, query) },
    updated: rows.reduce((latest, { changed_at: at }) => (at > latest ? at : latest), rows[0]?.changed_at ?? now),
    self: { atom: asked(`${at}/feed`, query), rss: asked(`${at}/rss`, query) },
    entries: rows.map((row) => ({
      ...{ id: row.id, title: row.title, url: row.url, changed: row.changed_at, page: pageOf(publicUrl, row.id) },
      summary: row.summary === '' ? row.title : row.summary,
      published: `${row.published_on}T00:00:00+08:00`,
      organ: language === 'en' ? row.organ_en : row.organ_zh,
      kind: { code: row.kind, name: kinds.named(row.kind).name[language] },
    })),
  };
}

/** The forms in which it is written; what they say is the same. */
const FORMS = { atom: atomOf, rss: rssOf } as const satisfies Readonly<Record<string, (feed: Feed) => readonly string[]>>;
export type FeedForm = keyof typeof FORMS;

/** The newest entries as a feed. */
export const feedText = (form: FeedForm, parts: FeedParts): string =>
  ['<?xml version="1.0" encoding="utf-8"?>', ...FORMS[form](feedOf(parts)), ''].join('\n');

/** Atom (RFC 4287). */
function atomOf({ title, language, updated, self, page, entries }: Feed): string[] {
  return [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${text(self.atom)}</id>`,
    `<title>${title}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(self.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    ...entries.flatMap((entry) => [
      '<entry>',
      `<id>urn:uuid:${entry.id}</id>`,
      `<title>${text(entry.title)}</title>`,
      `<updated>${entry.changed.toISOString()}</updated>`,
      `<published>${entry.published}</published>`,
      `<author><name>${text(entry.organ)}</name></author>`,
      `<category term="${text(entry.kind.code)}" label="${text(entry.kind.name)}"/>`,
      `<link rel="alternate" type="text/html" href="${text(entry.page)}"/>`,
      ...(entry.url === null ? [] : [`<link rel="related" href="${text(entry.url)}"/>`]),
      `<summary>${text(entry.summary)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
  ];
}

/** RSS 2.0. Its `author` is an address of mail, which an organ has not: who published it is told as Dublin Core does. */
function rssOf({ title, language, updated, self, page, entries }: Feed): string[] {
  return [
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${title}</title>`,
    `<link>${text(page)}</link>`,
    `<description>${title}</description>`,
    `<language>${language.toLowerCase()}</language>`,
    `<lastBuildDate>${updated.toUTCString()}</lastBuildDate>`,
    `<atom:link rel="self" type="application/rss+xml" href="${text(self.rss)}"/>`,
    ...entries.flatMap((entry) => [
      '<item>',
      `<title>${text(entry.title)}</title>`,
      `<link>${text(entry.page)}</link>`,
      `<guid isPermaLink="false">urn:uuid:${entry.id}</guid>`,
      `<pubDate>${new Date(entry.published).toUTCString()}</pubDate>`,
      `<dc:creator>${text(entry.organ)}</dc:creator>`,
      `<category>${text(entry.kind.name)}</category>`,
      `<description>${text(entry.summary)}</description>`,
      '</item>',
    ]),
    '</channel>',
    '</rss>',
  ];
}
