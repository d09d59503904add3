import type { PageView } from '@gongkai/contracts';
import { json, type Statement } from '@gongkai/platform';

/** The kind of file whose pages are drawn as soon as it is there: no browser shows it. */
export const DRAWN = 'image/tiff';
/** Those whose pages are drawn when somebody looks at them: a browser shows a PDF in a window of its own, which no key of ours turns. */
export const DRAWN_WHEN_ASKED: readonly string[] = [DRAWN, 'application/pdf'];

/** How far the pictures of a scan are. */
export type Copies = { readonly total: number | null; readonly done: number; readonly pages: readonly PageView[] };

/**
 * Asks for the pictures of scans: whoever does not have them yet gets a row, and a job where none is under way. Asked twice at the very
 * same time there are two jobs; the second has nothing to do.
 */
export const askForPages = (fileIds: readonly string[]): Statement => ({
  name: 'pages-asked-for',
  text: `
    WITH wanted AS (
      SELECT DISTINCT asked.file FROM unnest($1::text[]) AS asked (file)
       WHERE NOT EXISTS (SELECT FROM page_copies WHERE file_id = asked.file AND done = total)
         AND NOT EXISTS (
           SELECT FROM outbox
            WHERE job = 'draw-pages' AND payload ->> 'fileId' = asked.file AND done_at IS NULL AND dead_at IS NULL)),
    begun AS (INSERT INTO page_copies (file_id) SELECT file FROM wanted ON CONFLICT (file_id) DO NOTHING)
    INSERT INTO outbox (id, job, payload) SELECT gen_random_uuid(), 'draw-pages', jsonb_build_object('fileId', file) FROM wanted`,
  values: [fileIds],
});

/** Pictures that are gone are made anew, from the first. */
export const forgetPages = (fileId: string): Statement => ({
  name: 'pages-forgotten',
  text: `UPDATE page_copies SET total = NULL, done = 0, pages = '[]' WHERE file_id = $1 AND done = total`,
  values: [fileId],
});

export const readCopies = (fileId: string): Statement => ({
  name: 'pages',
  text: 'SELECT total, done, pages FROM page_copies WHERE file_id = $1',
  values: [fileId],
});

/** All pages are done, by who took the file in. */
export const allPagesDone = (fileId: string, pages: readonly PageView[]): Statement => ({
  name: 'pages-all-done',
  text: `
    INSERT INTO page_copies (file_id, total, done, pages) VALUES ($1, $2, $2, $3)
    ON CONFLICT (file_id) DO UPDATE SET total = EXCLUDED.total, done = EXCLUDED.done, pages = EXCLUDED.pages`,
  values: [fileId, pages.length, json(pages)],
});

/** More pages are done; what is left is the next job. Where another run was faster, nothing is changed. */
export const pagesDone = (fileId: string, from: number, total: number, pages: readonly PageView[]): Statement => ({
  name: 'pages-done',
  text: `
    WITH told AS (
      UPDATE page_copies SET total = $3, done = done + $4, pages = pages || $5::jsonb
       WHERE file_id = $1 AND done = $2 RETURNING done < total AS unfinished)
    INSERT INTO outbox (id, job, payload)
    SELECT gen_random_uuid(), 'draw-pages', jsonb_build_object('fileId', $1::text) FROM told WHERE unfinished`,
  values: [fileId, from, total, pages.length, json(pages)],
});
