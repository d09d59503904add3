import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { localDate } from '@gongkai/calendar';
import { loadOrgans, readDemoOrgans } from '@gongkai/casework';
import { CommandPool, createDataSource, EVERYTHING, ManualClock, readSettings, type Settings } from '@gongkai/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { createApi } from '../../apps/api/src/create-api.js';
import { openServices, type Services } from '../../apps/api/src/services.js';
import { createTestDatabase } from './database.js';
import { Officer } from './officer.js';
import { quickenLogIns } from './quick-log-ins.js';

/** The programs that print papers and draw pages, as they were built. */
export const programs = {
  press: path.resolve('dist/libs/correspondence/src/print/press-program.js'),
  draw: path.resolve('dist/libs/platform/src/pages/draw-program.js'),
  bind: path.resolve('dist/libs/platform/src/binding/bind-program.js'),
  redact: path.resolve('dist/libs/platform/src/redacting/redact-program.js'),
};

const DEMO_PASSWORD = 'gongkai-demo';
const SECRET_KEY = 'the-secret-of-the-tests-is-long-enough';

/** The API on a real port and a database of its own, with the organs and people of the demonstration. */
export type TestApi = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly settings: Settings;
  /** Stands at nine in the morning of the day the API was started for. */
  readonly clock: ManualClock;
  readonly services: Services;
  readonly app: NestFastifyApplication;
  /** Logs a person in, e.g. `clerk.bureau`. */
  readonly officer: (username: string) => Promise<Officer>;
  /** What a table has now, for "nothing was changed". */
  readonly count: (table: string) => Promise<number>;
  readonly stop: () => Promise<void>;
};

type Setting = {
  readonly today?: string;
  readonly publicUrl?: string;
  /** One that is free; else the kernel gives it. */
  readonly port?: number;
  readonly serves?: Settings['serves'];
  /** As in `TRUST_PROXY`. */
  readonly trustProxy?: string;
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that outlives it, in place of one of its own. */
  readonly dataDir?: string;
  /** Another program that prints papers. */
  readonly press?: string;
  /** Another server on the database of this one. */
  readonly beside?: TestApi;
};

/** Starts it. Takes a few seconds. */
export async function startTestApi({ today = '2026-03-02', port = 0, beside, ...setting }: Setting = {}): Promise<TestApi> {
  const database = beside === undefined ? await createTestDatabase() : { url: beside.databaseUrl, drop: () => Promise.resolve() };
  const data = dataFolder(setting);
  const settings = settingsOf(setting, data.folder);
  const clock = new ManualClock(localDate(today));
  const served = await openServices({ settings, databaseUrl: database.url, clock, programs: programsOf(setting) });
  const own = await ownLines(database.url);
  const services = { ...served, ...own };
  await loadOrgans(services.source, readDemoOrgans('config'), { since: localDate('2019-01-01'), password: DEMO_PASSWORD });
  // Beside another server the people are there, and may have passwords of their own by now.
  if (beside === undefined) await quickenLogIns(services.source, DEMO_PASSWORD);
  const app = await createApi(served);
  await app.listen(port, '127.0.0.1');
  const url = await app.getUrl();
  return {
    url,
    databaseUrl: database.url,
    settings,
    clock,
    services,
    app,
    officer: (username) => Officer.logIn(url, username, DEMO_PASSWORD),
    count: async (table) => {
      const [row] = await services.source.query<{ count: number }[]>(`SELECT count(*) FROM ${table}`);
      return row?.count ?? 0;
    },
    stop: async () => {
      await app.close();
      await served.close();
      await own.source.destroy();
      await own.pool.close();
      await database.drop();
      data.remove();
    },
  };
}

/** One that the test brings stays when the server ends. */
function dataFolder({ dataDir }: Setting): { readonly folder: string; readonly remove: () => void } {
  if (dataDir !== undefined) return { folder: dataDir, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-api-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const programsOf = ({ press = programs.press }: Setting): typeof programs => ({ ...programs, press });

/** With which a test looks into the database: behind the wall as the API is, and not in the name of a request. */
async function ownLines(url: string): Promise<Pick<Services, 'source' | 'pool'>> {
  const wall = { otherwise: EVERYTHING };
  return { source: await createDataSource(url, { wall }).initialize(), pool: new CommandPool({ url, wall }) };
}

const settingsOf = ({ publicUrl = '', serves = 'all', trustProxy = '', env = {} }: Setting, dataDir: string): Settings =>
  readSettings({ ...env, DATA_DIR: dataDir, PUBLIC_URL: publicUrl, SERVES: serves, TRUST_PROXY: trustProxy, SECRET_KEY });
