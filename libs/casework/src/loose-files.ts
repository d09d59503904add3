import type { Clock, CommandPool, FileStore, PageStore } from '@gongkai/platform';

const HOUR_MS = 3_600_000;
/** As long as an application may lie half written in somebody's window. */
const KEPT_MS = 24 * HOUR_MS;
/** Files that are removed at a time. */
const BATCH = 500;

/**
 * What came over the portal for an application that was never sent. A step that names a file takes hold of it (`holdFiles`); the journals,
 * the inbox and the requests to correct a record are asked all the same.
 */
const REMOVE = `
  DELETE FROM stored_file WHERE (id, organ_id) IN (
    SELECT id, organ_id FROM stored_file
     WHERE loose_since < $1
       AND NOT EXISTS (SELECT FROM journal WHERE fact ? 'fileIds' AND fact -> 'fileIds' ? stored_file.id)
       AND NOT EXISTS (SELECT FROM incoming WHERE incoming.organ_id = stored_file.organ_id AND stored_file.id = ANY (file_ids))
       AND NOT EXISTS (
         SELECT FROM record_correction WHERE record_correction.organ_id = stored_file.organ_id
            AND stored_file.id = ANY (record_correction.file_ids))
     LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id`;

/** The same content may be a file of another organ. */
const NOBODYS = 'SELECT id FROM unnest($1::text[]) AS removed (id) EXCEPT SELECT id FROM stored_file WHERE id = ANY ($1)';

/**
 * Finds files by their ids, and has them stay: whoever names one in a step that is committed keeps it from being removed. One that has just
 * been removed is not found.
 * @param organ an expression for the id of the organ they belong to; `$1` are the ids of the files
 */
export const holdFiles = (organ: string): string => `
  WITH held AS (
    UPDATE stored_file SET loose_since = NULL WHERE id = ANY ($1) AND organ_id = ${organ} AND loose_since IS NOT NULL RETURNING id)
  SELECT id FROM held
  UNION SELECT id FROM stored_file WHERE id = ANY ($1) AND organ_id = ${organ} AND loose_since IS NULL`;

/** What was drawn of a file, and read on it. */
const COPIES: readonly string[] = ['page_copies', 'reading'].map((table) => `DELETE FROM ${table} WHERE file_id = ANY ($1)`);

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly store: FileStore;
  readonly pictures: Pick<PageStore, 'forget'>;
};

/** Removes files of applications that were not sent within a day, and of cases that were destroyed. @returns how many */
export async function removeLooseFiles({ pool, clock, store, pictures }: Parts): Promise<number> {
  const now = clock.now().getTime();
  let removed = 0;
  let batch = BATCH;
  while (batch === BATCH) {
    const { rows } = await pool.query<{ id: string }>({ text: REMOVE, values: [new Date(now - KEPT_MS)] });
    const { rows: nobodys } = await pool.query<{ id: string }>({ text: NOBODYS, values: [rows.map(({ id }) => id)] });
    // What somebody hands in again at this moment stays on the disk.
    for (const { id } of nobodys) {
      await store.remove(id, new Date(now - HOUR_MS));
      await pictures.forget(id);
    }
    for (const text of COPIES) await pool.query({ text, values: [nobodys.map(({ id }) => id)] });
    batch = rows.length;
    removed += batch;
  }
  return removed;
}
