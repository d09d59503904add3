import { verifyChains, verifyWatch } from '@gongkai/casework';
import { CommandPool } from '@gongkai/platform';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { withDatabaseUrl } from '../with-database.js';

const CONNECTIONS = 2;

/** `gongkai audit`: whether the journals are what they were, and whether no open case is forgotten. */
export function audit(): Command {
  const program = new Command('audit').description('the hash chains of the journals, and what keeps open cases in mind');
  program
    .command('verify')
    .description('compute every hash again (JSON); exit 1 when an entry was changed, removed or added')
    .action(async () => {
      const report = await withPool((pool) => verifyChains(pool, progressOf('checked')));
      console.log(JSON.stringify(report));
      if (report.broken.length > 0) process.exitCode = 1;
    });
  program
    .command('open')
    .description('find open cases without a deadline, a reason or an alarm (JSON); exit 1 when there is one')
    .action(async () => {
      const report = await withPool(verifyWatch);
      console.log(JSON.stringify(report));
      if (report.unwatched.length > 0) process.exitCode = 1;
    });
  return program;
}

async function withPool<T>(work: (pool: CommandPool) => Promise<T>): Promise<T> {
  return withDatabaseUrl(async (url) => {
    const pool = new CommandPool({ url, max: CONNECTIONS });
    try {
      return await work(pool);
    } finally {
      await pool.close();
    }
  });
}
