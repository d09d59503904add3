import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdersOfBoth, organFiles, vacantPosts } from '@gongkai/casework';
import { roleTexts } from '@gongkai/contracts';
import {
  checkConfig,
  createDataSource,
  IdentityProvider,
  JobQueue,
  queuePlace,
  readApprovalChains,
  readSettings,
  refuseWalledLogin,
  scanAt,
  startEmbeddedPostgres,
  SystemClock,
  wallAt,
  WORKER_SIGNS,
  type Settings,
  type WorkerSigns,
} from '@gongkai/platform';
import { noticeFiles } from '@gongkai/correspondence';
import { disclosureFiles } from '@gongkai/publication';
import { schemeFiles } from '@gongkai/supervision';
import { simulationFiles } from '@gongkai/simulation';
import { problemText } from '@gongkai/statutes';
import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { clockStanding } from './doctor-clock.js';
import { whyUnreached } from './doctor-database.js';
import { exchangeStanding } from './doctor-exchange.js';
import { guideStanding } from './doctor-guides.js';
import { retentionStanding } from './doctor-retention.js';
import { roomStanding } from './doctor-room.js';
import { rootStanding } from './doctor-roots.js';
import { sealStanding } from './doctor-seals.js';
import { strayStanding } from './doctor-strays.js';

/** `ok: null`: it works, and somebody will be stopped by it. */
type Finding = { readonly ok: boolean | null; readonly what: string };
type Findings = readonly Finding[];
type Check = (settings: Settings) => Finding | Promise<Finding | Findings>;

const MARKS: ReadonlyMap<boolean | null, string> = new Map([
  [true, 'ok   '],
  [null, 'warn '],
  [false, 'FAIL '],
]);
const OLDEST_POSTGRES = 150_000;
const fine = (what: string): Finding => ({ ok: true, what });
const doubtful = (what: string): Finding => ({ ok: null, what });
const wrong = (what: string): Finding => ({ ok: false, what });

/** `gongkai doctor`: what stands in the way of this installation, one line each. */
export function doctor(): Command {
  return new Command('doctor')
    .description('check settings, configuration, folder, database and queue; exit 1 on a problem')
    .action(async () => {
      const findings = [fine(`Node.js ${process.versions.node}`), ...(await findingsOf(readSettings()))];
      for (const { ok, what } of findings) console.log(`${MARKS.get(ok) ?? ''} ${what}`);
      if (findings.some(({ ok }) => ok === false)) process.exitCode = 1;
    });
}

async function findingsOf(settings: Settings): Promise<Findings> {
  const findings: Finding[] = [fine('settings')];
  for (const check of settings.serves === 'relay' ? ALONE : EVERY) findings.push(...[await attempt(check, settings)].flat());
  return findings;
}

