import 'reflect-metadata';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { HeldClock, openLog, openTracing, readSettings, wrongClock, type Settings } from '@gongkai/platform';
import { createApi } from './create-api.js';
import { keepHolding } from './held-time.js';
import { openFerry } from './exchange/open-ferry.js';
import { startRelay } from './exchange/start-relay.js';
import { obstacleIn } from './obstacle.js';
import { refuseWrongFiles } from './refuse-wrong-files.js';
import { linesOf, logInsOf, prepareDatabase, type Prepared } from './prepare-database.js';
import { openServices } from './services.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** The demonstration, whose passwords everybody knows, answers on this machine alone. */
const hostFor = ({ databaseUrl }: Settings): string => (databaseUrl === undefined ? 'localhost' : '0.0.0.0');

/** Work to be undone at the end, the last first. */
const undoing: (() => Promise<unknown>)[] = [];
let ending: Promise<void> | undefined;

/** For who starts it together with others: they end before it does, while the database still answers. */
export const endBefore = (others: () => Promise<unknown>): void => void undoing.push(others);

/** The portal alone, in a network without any way to the rest. */
async function startAlone(settings: Settings): Promise<void> {
  await checkPort(settings);
  const { url, stop } = await startRelay(settings, '0.0.0.0');
  undoing.push(stop);
  tell(`The portal is running at ${addressOf(settings, url)}/portal/`);
}

async function start(settings: Settings): Promise<void> {
  if (settings.serves === 'relay') return startAlone(settings);
  refuseWrongFiles(settings.configDir);
  await checkPort(settings);
  const tracing = await openTracing(settings, 'api');
  undoing.push(tracing.close);
  const database = await prepareDatabase(settings, tell);
  undoing.push(database.stop);
  const demonstration = logInsOf(database.demonstration);
  const log = openLog(settings, 'api');
  const clock = new HeldClock(settings.today, { onWrong: wrongClock(log) });
  const services = await openServices({ settings, databaseUrl: database.url, demonstration, clock, log });
  undoing.push(services.close);
  undoing.push(await keepHolding(clock, services));
  const app = await createApi(services);
  undoing.push(() => app.close());
  await app.listen(settings.port, hostFor(settings));
  const ferry = openFerry(settings, app.getHttpAdapter().getInstance(), services);
  if (ferry !== undefined) undoing.push(() => ferry.stop());
  ferry?.start();
  welcome(addressOf(settings, await app.getUrl()), database);
}

/** Said before anything is started for nothing. */
async function checkPort(settings: Settings): Promise<void> {
  const probe = createServer().listen(settings.port, hostFor(settings));
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

/** Any free port, PORT=0, is known now. */
const addressOf = ({ publicUrl }: Settings, listening: string): string =>
  publicUrl === 'http://localhost:0' ? `http://localhost:${new URL(listening).port}` : publicUrl;

function welcome(publicUrl: string, { demonstration }: Prepared): void {
  tell(`Gongkai is running at ${publicUrl} (API: ${publicUrl}/api/docs)`);
  tell(`Applicants go to ${publicUrl}/portal/`);
  for (const line of linesOf(logInsOf(demonstration))) tell(line);
  if (process.stdout.isTTY) tell('Ctrl-C ends it.');
}

/** Finishes what is under way, gives everything back, and ends. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (const undo of undoing.splice(0).reverse()) await undo();
  })();
  return ending;
}

async function run(): Promise<void> {
  let port = 0;
  try {
    const settings = readSettings();
    port = settings.port;
    await start(settings);
  } catch (error) {
    process.exitCode = 1;
    complain(obstacleIn(error, port) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    await end();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    if (process.stdout.isTTY) tell('Stopping …');
    void end().then(() => process.exit());
  });

await run();
