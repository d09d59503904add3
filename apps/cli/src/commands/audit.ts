import {
  lawsIn,
  verifyChains,
  verifyFiles,
  verifyRecords,
  verifyRegister,
  verifyRoots,
  verifyWatch,
  type KnownKeys,
} from '@gongkai/casework';
import { AuditKeys, FileStore, Sealer, SystemClock, type CommandPool, type Settings } from '@gongkai/platform';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { withPool } from '../with-pool.js';
import { exportAudit, makeUpRoots } from './audit-roots.js';

/** `gongkai audit`: whether the journals are what they were, and whether no open case is forgotten. */
export function audit(): Command {
  const program = new Command('audit').description('the hash chains of the journals, and what keeps open cases in mind');
  program
    .command('verify')
    .description(
      'compute every hash again, also of the files, look for numbers and files that are gone (JSON); exit 1 when something was changed, removed or added',
    )
    .option('--key <id>', 'a key that may have signed, by the id that was written down outside; again for each', gathered, [])
    .action(async ({ key }: { readonly key: readonly string[] }) => {
      const report = await withPool((pool, settings) => verified(pool, settings, key));
      console.log(JSON.stringify(report));
      if (hasFaults(report)) process.exitCode = 1;
    });
  program
    .command('open')
    .description(
      'find open cases without a deadline, a reason or an alarm, and reminders that would ring late (JSON); one that is lost altogether is found by replay --verify; exit 1 when there is one',
    )
    .action(async () => {
      const report = await withPool(async (pool, { configDir, today }) =>
        verifyWatch({ pool, laws: await lawsIn(pool, configDir), clock: new SystemClock(today) }),
      );
      console.log(JSON.stringify(report));
      if (report.unwatched.length > 0) process.exitCode = 1;
    });
  program.addCommand(makeUpRoots());
  program.addCommand(exportAudit());
  return program;
}

const gathered = (id: string, before: readonly string[]): readonly string[] => [...before, id];

/**
 * Every hash computed again, also of the files, and what is gone.
 * @param named ids of the keys that may have signed; without one those that are here, and any where none is
 */
export const verified = async (pool: CommandPool, settings: Settings, named: readonly string[] = []) => ({
  ...(await verifyChains(pool, progressOf('checked'))),
  ...(await verifyRecords(pool, Sealer.of(settings))),
  ...(await verifyRegister(pool, Sealer.of(settings))),
  ...(await verifyRoots(pool, keysOf(settings, named), { progress: progressOf('organs with roots') })),
  ...(await verifyFiles(pool, new FileStore(settings.dataDir), progressOf('files read'))),
});

const keysOf = (place: Pick<Settings, 'dataDir' | 'auditKey'>, named: readonly string[]): KnownKeys | null =>
  named.length === 0 ? AuditKeys.knownIn(place) : { knows: (id) => named.includes(id) };

/** Something was changed, removed or added. */
export const hasFaults = (report: Awaited<ReturnType<typeof verified>>): boolean => {
  const { broken, brokenRecords, brokenRoots, gaps, lostFiles, unopened, alteredFiles } = report;
  return [broken, brokenRecords, brokenRoots, gaps, lostFiles, unopened, alteredFiles].some((found) => found.length > 0);
};
