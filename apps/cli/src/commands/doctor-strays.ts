import { straysIn } from '@gongkai/casework';
import { CommandPool, FileStore, SystemClock, type Settings, type Stray } from '@gongkai/platform';

/**
 * Whether files lie in the store that nobody names: whoever handed one in was cut off before it was noted, or a database was put back to an
 * earlier moment. @returns one line, or none
 */
export async function strayStanding(url: string, { dataDir }: Pick<Settings, 'dataDir'>): Promise<readonly string[]> {
  const pool = new CommandPool({ url, max: 1 });
  try {
    const { strays } = await straysIn({ pool, store: new FileStore(dataDir), now: new SystemClock().deviceTime() });
    if (strays.length === 0) return [];
    return [
      `${strays.length} files (${sizeOf(strays)}) that nobody names have lain in ${dataDir}/files for more than a day: "npm run gongkai -- files strays --set-aside" sets them aside (docs/operations.md, Files that nobody names).`,
    ];
  } finally {
    await pool.close();
  }
}

const sizeOf = (strays: readonly Stray[]): string =>
  `${(strays.reduce((sum, { bytes }) => sum + bytes, 0) / (1024 * 1024)).toFixed(1)} MB`;
