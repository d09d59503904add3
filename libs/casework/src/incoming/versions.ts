import { sha256, type CommandPool, type Sealer, type Statement } from '@gongkai/platform';
import { letterOf } from './rows.js';

/** What came under a number of the hotline, as it was told one time. */
export type Version = { readonly id: string; readonly key: string; readonly text: string; readonly fileIds: readonly string[] };

/** Under which key something comes in, and what it follows; nothing where it is new, or was there already. */
export type Placed = { readonly key: string; readonly follows: Version | null };

type Row = {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly sealed: Uint8Array;
  readonly file_ids: readonly string[];
};

/** All that came under some numbers of the hotline, by the number, the oldest first. */
export async function versionsOf(
  organId: string,
  numbers: readonly string[],
  { pool, sealer }: { readonly pool: CommandPool; readonly sealer: Sealer },
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const { rows } = await pool.query<Row>(readVersions(organId, numbers));
  const found = new Map<string, Version[]>();
  for (const row of rows) {
    const version = { id: row.id, key: row.key, text: letterOf(row, sealer).text ?? '', fileIds: row.file_ids };
    found.set(row.number, [...(found.get(row.number) ?? []), version]);
  }
  return found;
}

/** The number of a key, without what tells one version from another. */
const NUMBER = `regexp_replace(key, '#[0-9a-f]{64}$', '')`;

const readVersions = (organId: string, numbers: readonly string[]): Statement => ({
  name: 'incoming-versions',
  text: `
    SELECT id, key, ${NUMBER} AS number, sealed, file_ids FROM incoming
     WHERE organ_id = $1 AND source = 'hotline' AND ${NUMBER} = ANY ($2)
     ORDER BY (SELECT min(seq) FROM incoming_event WHERE incoming_id = incoming.id)`,
  values: [organId, numbers],
});

/** Where something under a number belongs that says this: what was told before is the same, whatever was told since. */
export function placeAmong(versions: readonly Version[], number: string, said: Pick<Version, 'text' | 'fileIds'>): Placed {
  const same = versions.find((version) => isSame(version, said));
  const last = versions.at(-1);
  if (same !== undefined) return { key: same.key, follows: null };
  return last === undefined ? { key: number, follows: null } : { key: `${number}#${sha256(contentOf(said))}`, follows: last };
}

/** A table tells nothing of files. */
const isSame = (version: Version, said: Pick<Version, 'text' | 'fileIds'>): boolean =>
  contentOf(said.fileIds.length === 0 ? { ...version, fileIds: [] } : version) === contentOf(said);

/** Spaces and the ends of lines are the export's. */
const contentOf = ({ text, fileIds }: Pick<Version, 'text' | 'fileIds'>): string =>
  [text.replace(/\s+/g, ' ').trim(), ...new Set(fileIds)].join('\n');
