import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Directory, lawsIn } from '@gongkai/casework';
import { Refusal, type PublishedReport, type PublishedReportQuery } from '@gongkai/contracts';
import { CommandPool, createDataSource, migrate, SystemClock } from '@gongkai/platform';
import { PublishedReports } from '@gongkai/reporting';
import { Command, Option } from 'commander';
import { yearIn } from '../typed.js';
import { withDatabaseUrl } from '../with-database.js';

type Options = Pick<PublishedReportQuery, 'organ' | 'name' | 'year' | 'scope'> & {
  readonly as: string;
  readonly dryRun?: true;
};

/** `gongkai import report`: an annual report that was made elsewhere, to be compared with and to count in the roll-up. */
export const importReport = (): Command =>
  new Command('report')
    .description(
      'take in an annual report that was made elsewhere (XLSX, CSV or JSON, laid out as they are here; prints JSON); exit 1 where an identity that must hold does not: it is not taken in',
    )
    .argument('<file>', 'the report')
    .requiredOption('--as <log-in>', 'the supervisor or administrator who takes it in')
    .option('--organ <code>', 'whose report it is; without it that of the file')
    .option('--name <name>', 'an organ that is none of this installation')
    .option('--year <year>', 'its year; without it that of the file', yearIn)
    .addOption(
      new Option('--scope <scope>', 'the organ alone, or with its units; without it that of the file').choices(['own', 'below']),
    )
    .option('--dry-run', 'say what it holds and what does not agree in it, and take nothing in')
    .action(taking);

async function taking(file: string, { as, dryRun, ...asked }: Options): Promise<void> {
  const handed = { name: path.basename(file), content: await readFile(file) };
  const { report, broken } = await withDatabaseUrl(async (url, { configDir, today }) => {
    await migrate(url);
    const clock = new SystemClock(today);
    const source = await createDataSource(url, { poolSize: 1 }).initialize();
    const pool = new CommandPool({ url, max: 2 });
    try {
      const actor = await new Directory(source, clock).byUsername(as);
      if (actor === undefined) throw new Refusal('invalid-request', [{ path: 'as', code: 'unknown-person' }]);
      const quotes = () => Promise.resolve([]);
      const reports = new PublishedReports({ pool, clock, laws: await lawsIn(pool, configDir), configDir, quotes });
      const looked = await reports.look(actor, handed, asked);
      const found = brokenIn(looked);
      const taken = dryRun === true || found ? looked : await reports.take(actor, handed, asked);
      return { report: taken, broken: found };
    } finally {
      await pool.close();
      await source.destroy();
    }
  });
  console.log(JSON.stringify(told(report)));
  if (broken) process.exitCode = 1;
}

const brokenIn = ({ checks }: PublishedReport): boolean =>
  checks.some(({ kind, result }) => kind === 'hard' && result === 'differs');

/** Without the numbers, which stand in the file; of what agrees the names alone. */
const told = ({ numbers, checks, ...report }: PublishedReport) => ({
  ...report,
  cells: Object.keys(numbers).length,
  holds: checks.flatMap(({ id, result }) => (result === 'holds' ? [id] : [])),
  open: checks.flatMap(({ id, result }) => (result === 'open' ? [id] : [])),
  differs: checks.filter(({ result }) => result === 'differs'),
});
