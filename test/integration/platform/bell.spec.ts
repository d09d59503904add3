import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Bell, CommandPool, tellGone, type CaseChange, type Heard } from '@gongkai/platform';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** A process with a bell, and what went wrong with it. */
function hang(): { bell: Bell; errors: unknown[] } {
  const pool = new CommandPool({ url: database.url, max: 2 });
  const errors: unknown[] = [];
  const bell = new Bell({ pool, url: database.url, onError: (error) => errors.push(error) });
  cleanUp.push(() => pool.close());
  cleanUp.push(() => bell.close());
  return { bell, errors };
}

/** What a process hears from now on; its line stands. */
async function listening(bell: Bell): Promise<Heard[]> {
  const heard: Heard[] = [];
  bell.listen((what) => heard.push(what));
  await eventually(() => expect(heard).toEqual(['many']));
  heard.length = 0;
  return heard;
}

const change = (version = 1, caseId: string = randomUUID()): CaseChange => ({ caseId, organId: randomUUID(), version });

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

test('what one process rings, every process hears', async () => {
  const { bell } = hang();
  const there = [await listening(bell), await listening(hang().bell)];
  const changed = change(7);
  bell.ring(changed);
  await eventually(() => expect(there).toEqual([[[changed]], [[changed]]]));
});

test('rings close together are one; of one case the last version', async () => {
  const { bell } = hang();
  const heard = await listening(hang().bell);
  const first = change(1);
  const other = change(4);
  for (const version of [1, 3, 2]) bell.ring({ ...first, version });
  bell.ring(other);
  await eventually(() => expect(heard).toEqual([[{ ...first, version: 3 }, other]]));
});

test('where so many have changed that it cannot be said, it says so', async () => {
  const { bell } = hang();
  const heard = await listening(hang().bell);
  for (let i = 0; i < 61; i += 1) bell.ring(change());
  await eventually(() => expect(heard).toEqual(['many']));
  heard.length = 0;
  for (let i = 0; i < 60; i += 1) bell.ring(change(2_000_000_000));
  await eventually(() => expect(heard.map((what) => Array.isArray(what) && what.length)).toEqual([60]));
});

test('that somebody went is heard by every process', async () => {
  const there = [await listening(hang().bell), await listening(hang().bell)];
  const gone = randomUUID();
  await asAdmin((admin) => admin.query(`SELECT ${tellGone('$1::uuid')}`, [gone]));
  await eventually(() => expect(there).toEqual([[{ gone }], [{ gone }]]));
});

test('a line that is cut stands again, and says that something may have been missed', async () => {
  const listener = hang();
  const heard = await listening(listener.bell);
  await asAdmin((admin) =>
    admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gongkai bell' AND datname = current_database()`,
    ),
  );
  await eventually(() => expect(heard).toEqual(['many']));
  expect(listener.errors).toHaveLength(1);
  const changed = change();
  hang().bell.ring(changed);
  await eventually(() => expect(heard).toEqual(['many', [changed]]));
});

test('what cannot be read may be anything', async () => {
  const heard = await listening(hang().bell);
  await asAdmin((admin) => admin.query(`SELECT pg_notify('gongkai_cases', '{')`));
  await eventually(() => expect(heard).toEqual(['many']));
});

test('a process that ends rings what it still has to', async () => {
  const heard = await listening(hang().bell);
  const { bell } = hang();
  const changed = change();
  bell.ring(changed);
  await bell.close();
  await eventually(() => expect(heard).toEqual([[changed]]));
});

test('a listener that throws does not keep the others from hearing', async () => {
  const { bell, errors } = hang();
  bell.listen(() => {
    throw new Error('tired');
  });
  const heard = await listening(bell);
  bell.ring(change());
  await eventually(() => expect(heard).toHaveLength(1));
  expect(errors.length).toBeGreaterThan(0);
});