/** What a check cannot do is a finding, too. */
async function attempt(check: Check, settings: Settings): Promise<Finding | Findings> {
  try {
    return await check(settings);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

const checkFiles: Check = ({ configDir }) => {
  const problems = checkConfig(configDir, [organFiles, ...noticeFiles, ...disclosureFiles, schemeFiles, ...simulationFiles]);
  return problems.length === 0 ? fine(`configuration in ${configDir}`) : wrong(problems.map(problemText).join('\n      '));
};

const checkFolder: Check = async ({ dataDir }) => {
  const probe = join(dataDir, `.probe-${process.pid}`);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(probe, '');
  rmSync(probe);
  return roomStanding(dataDir);
};

const checkDatabase: Check = async (settings) => {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl !== undefined) return inspectOther(databaseUrl, settings);
  const embedded = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
  try {
    // One that nobody else uses has no worker, and needs none.
    return await inspect(embedded.url, embedded.attached, settings);
  } finally {
    await embedded.stop();
  }
};

/** A server that is not ours may be elsewhere, or away. */
async function inspectOther(url: string, settings: Settings): Promise<Finding | Findings> {
  try {
    return await inspect(url, true, settings);
  } catch (error) {
    const why = whyUnreached(url, error);
    if (why === undefined) throw error;
    return wrong(why);
  }
}

/** On PostgreSQL the queue is part of the database. */
const checkQueue: Check = async (settings) => {
  if (settings.queueBackend === 'postgres') return fine('queues on PostgreSQL');
  const queue = new JobQueue(queuePlace(settings, ''), () => undefined);
  try {
    await queue.isMarked();
    return fine('Redis answers');
  } catch (error) {
    return wrong(`Redis does not answer at REDIS_URL: ${String(error)}`);
  } finally {
    await queue.close();
  }
};

/** Asked about a file that is there and harmless. */
const checkScanner: Check = async ({ clamdUrl, configDir }) => {
  if (clamdUrl === undefined)
    return doubtful('nothing looks for viruses in what is handed in: CLAMD_URL names a ClamAV that does');
  try {
    await scanAt(clamdUrl)(join(configDir, 'reminders.yaml'));
    return fine('the virus scanner answers');
  } catch (error) {
    return wrong(`The virus scanner does not answer at CLAMD_URL, and no file is taken until it does: ${causeOf(error)}`);
  }
};

/** Nobody without a password of their own gets in while it does not answer. */
const checkProvider: Check = async ({ signOn, publicUrl }) => {
  if (signOn === undefined)
    return fine('everybody logs in with a password of this system: OIDC_ISSUER names no identity provider');
  try {
    await new IdentityProvider(signOn, publicUrl).reach();
    return fine('the identity provider answers');
  } catch (error) {
    return wrong(`The identity provider does not answer at OIDC_ISSUER, and nobody can log in by it: ${causeOf(error)}`);
  }
};

const checkExchange: Check = async (settings) => (await exchangeStanding(settings)) ?? [];

const EVERY: readonly Check[] = [
  ...[checkFiles, checkFolder, checkDatabase, checkQueue, checkScanner, checkProvider],
  checkExchange,
];
/** The portal of another network has no database, queue or files, and nobody logs in there. */
const ALONE: readonly Check[] = [checkFiles, checkExchange];

const causeOf = (error: unknown): string => String(error instanceof Error ? (error.cause ?? error.message) : error);

const ASK = `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
                    current_setting('server_encoding') AS encoding`;

type Server = { readonly version: string; readonly number: number; readonly encoding: string };

const DEAD = 'SELECT count(*)::int AS dead FROM outbox WHERE dead_at IS NOT NULL';

async function inspect(url: string, isInUse: boolean, settings: Settings): Promise<Findings> {
  await refuseWalledLogin(url);
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    const obstacle = await obstacleOf(source);
    if (obstacle !== undefined) return [obstacle];
    const [server] = await source.query<Server[]>(ASK);
    return [
      fine(`PostgreSQL ${server?.version ?? ''}`),
      await clockStanding(source),
      await wallOf(url),
      ...(isInUse ? [await workerOf(source)] : []),
      await rootStanding(source, settings),
      await sealStanding(url, settings),
      ...(await postsOf(source, settings)),
      ...(await guideStanding(source, settings)).map(doubtful),
      ...(await retentionStanding(source, settings)).map(doubtful),
      ...(await strayStanding(url, settings)).map(doubtful),
    ];
  } finally {
    await source.destroy();
  }
}

async function obstacleOf(source: DataSource): Promise<Finding | undefined> {
  const [server] = await source.query<Server[]>(ASK);
  if (server === undefined || server.number < OLDEST_POSTGRES) return wrong(`PostgreSQL 15 or newer is needed.`);
  if (server.encoding !== 'UTF8') return wrong(`The database has to be encoded in UTF8, not in ${server.encoding}.`);
  const isBehind = await source.showMigrations();
  if (isBehind) return wrong('The database is not up to date: run "npm run gongkai -- migrate".');
  const [jobs] = await source.query<[{ dead: number }]>(DEAD);
  if (jobs.dead > 0) return wrong(`${jobs.dead} jobs were given up: docs/operations.md says how to see them and try again.`);
  return undefined;
}

/** Whether the database keeps organs apart where a statement forgets to. */
async function wallOf(url: string): Promise<Finding> {
  const fault = await wallAt(url);
  return fault === undefined
    ? fine('the database itself keeps organs apart')
    : doubtful(`The database does not keep organs apart by itself: ${fault}.`);
}

/** Whether anybody is reminded. */
async function workerOf(source: DataSource): Promise<Finding> {
  const [signs] = await source.query<WorkerSigns[]>(WORKER_SIGNS);
  if (signs === undefined) return fine('no worker has run here yet');
  if (signs.present) return fine('a worker is at work');
  return wrong(`No worker has been at work since ${signs.beaten_at.toISOString()}: nobody is reminded until one is started.`);
}

/** A draft that nobody could approve is refused when it is submitted: better said before. Nobody looks at their own administration either. */
async function postsOf(source: DataSource, { configDir, today }: Settings): Promise<Findings> {
  const on = new SystemClock(today).today();
  const vacant = await vacantPosts(source, readApprovalChains(configDir), on);
  const both = await holdersOfBoth(source, on);
  return [
    ...vacant.map(
      ({ organ, post }) =>
        `approvals.yaml asks for ${roleTexts[post].en} (${roleTexts[post]['zh-CN']}) in ${organ}, where nobody is: drafts there are refused. Give somebody the post, or change the file.`,
    ),
    ...both.map(
      ({ username, organ }) =>
        `${username} of ${organ} is administrator and auditor at once (GB/T 22239, 8.1.5 has two people for it): give one of the posts to somebody else.`,
    ),
  ].map(doubtful);
}
