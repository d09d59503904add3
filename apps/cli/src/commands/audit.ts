import { verifyChains } from '@gongkai/casework';
import { CommandPool } from '@gongkai/platform';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { withDatabaseUrl } from '../with-database.js';

const CONNECTIONS = 2;

/** `gongkai audit`: whether the journals are what they were. */
export function audit(): Command {
  const program = new Command('audit').description('the hash chains of the journals');
  program
    .command('verify')
    .description('compute every hash again (JSON); exit 1 when an entry was changed, removed or added')
    .action(async () => {
      const report = await withDatabaseUrl(async (url) => {
        const pool = new CommandPool({ url, max: CONNECTIONS });
        try {
          return await verifyChains(pool, progressOf('checked'));
        } finally {
          await pool.close();
        }
      });
      console.log(JSON.stringify(report));
      if (report.broken.length > 0) process.exitCode = 1;
    });
  return program;
}
