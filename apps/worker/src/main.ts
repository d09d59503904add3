import { AlarmClock, CaseDesk, lawShelf, ReminderClock, ringOften } from '@gongkai/casework';
import {
  Bell,
  CommandPool,
  migrate,
  readSettings,
  Sealer,
  startEmbeddedPostgres,
  SystemClock,
  type Settings,
} from '@gongkai/platform';

/** Seconds between two looks at the alarms; a day's alarms are due from midnight on. */
const EVERY = 30;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (error: unknown): void =>
  void process.stderr.write(`worker: ${error instanceof Error ? error.message : String(error)}\n`);

async function databaseOf({ databaseUrl, dataDir }: Settings): Promise<{ url: string; stop: () => Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir, log: tell });
}

/** The worker: time at work. It may be stopped, killed or doubled at any moment; nothing that waits is kept in it. */
async function run(): Promise<void> {
  const settings = readSettings();
  const database = await databaseOf(settings);
  await migrate(database.url);
  const pool = new CommandPool({ url: database.url, max: 4, onIdleError: complain });
  const clock = new SystemClock(settings.today);
  const bell = new Bell({ pool, url: database.url, onError: complain });
  const laws = lawShelf(settings.configDir);
  const desk = new CaseDesk({ pool, clock, bell, laws, sealer: new Sealer(settings.secretKeys) });
  const ringing = [new AlarmClock({ pool, desk, clock }), new ReminderClock({ pool, laws, clock })];
  const stops = ringing.map((each) => ringOften(each, EVERY, complain));
  tell('The worker is running.');
  const end = async (): Promise<void> => {
    await Promise.all(stops.map((stop) => stop()));
    await bell.close();
    await pool.close();
    await database.stop();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  // Started by `npm start`, it must not outlive it: the pipe closes when the parent is gone, however it went.
  if (process.argv.includes('--attached')) process.stdin.resume().once('end', () => void end());
}

await run();
