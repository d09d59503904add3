import { createInterface } from 'node:readline/promises';
import { CommandPool, migrate, readSettings, SystemClock, type Settings } from '@gongkai/platform';
import { afresh, fillDemonstration, hasCompany, organsIn, refuseOthersWork, refuseRealData } from '@gongkai/simulation';
import { Command } from 'commander';
import { withDatabaseUrl } from '../with-database.js';

type Options = { readonly yes?: true; readonly yesIMean?: string };

/** `gongkai demo`: the demonstration, for trainees. */
export function demo(): Command {
  const program = new Command('demo').description('the demonstration');
  program
    .command('reset')
    .description('throw away everything in the database and load a fresh demonstration around today (JSON)')
    .option('--yes', 'do not ask')
    .option('--yes-i-mean <database>', 'the name of the database, where it is one of yours')
    .action(reset);
  return program;
}

async function reset(options: Options): Promise<void> {
  const settings = readSettings();
  refuseRealData(settings, options.yesIMean);
  if (options.yes !== true && !(await isMeant())) throw new Error('Nothing was changed.');
  console.log(JSON.stringify(await withDatabaseUrl((url) => renew(url, settings, options))));
}

async function isMeant(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('To throw away what is in the database without being asked, add --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Everything in the database goes, and a fresh demonstration comes. Type yes: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function renew(url: string, settings: Settings, { yesIMean }: Options) {
  await migrate(url);
  refuseOthersWork(settings, await organsIn(url, settings.configDir), yesIMean);
  const clock = new SystemClock(settings.today);
  const begun = clock.now().getTime();
  const running = await isInUse(url);
  let taken = 0;
  await afresh(url, { fill: async (draft) => ({ taken } = await fillDemonstration(draft, settings, clock.now())) });
  if (running) console.error('Gongkai is running on it: log in again. What its screens still show is gone.');
  return { today: clock.today(), steps: taken, seconds: (clock.now().getTime() - begun) / 1000 };
}

async function isInUse(url: string): Promise<boolean> {
  const pool = new CommandPool({ url, max: 1 });
  try {
    return await hasCompany(pool);
  } finally {
    await pool.close();
  }
}
