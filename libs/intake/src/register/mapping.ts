import { RegisterMapping } from '@gongkai/contracts';
import { json, type CommandPool, type Statement } from '@gongkai/platform';

/** How the columns of an office's register were understood the last time; null before the first. */
export async function keptMapping(pool: CommandPool, organId: string): Promise<RegisterMapping | null> {
  const { rows } = await pool.query<{ columns: unknown }>({
    text: 'SELECT columns FROM register_mapping WHERE organ_id = $1',
    values: [organId],
  });
  return rows[0] === undefined ? null : RegisterMapping.parse(rows[0].columns);
}

export const mappingKept = (
  organId: string,
  mapping: RegisterMapping,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Statement => ({
  text: `
    INSERT INTO register_mapping (organ_id, columns, changed_at, changed_by) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organ_id) DO UPDATE
       SET columns = EXCLUDED.columns, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`,
  values: [organId, json(mapping), at, by],
});
