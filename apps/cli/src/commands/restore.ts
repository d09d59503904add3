import { CommandPool, FileStore, restoreBackup, Sealer, type Settings } from '@gongkai/platform';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { withDatabaseUrl } from '../with-database.js';
import { hasFaults, verified } from './audit.js';

/** `gongkai restore`: a backup into an empty place, brought up to date and looked through. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      'put a backup into an empty database and the data folder, bring it up to date, and verify all of it (JSON, as audit verify); exit 1 where something is wrong or its key is missing',
    )
    .argument('<folder>', 'as `gongkai backup` made it')
    .action(async (folder: string) => {
      const { report, missingKeys } = await withDatabaseUrl((url, settings) => restored(folder, url, settings));
      console.log(JSON.stringify(report));
      for (const key of missingKeys)
        console.error(`What was sealed with the key ${key} cannot be read: put that key into SECRET_KEY, behind the newest.`);
      if (missingKeys.length > 0 || hasFaults(report)) process.exitCode = 1;
    });
}

async function restored(folder: string, url: string, settings: Settings) {
  const { dataDir } = settings;
  const back = await restoreBackup(folder, { url, store: new FileStore(dataDir), onProgress: progressOf('put back') });
  const { madeAt, tables, stepsSince, lost, keys } = back;
  const sealer = Sealer.of(settings);
  const missingKeys = keys.filter((key) => !sealer.knows(key));
  const pool = new CommandPool({ url, max: 2 });
  try {
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return { report: { madeAt, rows, stepsSince, lost, missingKeys, ...(await verified(pool, settings)) }, missingKeys };
  } finally {
    await pool.close();
  }
}
