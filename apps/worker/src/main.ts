import {
  DRAW_PROGRAM,
  HeldClock,
  migrate,
  openLog,
  openTracing,
  READ_PROGRAM,
  readSettings,
  refuseWalledLogin,
  startEmbeddedPostgres,
  thrown,
  wrongClock,
  type Settings,
} from '@gongkai/platform';
import { startWork } from './work.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Started by `npm start`, which has said already what there is to say of the database. */
const isAttached = process.argv.includes('--attached');

async function databaseOf({ databaseUrl, dataDir }: Settings): Promise<{ url: string; stop: () => Promise<void> }> {
  if (databaseUrl !== undefined) {
    await refuseWalledLogin(databaseUrl);
    return { url: databaseUrl, stop: () => Promise.resolve() };
  }
  return startEmbeddedPostgres({ dataDir, log: isAttached ? () => undefined : tell });
}

/** The worker: time and jobs at work, until it is told to end. */
async function run(): Promise<void> {
  const settings = readSettings();
  const tracing = await openTracing(settings, 'worker');
  const database = await databaseOf(settings);
  await migrate(database.url);
  const log = openLog(settings, 'worker');
  const clock = new HeldClock(settings.today, { onWrong: wrongClock(log) });
  const complain = (error: unknown): void => log.error(thrown(error), 'work failed');
  const programs = { drawProgram: DRAW_PROGRAM, readProgram: READ_PROGRAM };
  const stopWork = startWork({ settings, databaseUrl: database.url, clock, ...programs, complain });
  tell('The worker is running.');
  const end = async (): Promise<void> => {
    await stopWork();
    await database.stop();
    await tracing.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  // It must not outlive its parent: the pipe closes when that is gone, however it went.
  if (isAttached) process.stdin.resume().once('end', () => void end());
}

await run();
