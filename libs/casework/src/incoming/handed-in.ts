import { Refusal } from '@gongkai/contracts';
import type { CommandPool, KeptFile } from '@gongkai/platform';
import type { Person } from '../person.js';
import { nameGivenBy } from '../file-names.js';
import { unknownFiles } from '../desk/subjects.js';

/** Files that an organ has, under the names that somebody gave them. @throws Refusal `invalid-request` naming each that it has not */
export async function filesHandedIn(
  pool: CommandPool,
  { id: actorId, organId }: Pick<Person, 'id' | 'organId'>,
  fileIds: readonly string[],
): Promise<(KeptFile & { readonly name: string })[]> {
  const { rows } = await pool.query<KeptFile & { readonly name: string }>({
    name: 'files-handed-in',
    text: `
      SELECT id, ${nameGivenBy('$3')} AS name, mime, size FROM stored_file
       WHERE organ_id = $1 AND id = ANY ($2) ORDER BY array_position($2::text[], id)`,
    values: [organId, [...fileIds], actorId],
  });
  const missing = unknownFiles(fileIds, rows);
  if (missing.length > 0) throw new Refusal('invalid-request', missing);
  return rows;
}
