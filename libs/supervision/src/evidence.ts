import type { FieldProblem, FileView } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';

/** A file that was handed in as evidence. */
export type Evidence = Pick<FileView, 'id' | 'name' | 'mime' | 'size'>;

const FILES = `
  SELECT DISTINCT ON (id) id, name, mime, size::int AS size FROM stored_file WHERE id = ANY ($1::text[]) ORDER BY id, uploaded_at`;

/** What is known of files, by their ids. */
export async function readEvidence(ids: readonly string[], pool: CommandPool): Promise<ReadonlyMap<string, Evidence>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<Evidence>({ text: FILES, values: [[...new Set(ids)]] });
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
