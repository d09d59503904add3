import { FileStore, makeBackup, SystemClock } from '@gongkai/platform';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { withDatabaseUrl } from '../with-database.js';

/** `gongkai backup`: tables and files as of one moment, while work goes on. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'copy all tables and files, as of one moment, into a new folder, while work goes on (JSON); SECRET_KEY and config/ are not in it; exit 1 where a file is gone',
    )
    .requiredOption('--to <path>', 'a folder that does not exist yet, where nobody looks who may not see the cases')
    .action(async ({ to }: { readonly to: string }) => {
      const note = await withDatabaseUrl((url, { dataDir, today }) =>
        makeBackup(to, {
          ...{ url, store: new FileStore(dataDir), at: new SystemClock(today).now() },
          onProgress: progressOf('copied'),
        }),
      );
      const { tables, files, lost, keys } = note;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      console.log(JSON.stringify({ to, tables: tables.length, rows, files, lost, keys }));
      if (lost.length > 0) process.exitCode = 1;
    });
}
