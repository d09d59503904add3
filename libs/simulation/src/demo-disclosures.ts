import { Kinds, publishDemonstration } from '@gongkai/publication';
import { CommandPool, ManualClock, officeDay } from '@gongkai/platform';

/** Puts what the organs of the demonstration have published into a database that has these organs. @returns how many entries */
export async function fillCatalogues(url: string, configDir: string, now: Date): Promise<number> {
  const pool = new CommandPool({ url, max: 1 });
  try {
    return await publishDemonstration({ pool, clock: new ManualClock(officeDay(now)), kinds: new Kinds(configDir), configDir });
  } finally {
    await pool.close();
  }
}
