import type { Statement } from '@gongkai/platform';

/** How far a file is, of all its pages, and the pages that were read; `sealed` is null where one could not be. */
export type ReadingRow = { readonly done: number; readonly total: number | null };
export type PageRow = { readonly number: number; readonly sealed: Uint8Array | null };

/** Kinds of files that can be read. */
export const READABLE: readonly string[] = ['image/tiff', 'image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/** Nobody sends a form that begins later. */
const MOST_PAGES = 5;

/** How many of the pages of a file are read; null as long as it was not opened. */
export const toBeRead = (pages: number | null): number | null => (pages === null ? null : Math.min(pages, MOST_PAGES));

const UNFINISHED = `(reading.total IS NULL OR reading.done < least(reading.total, ${String(MOST_PAGES)}))`;

/** One job for all that is to be read: when it ends it puts the next one there. Two of them at the very same time do no harm. */
const ONE_JOB = `
  INSERT INTO outbox (id, job, payload) SELECT gen_random_uuid(), 'read-page', '{}'
   WHERE NOT EXISTS (SELECT FROM outbox WHERE job = 'read-page' AND done_at IS NULL AND dead_at IS NULL)`;

/** Somebody looks at a file: it is next. What another reader has read is read again. */
export const askForReading = (fileId: string, reader: string): Statement => ({
  name: 'reading-asked-for',
  text: `
    WITH outdated AS (DELETE FROM page_reading USING reading WHERE page_reading.file_id = $1 AND reading.file_id = $1 AND reader <> $2),
    asked AS (
      INSERT INTO reading (file_id, reader) VALUES ($1, $2)
      ON CONFLICT (file_id) DO UPDATE SET asked_at = now(), reader = $2,
         total = CASE WHEN reading.reader = $2 THEN reading.total END,
         done = CASE WHEN reading.reader = $2 THEN reading.done ELSE 0 END
       WHERE reading.reader <> $2 OR reading.asked_at < now() - interval '20 seconds')
    ${ONE_JOB}`,
  values: [fileId, reader],
});

/** What waits in the inbox is read before anybody looks at it; and what was to be read goes on, should its job be lost. */
export const askForIncoming = (reader: string): Statement => ({
  name: 'reading-asked-for-incoming',
  text: `
    WITH waiting AS (
      SELECT DISTINCT stored_file.id FROM incoming CROSS JOIN unnest(file_ids) AS named (id)
        JOIN stored_file ON stored_file.id = named.id AND stored_file.organ_id = incoming.organ_id AND stored_file.mime = ANY ($2)
       WHERE incoming.state = 'waiting' AND NOT EXISTS (SELECT FROM reading WHERE reading.file_id = stored_file.id)),
    asked AS (INSERT INTO reading (file_id, reader) SELECT id, $1 FROM waiting ON CONFLICT (file_id) DO NOTHING)
    ${ONE_JOB} AND (EXISTS (SELECT FROM waiting) OR EXISTS (SELECT FROM reading WHERE ${UNFINISHED}))`,
  values: [reader, READABLE],
});

/** Any number that nobody else uses: who holds this lock reads. */
const READING_LOCK = 7_110_521;

/** The file that is next; none where another worker is reading. Its row is not held, for whoever asks for it would wait. */
export const nextToRead: Statement = {
  name: 'reading-next',
  text: `
    WITH mine AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${String(READING_LOCK)}) AS is_free)
    SELECT file_id AS "fileId", done, total FROM mine JOIN reading ON is_free WHERE ${UNFINISHED}
     ORDER BY asked_at DESC LIMIT 1`,
};

type Read = { readonly fileId: string; readonly number: number; readonly total: number; readonly sealed: Uint8Array | null };

/** A page was read, or could not be; the next one is another job. */
export const pageRead = ({ fileId, number, total, sealed }: Read): readonly Statement[] => [
  {
    name: 'reading-page',
    text: `INSERT INTO page_reading (file_id, number, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    values: [fileId, number, sealed],
  },
  {
    name: 'reading-done',
    text: `
      WITH told AS (UPDATE reading SET done = $2, total = $3 WHERE file_id = $1 AND done = $2 - 1)
      INSERT INTO outbox (id, job, payload) VALUES (gen_random_uuid(), 'read-page', '{}')`,
    values: [fileId, number, total],
  },
];

/** What another reader has read does not count. */
export const readReading = (fileId: string, reader: string): Statement => ({
  name: 'reading',
  text: 'SELECT done, total FROM reading WHERE file_id = $1 AND reader = $2',
  values: [fileId, reader],
});

export const readPages = (fileId: string): Statement => ({
  name: 'reading-pages',
  text: 'SELECT number, sealed FROM page_reading WHERE file_id = $1 ORDER BY number',
  values: [fileId],
});
