import type { FieldProblem, FileView } from '@gongkai/contracts';
import { EVERYTHING, withSight, type CommandPool } from '@gongkai/platform';

/** A file that was handed in as evidence. */
export type Evidence = Pick<FileView, 'id' | 'name' | 'mime' | 'size'>;

/** Files that are named as evidence, by their ids, and who may have handed them in. */
export type Named = { readonly ids: readonly string[]; readonly givers: readonly string[] };

/** The same bytes can lie in a case, under a name that tells of an applicant: shown is what a file was called by who handed it in as evidence. */
const FILES = `
  SELECT DISTINCT ON (stored_file.id) stored_file.id, file_name.name, mime, size::int AS size
    FROM stored_file JOIN file_name ON file_name.file_id = stored_file.id AND file_name.organ_id = stored_file.organ_id
   WHERE stored_file.id = ANY ($1::text[]) AND file_name.given_by = ANY ($2::text[])
   ORDER BY stored_file.id, given_at DESC, seq DESC`;

/** What is known of files, by their ids. */
export async function readEvidence({ ids, givers }: Named, pool: CommandPool): Promise<ReadonlyMap<string, Evidence>> {
  if (ids.length === 0) return new Map();
  const asked = { text: FILES, values: [[...new Set(ids)], [...new Set(givers)]] };
  // Who is assessed reads the evidence of who assesses, in an organ above, and the other way round.
  const { rows } = await withSight(EVERYTHING, () => pool.query<Evidence>(asked));
  return new Map(rows.map((row) => [row.id, row]));
}

/** What each of some files is; one that is gone is left out. */
export const evidenceOf = (ids: readonly string[], known: ReadonlyMap<string, Evidence>): Evidence[] =>
  ids.flatMap((id) => known.get(id) ?? []);

const HANDED_IN = `SELECT DISTINCT file_id AS id FROM file_name WHERE file_id = ANY ($1::text[]) AND given_by = $2`;

/**
 * What is named as evidence was handed in by who names it: nobody makes a file of a case readable by calling it evidence.
 * @param files the ids, each with the field that names it
 */
export async function unknownFiles(
  files: readonly { readonly id: string; readonly path: string }[],
  by: string,
  pool: CommandPool,
): Promise<FieldProblem[]> {
  if (files.length === 0) return [];
  const { rows } = await pool.query<{ id: string }>({ text: HANDED_IN, values: [files.map(({ id }) => id), by] });
  const known = new Set(rows.map(({ id }) => id));
  return files.flatMap(({ id, path }) => (known.has(id) ? [] : [{ path, code: 'unknown-file' as const, facts: { name: id } }]));
}
