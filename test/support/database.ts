import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '@gongkai/platform';
import { testCluster } from './cluster.js';

/** A database of one's own: migrated, empty, and gone after `drop`. */
export type TestDatabase = {
  readonly url: string;
  /** The same database as superuser. */
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
};

const TEMPLATE = 'gongkai_template';
const TEMPLATE_LOCK = 7_110_510;

/**
 * A copy of the migrated template, for one spec file:
 *
 * ```ts
 * let database: TestDatabase;
 * beforeAll(async () => { database = await createTestDatabase(); });
 * afterAll(() => database.drop());
 * ```
 *
 * Close your own connections before `drop`; those that are left are cut.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(TEMPLATE);
}

/** The same without any table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return copyOf('template1');
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { url, adminUrl } = await testCluster();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, async (admin) => {
    if (template === TEMPLATE) await makeTemplate(admin, url);
    // Copying files is quicker than logging each page, where no crash has to be outlived.
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy OWNER gongkai`);
  });
  return {
    url: inDatabase(url, name),
    adminUrl: inDatabase(adminUrl, name),
    drop: () => asAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Once a run: made aside and renamed, so that a template that exists is complete. */
async function makeTemplate(admin: Client, url: string): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount === 0) {
    const draft = `${TEMPLATE}_draft`;
    await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${draft} OWNER gongkai`);
    await migrate(inDatabase(url, draft));
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
  }
  await admin.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
}

async function asAdmin(adminUrl: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
