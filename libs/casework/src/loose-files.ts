import { json, type Clock, type CommandPool, type FileStore, type PageStore } from '@gongkai/platform';

const HOUR_MS = 3_600_000;
/** As long as an application may lie half written in somebody's window. */
const KEPT_MS = 24 * HOUR_MS;
/** Files that are removed in one transaction: it waits for the disk. */
const BATCH = 200;

/** A file that nobody needs; `others`: organs that have the same content as a file of theirs. */
type Loose = { readonly id: string; readonly organ: string; readonly others: number };
/** The file that was looked at last. */
type At = Pick<Loose, 'id' | 'organ'>;

const START: At = { id: '', organ: '00000000-0000-0000-0000-000000000000' };

/**
 * What came over the portal for an application that was never sent, and what a destroyed case left. A step that names a file takes hold of it
 * (`holdFiles`); whatever else may name one is asked all the same: once it is off the disk, nothing brings it back.
 */
const LOOSE = `
  SELECT id, organ_id AS organ,
         (SELECT count(*)::int FROM stored_file AS other WHERE other.id = stored_file.id AND other.organ_id <> stored_file.organ_id) AS others
    FROM stored_file
   WHERE loose_since < $1 AND (id, organ_id) > ($2, $3::uuid)
     AND NOT EXISTS (SELECT FROM journal WHERE fact ? 'fileIds' AND fact -> 'fileIds' ? stored_file.id)
     AND NOT EXISTS (SELECT FROM incoming WHERE incoming.organ_id = stored_file.organ_id AND stored_file.id = ANY (file_ids))
     AND NOT EXISTS (
       SELECT FROM record_correction WHERE record_correction.organ_id = stored_file.organ_id
          AND stored_file.id = ANY (record_correction.file_ids))
     AND NOT EXISTS (SELECT FROM redaction WHERE redaction.organ_id = stored_file.organ_id AND stored_file.id IN (source_id, result_id))
     AND NOT EXISTS (SELECT FROM publication_draft AS draft WHERE (source_id, draft.organ_id) = (stored_file.id, stored_file.organ_id))
     ${['publication_draft', 'disclosure', 'entry_proposal']
       .map(
         (table) =>
           `AND NOT EXISTS (SELECT FROM ${table} WHERE (file_id, ${table}.organ_id) = (stored_file.id, stored_file.organ_id))`,
       )
       .join('\n     ')}
   ORDER BY id, organ_id
   LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED`;

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

/** What is known of files that are gone; of those that nobody else has, also what was drawn of them, and read on them. */
const FORGET = `
  WITH gone AS (SELECT * FROM jsonb_to_recordset($1) AS file (id text, organ uuid)),
  copies AS (DELETE FROM page_copies WHERE file_id = ANY ($2)),
  readings AS (DELETE FROM reading WHERE file_id = ANY ($2))
  DELETE FROM stored_file WHERE (id, organ_id) IN (SELECT id, organ FROM gone)`;

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly store: Pick<FileStore, 'remove'>;
  readonly pictures: Pick<PageStore, 'forget'>;
};

type Failure = { readonly id: string; readonly error: unknown };
/** What a round removed, and what it could not: the database still knows that, and the next round tries it again. */
export type LooseRemoval = { readonly removed: number; readonly failed: readonly Failure[] };

/**
 * Removes files of applications that were not sent within a day, and of cases that were destroyed: from the disk first, while nobody can take
 * hold of them. Wherever it breaks off, no file stays on the disk that the database does not know.
 */
export async function removeLooseFiles(parts: Parts): Promise<LooseRemoval> {
  let removed = 0;
  const failed: Failure[] = [];
  let at: At | undefined = START;
  while (at !== undefined) {
    const batch: Batch = await removeBatch(at, parts);
    removed += batch.gone.length;
    failed.push(...batch.failed);
    at = batch.last;
  }
  return { removed, failed };
}

/** `last`: where the next batch begins; undefined where there is none. */
type Batch = Taken & { readonly last: At | undefined };

function removeBatch({ id, organ }: At, parts: Parts): Promise<Batch> {
  const before = new Date(parts.clock.now().getTime() - KEPT_MS);
  return parts.pool.flights({ organId: '', reads: [] }, async (_, { read, commit }) => {
    const loose = await read<Loose>({ text: LOOSE, values: [before, id, organ] });
    const taken = await takeOff(loose, parts);
    await commit({ text: FORGET, values: [json(taken.gone), taken.nobodys] });
    return { ...taken, last: loose.length < BATCH ? undefined : loose.at(-1) };
  });
}

type Taken = { readonly gone: Loose[]; readonly nobodys: string[]; readonly failed: Failure[] };

/** Takes files from the disk; the content of another organ stays. One that cannot be removed does not keep the others. */
async function takeOff(loose: readonly Loose[], { clock, store, pictures }: Parts): Promise<Taken> {
  // What somebody hands in again at this moment stays on the disk.
  const since = new Date(clock.now().getTime() - HOUR_MS);
  const taken: Taken = { gone: [], nobodys: [], failed: [] };
  for (const file of loose) {
    const { id } = file;
    const isElsewhere = file.others > taken.gone.filter((gone) => gone.id === id).length;
    try {
      if (!isElsewhere) {
        await store.remove(id, since);
        await pictures.forget(id);
        taken.nobodys.push(id);
      }
      taken.gone.push(file);
    } catch (error) {
      taken.failed.push({ id, error });
    }
  }
  return taken;
}
