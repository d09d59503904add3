import type { CommandPool } from '@gongkai/platform';

/** What says whose line it is. */
export type LineOwner = {
  /** The code of the organ, where one is set. */
  readonly code: string | undefined;
  /** The setting that says it, for who has to set it. */
  readonly setting: string;
  readonly production: boolean;
};

/** Outside production a demonstration has several organs at its top, and the first will do. */
const ORGANS = `
  SELECT id FROM organ WHERE coalesce(code = $1, parent_id IS NULL) ORDER BY code`;

/** The id of the organ whose line it is: the one that is named, or the only one at the top. @throws Error where nobody knows */
export async function organOfLine(pool: CommandPool, { code, setting, production }: LineOwner): Promise<string> {
  const { rows } = await pool.query<{ id: string }>({ text: ORGANS, values: [code ?? null] });
  const [first, ...others] = rows;
  if (first === undefined || (production && others.length > 0))
    throw new Error(`Nobody knows whose line this is: ${setting} has to be the code of an organ.`);
  return first.id;
}
