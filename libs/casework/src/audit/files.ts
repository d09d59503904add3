import type { CommandPool, FileStanding, FileStore } from '@gongkai/platform';
import type { Progress } from './batches.js';

/** A file that is kept no more as it was handed in, and the cases whose journals name it. */
export type AlteredFile = {
  readonly organ: string;
  readonly fileId: string;
  readonly problem: Exclude<FileStanding, 'whole'>;
  readonly cases: readonly string[];
};
export type FileReport = { readonly files: number; readonly alteredFiles: readonly AlteredFile[] };

type KeptRow = { readonly organ: string; readonly id: string; readonly size: number };

const KEPT = `
  SELECT organ.code AS organ, stored_file.id, stored_file.size
    FROM stored_file JOIN organ ON organ.id = stored_file.organ_id ORDER BY organ.code, stored_file.id`;

const NAMED_IN = `
  SELECT case_file.number
    FROM case_file
    JOIN organ ON organ.id = case_file.organ_id
   WHERE organ.code = $1 AND case_file.id = ANY (ARRAY(SELECT cases_with_file($2)))
   ORDER BY case_file.number`;

/** Reads every file to its end: a file is named by the hash of its content, and so is what a review has passed. */
export async function verifyFiles(
  pool: CommandPool,
  store: FileStore,
  progress: Progress = () => undefined,
): Promise<FileReport> {
  const { rows } = await pool.query<KeptRow>({ text: KEPT });
  const alteredFiles: AlteredFile[] = [];
  for (const [done, { organ, id: fileId, size }] of rows.entries()) {
    const problem = await store.check(fileId, size);
    if (problem !== 'whole') alteredFiles.push({ organ, fileId, problem, cases: await casesNaming(pool, organ, fileId) });
    progress(done + 1, rows.length);
  }
  return { files: rows.length, alteredFiles };
}

async function casesNaming(pool: CommandPool, organ: string, fileId: string): Promise<string[]> {
  const { rows } = await pool.query<{ number: string }>({ text: NAMED_IN, values: [organ, fileId] });
  return rows.map(({ number }) => number);
}
