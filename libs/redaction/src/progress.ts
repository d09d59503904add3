import type { RedactionView } from '@gongkai/contracts';
import { json, type Statement } from '@gongkai/platform';
import type { RedactionRow } from './redaction-rows.js';

type Looked = Pick<RedactionView, 'total' | 'unreadable'> & { readonly sizes: RedactionView['pages'] };

/** More pages can be marked. Where another run was faster, nothing is changed. */
export const lookedUpTo = (id: string, from: number, { total, unreadable, sizes }: Looked): Statement => ({
  name: 'redaction-looked-at',
  text: `
    UPDATE redaction SET total = $3, unreadable = $4, pages = pages || $5::jsonb
     WHERE id = $1 AND jsonb_array_length(pages) = $2`,
  values: [id, from, total, unreadable, json(sizes)],
});

/** So many pages are burnt. */
export const burntUpTo = (id: string, from: number, done: number): Statement => ({
  name: 'redaction-burnt',
  text: `UPDATE redaction SET done = $3 WHERE id = $1 AND done = $2 AND state = 'burning'`,
  values: [id, from, done],
});

/** A page could not be drawn: somebody has to look. */
export const failedAt = (id: string, unreadable: number): Statement => ({
  name: 'redaction-failed',
  text: `UPDATE redaction SET state = 'failed', unreadable = $2, version = version + 1 WHERE id = $1 AND state = 'burning'`,
  values: [id, unreadable],
});

type Made = { readonly id: string; readonly name: string; readonly mime: string; readonly size: number; readonly at: Date };

/**
 * The file is made: it is one of the organ's, brought by who approved it. Where somebody has stopped it in the last moment, it is a file that
 * nobody needs.
 */
export const released = (
  { id, organ_id: organId, marks_hash: marksHash, history }: RedactionRow,
  file: Made,
): readonly Statement[] => [
  {
    name: 'redaction-released',
    text: `
      WITH burnt AS (
        UPDATE redaction SET state = 'burnt', result_id = $1, version = version + 1
         WHERE id = $8 AND state = 'burning' AND marks_hash = $9 RETURNING id)
      INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at, loose_since)
      VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN EXISTS (SELECT FROM burnt) THEN NULL ELSE $7::timestamptz END)
      ON CONFLICT (id, organ_id) DO UPDATE
         SET loose_since = CASE WHEN excluded.loose_since IS NULL THEN NULL ELSE stored_file.loose_since END`,
    values: [
      file.id,
      organId,
      file.name,
      file.mime,
      file.size,
      history.findLast(({ did }) => did === 'approve')?.by ?? null,
      file.at,
      id,
      marksHash,
    ],
  },
];
