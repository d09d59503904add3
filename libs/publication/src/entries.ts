import type { LocalDate } from '@gongkai/calendar';
import { containing, cursorText, Parameters, PlaceId, readCursor, searchQuery } from '@gongkai/casework';
import { Day, type Disclosure, type DisclosureQuery } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { z } from 'zod';
import type { Kinds } from './kinds.js';

/** An entry as it is kept, with the names around it. */
export type EntryRow = {
  readonly id: string;
  readonly index_number: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly made_on: LocalDate | null;
  readonly published_on: LocalDate;
  readonly url: string | null;
  readonly changed_at: Date;
  readonly withdrawn_at: Date | null;
  readonly withdrawal: string | null;
  readonly organ_code: string;
  readonly organ_zh: string;
  readonly organ_en: string;
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly file_size: number | null;
  readonly file_mime: string | null;
};

export const COLUMNS = `
  disclosure.id, disclosure.index_number, disclosure.title, disclosure.summary, disclosure.kind, disclosure.made_on,
  disclosure.published_on, disclosure.url, disclosure.changed_at, disclosure.withdrawn_at, disclosure.withdrawal,
  organ.code AS organ_code, organ.name_zh AS organ_zh, organ.name_en AS organ_en, disclosure.file_id,
  coalesce(disclosure.file_name, stored_file.name) AS file_name, stored_file.size AS file_size, stored_file.mime AS file_mime`;

export const FROM = `
  FROM disclosure
  JOIN organ ON organ.id = disclosure.organ_id
  LEFT JOIN stored_file ON stored_file.id = disclosure.file_id AND stored_file.organ_id = disclosure.organ_id`;

/** What anybody may read: nothing before the day of its publication. @param today the place of the day in the statement, e.g. `$3` */
export const published = (today: string): string =>
  `disclosure.withdrawn_at IS NULL AND disclosure.published_on <= ${today}::date`;

/** Words of one question: more of them find nothing anyway. */
const MOST_WORDS = 6;

/** A word is found by its pairs of signs, and looked at again; one that is too short for a pair is only looked at. */
function wordSql(word: string, parameters: Parameters): string {
  const pairs = searchQuery(word);
  const like = parameters.add(containing(word));
  const text = `concat_ws(E'\\n', disclosure.title, disclosure.summary, disclosure.index_number)`;
  const found = `${text} ILIKE ${like}`;
  return pairs === null ? found : `disclosure.search @@ ${parameters.add(pairs)}::tsquery AND ${found}`;
}

type Wanted = Pick<DisclosureQuery, 'q' | 'organ' | 'kind' | 'from' | 'to'>;

/** What a question asks of an entry, in SQL. */
export function conditionsOf({ q, organ, kind, from, to }: Wanted, parameters: Parameters): string[] {
  const words = q?.split(/\s+/).slice(0, MOST_WORDS) ?? [];
  const below = (code: string): string =>
    `disclosure.organ_id IN (SELECT one.id FROM organ AS one JOIN organ AS top ON one.path @> ARRAY[top.id] WHERE top.code = ${parameters.add(code)})`;
  return [
    ...words.map((word) => wordSql(word, parameters)),
    ...(organ === undefined ? [] : [below(organ)]),
    ...(kind === undefined ? [] : [`disclosure.kind = ${parameters.add(kind)}`]),
    ...(from === undefined ? [] : [`disclosure.published_on >= ${parameters.add(from)}::date`]),
    ...(to === undefined ? [] : [`disclosure.published_on <= ${parameters.add(to)}::date`]),
  ];
}

const Place = z.tuple([Day, PlaceId]);

/** What comes after a place, the newest first. @throws Refusal where the cursor is none */
export function afterSql(cursor: string | undefined, parameters: Parameters): string[] {
  if (cursor === undefined) return [];
  const [day, id] = readCursor(cursor, Place);
  return [`(disclosure.published_on, disclosure.id) < (${parameters.add(day)}::date, ${parameters.add(id)}::uuid)`];
}

export const NEWEST_FIRST = 'ORDER BY disclosure.published_on DESC, disclosure.id DESC';

/** A page of what is public on a day, and one more to know whether another page follows. */
export function listPublished(query: DisclosureQuery, today: LocalDate): Statement {
  const parameters = new Parameters();
  const conditions = [
    published(parameters.add(today)),
    ...conditionsOf(query, parameters),
    ...afterSql(query.cursor, parameters),
  ];
  const limit = parameters.add(query.limit + 1);
  return {
    text: `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.map((one) => `(${one})`).join(' AND ')} ${NEWEST_FIRST} LIMIT ${limit}`,
    values: parameters.values,
  };
}

/** Where a page goes on; null after the last. */
export function nextCursor(rows: readonly Pick<EntryRow, 'published_on' | 'id'>[], limit: number): string | null {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined ? cursorText([last.published_on, last.id]) : null;
}

/** An entry as anybody may read it. */
export const disclosureOf = (row: EntryRow, kinds: Kinds): Disclosure => ({
  id: row.id,
  indexNumber: row.index_number,
  title: row.title,
  summary: row.summary,
  organ: { code: row.organ_code, name: { 'zh-CN': row.organ_zh, en: row.organ_en } },
  kind: kinds.named(row.kind),
  madeOn: row.made_on,
  publishedOn: row.published_on,
  attribute: 'public',
  url: row.url,
  file: row.file_name === null ? null : { name: row.file_name, size: row.file_size ?? 0 },
});
