import { CommandPool, Sealer, sealedRows, type Settings } from '@gongkai/platform';
import { ALL_SEALED } from '../sealed-tables.js';

type SealFinding = { readonly ok: boolean | null; readonly what: string };

/** By which algorithms personal data is sealed, and whether some of it is sealed otherwise still: `ok` null where it is. */
export async function sealStanding(url: string, settings: Settings): Promise<SealFinding> {
  const sealer = Sealer.of(settings);
  const pool = new CommandPool({ url, max: 1 });
  try {
    const tables = await sealedRows(ALL_SEALED, { pool, sealer });
    const older = tables.reduce((sum, table) => sum + table.older, 0);
    const by = `personal data is sealed with ${sealer.algorithm} (CIPHER=${settings.cipher})`;
    if (older === 0) return { ok: true, what: by };
    return { ok: null, what: `${by}; ${older} rows still with an older key or the other cipher: gongkai keys reseal` };
  } finally {
    await pool.close();
  }
}
