import { lawsIn, migrateMachine, verifyReplay } from '@gongkai/casework';
import { CommandPool, SystemClock, type Settings } from '@gongkai/platform';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { withDatabaseUrl } from '../with-database.js';

const CONNECTIONS = 2;

type Options = { readonly verify?: true; readonly migrate?: true };

/** `gongkai replay`: the cases as their journals tell them. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('fold every journal again')
    .option('--verify', 'compare with what is stored; exit 1 when a case differs (default)')
    .option(
      '--migrate',
      'bring cases of an older chart, or that rest on a calendar since published, over to this one; then compare',
    )
    .action(async ({ migrate }: Options) => {
      const report = await withDatabaseUrl((url, settings) => replayAll(url, settings, migrate === true));
      console.log(JSON.stringify(report));
      if (report.differences.length + report.failed.length > 0) process.exitCode = 1;
    });
}

async function replayAll(url: string, { configDir, today }: Settings, migrate: boolean) {
  const pool = new CommandPool({ url, max: CONNECTIONS });
  try {
    const parts = { pool, laws: await lawsIn(pool, configDir), clock: new SystemClock(today) };
    const migration = migrate ? await migrateMachine(parts, progressOf('brought over')) : { migrated: 0, failed: [] };
    return { ...(await verifyReplay(parts, progressOf('refolded'))), ...migration };
  } finally {
    await pool.close();
  }
}
