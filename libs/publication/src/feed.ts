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

/** The newest entries as a feed (Atom, RFC 4287). */
export function atomOf({ rows, kinds, publicUrl, query, language, now }: FeedParts): string {
  const self = `${publicUrl}/api/v1/public/disclosures/feed${query === '' ? '' : `?${query}`}`;
  const updated = rows.reduce((latest, { changed_at: at }) => (at > latest ? at : latest), rows[0]?.changed_at ?? now);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${text(self)}</id>`,
    `<title>${TITLE[language]}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(`${publicUrl}/portal/information${query === '' ? '' : `?${query}`}`)}"/>`,
    ...rows.map((row) => entryOf(row, { kinds, publicUrl, language })),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(row: EntryRow, { kinds, publicUrl, language }: Pick<FeedParts, 'kinds' | 'publicUrl' | 'language'>): string {
  const organ = language === 'en' ? row.organ_en : row.organ_zh;
  return [
    '<entry>',
    `<id>urn:uuid:${row.id}</id>`,
    `<title>${text(row.title)}</title>`,
    `<updated>${row.changed_at.toISOString()}</updated>`,
    `<published>${row.published_on}T00:00:00+08:00</published>`,
    `<author><name>${text(organ)}</name></author>`,
    `<category term="${text(row.kind)}" label="${text(kinds.named(row.kind).name[language])}"/>`,
    `<link rel="alternate" type="text/html" href="${text(pageOf(publicUrl, row.id))}"/>`,
    ...(row.url === null ? [] : [`<link rel="related" href="${text(row.url)}"/>`]),
    `<summary>${text(row.summary === '' ? row.title : row.summary)}</summary>`,
    '</entry>',
  ].join('\n');
}
