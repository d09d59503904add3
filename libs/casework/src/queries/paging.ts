import { Day, type CaseFilters } from '@gongkai/contracts';
import { z } from 'zod';
import { cursorText, PlaceId, readCursor } from './cursor.js';
import { DUE, type Parameters } from './list-sql.js';

/** Where a page ended: the date it was sorted by, and the case. */
type Place = { readonly key: string | null; readonly id: string };

const SORT_KEYS = { finalDue: DUE, receivedOn: 'case_file.received_on', openedOn: 'case_file.opened_on' } as const;

/** How a list is sorted: by a date, those without one last, and by id among equals. Each order has its index. */
export type Order = { readonly key: string; readonly descending: boolean };

/** The order that was asked for. */
export const orderOf = ({ sort }: Pick<CaseFilters, 'sort'>): Order => ({
  key: SORT_KEYS[sort.replace('-', '') as keyof typeof SORT_KEYS],
  descending: sort.startsWith('-'),
});

export const orderSql = ({ key, descending }: Order): string =>
  descending ? `ORDER BY ${key} DESC NULLS LAST, case_file.id DESC` : `ORDER BY ${key}, case_file.id`;

/** What comes after a place; nothing of what came before is counted again. @throws Refusal where the cursor is none */
export function afterSql(cursor: string | undefined, { key, descending }: Order, parameters: Parameters): string[] {
  if (cursor === undefined) return [];
  const place = readCursor(cursor, CasePlace);
  const id = parameters.add(place.id);
  const beyond = descending ? '<' : '>';
  if (place.key === null) return [`${key} IS NULL AND case_file.id ${beyond} ${id}::uuid`];
  const day = `${parameters.add(place.key)}::date`;
  return [`(${key} ${beyond} ${day} OR (${key} = ${day} AND case_file.id ${beyond} ${id}::uuid) OR ${key} IS NULL)`];
}

/** The cursor of a place. */
export const cursorOf = ({ key, id }: Place): string => cursorText([key, id]);

const CasePlace = z.tuple([Day.nullable(), PlaceId]).transform(([key, id]): Place => ({ key, id }));
