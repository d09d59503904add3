import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CommandPool, CommitRefused, CommitUncertain, type Statement } from '@gongkai/platform';
import { cutLine, type CutLine } from '../../support/cut-line.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/database.js';

const ORGAN = '00000000-0000-4000-8000-000000000001';
const lock: Statement = {
  name: 'lock',
  text: `SELECT id, n, current_setting('app.organ_id') AS organ FROM counter WHERE id = $1 FOR UPDATE`,
  values: [1],
};
const set = (n: number): Statement => ({
  name: 'set',
  text: 'UPDATE counter SET n = $2 WHERE id = $1 RETURNING n',
  values: [1, n],
});
const departure = { organId: ORGAN, reads: [lock] };

let database: TestDatabase;
let pool: CommandPool;
let onlooker: Client;

const counter = async (): Promise<number | undefined> => {
  const { rows } = await onlooker.query<{ n: number }>('SELECT n FROM counter');
  return rows[0]?.n;
};

const cleanUp: (() => unknown)[] = [];
/** A pool behind a line that breaks when the word has passed. */
const farAway = async (word?: string): Promise<{ line: CutLine; remote: CommandPool }> => {
  const line = await cutLine(database.url, word);
  const remote = new CommandPool({ url: line.url, max: 1 });
  cleanUp.push(() => remote.close(), line.close);
  return { line, remote };
};
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

beforeAll(async () => {
  database = await createEmptyDatabase();
  pool = new CommandPool({ url: database.url, max: 8 });
  onlooker = new Client({ connectionString: database.adminUrl });
  await onlooker.connect();
});
afterAll(async () => {
  await pool.close();
  await onlooker.end();
  await database.drop();
});
beforeEach(async () => {
  await onlooker.query('DROP TABLE IF EXISTS counter');
  await pool.query({
    text: 'CREATE TABLE counter (id int PRIMARY KEY, n int NOT NULL CHECK (n < 1000) UNIQUE DEFERRABLE INITIALLY DEFERRED)',
  });
  await pool.query({ text: 'INSERT INTO counter VALUES (1, 0), (2, 500)' });
  await onlooker.query('DELETE FROM counter WHERE id = 2');
});

describe('flights', () => {
  it('reads with the lock and in the name of the organ, then writes and commits', async () => {
    const answer = await pool.flights(departure, async ([rows], transaction) => {
      expect(rows?.[0]).toEqual({ id: 1, n: 0, organ: ORGAN });
      return (await transaction.commit<{ n: number }>(set(7))).rows;
    });
    expect(answer).toEqual([{ n: 7 }]);
    expect(await counter()).toBe(7);
  });

  it('takes two trips', async () => {
    const { line, remote } = await farAway();
    await remote.flights(departure, (_, transaction) => transaction.commit(set(1)));
    const before = line.turns();
    await remote.flights(departure, (_, transaction) => transaction.commit(set(2)));
    expect(line.turns() - before).toBe(2);
  });

  it.each([
    [true, 'force_generic_plan'],
    [false, 'force_custom_plan'],
  ])('keeps plans of what is sought by keys (%s), and plans the rest for tables as they have grown', async (byKeys, kept) => {
    const reads = [{ text: `SELECT current_setting('plan_cache_mode') AS plans` }];
    expect(await pool.flights({ organId: ORGAN, reads, byKeys }, ([rows]) => Promise.resolve(rows))).toEqual([{ plans: kept }]);
  });

  it('changes nothing when the work ends without commit', async () => {
    expect(await pool.flights(departure, () => Promise.resolve('preview'))).toBe('preview');
    expect(await counter()).toBe(0);
  });

  it('changes nothing when the work throws, and the connection is good for the next', async () => {
    const refusal = new Error('no');
    await expect(pool.flights(departure, () => Promise.reject(refusal))).rejects.toBe(refusal);
    await pool.flights(departure, (_, transaction) => transaction.commit(set(2)));
    expect(await counter()).toBe(2);
  });

  it('changes nothing when the write fails, and says what the server said', async () => {
    const failing = pool.flights(departure, (_, transaction) => transaction.commit(set(1000)));
    await expect(failing).rejects.toMatchObject({ code: '23514' });
    expect(await counter()).toBe(0);
    await pool.flights(departure, (_, transaction) => transaction.commit(set(3)));
    expect(await counter()).toBe(3);
  });

  it.each([
    [{ statementTimeout: 20_000 }, '20s'],
    [{ statementTimeout: 20_000, idleTimeout: 180_000 }, '3min'],
  ])('waits for its own work as long as it is told: %j', async (patience, told) => {
    const patient = new CommandPool({ url: database.url, max: 1, ...patience });
    cleanUp.push(() => patient.close());
    const { rows } = await patient.query({ text: 'SHOW idle_in_transaction_session_timeout' });
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: told }]);
  });

  it('says so when only COMMIT fails', async () => {
    await onlooker.query('INSERT INTO counter VALUES (2, 500)');
    const failing = pool.flights(departure, (_, transaction) => transaction.commit(set(500)));
    await expect(failing).rejects.toMatchObject({ code: '23505' });
  });

  it('does not take ROLLBACK for an answer', async () => {
    const failing = pool.flights(departure, async (_, transaction) => {
      // Somebody swallows an error: the transaction is lost, and a statement that does nothing does not notice.
      await transaction.read({ text: 'SELECT 1/0' }).catch(() => undefined);
      await transaction.commit({ text: '-- nothing' });
    });
    await expect(failing).rejects.toBeInstanceOf(CommitRefused);
  });

  it('knows that nothing was written when the connection broke before', async () => {
    const broken = pool.flights(departure, async (_, transaction) => {
      await onlooker.query(
        `SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      await pause(20);
      await transaction.commit(set(4));
    });
    await expect(broken).rejects.toMatchObject({ code: '57P01' });
    expect(await counter()).toBe(0);
    await pool.flights(departure, (_, transaction) => transaction.commit(set(5)));
    expect(await counter()).toBe(5);
  });

  it('says that nobody knows when the connection broke after COMMIT was sent', async () => {
    const { remote } = await farAway('COMMIT');
    const lost = remote.flights(departure, (_, transaction) => transaction.commit(set(9)));
    await expect(lost).rejects.toBeInstanceOf(CommitUncertain);
  });

  it('lets nothing follow commit', async () => {
    const twice = pool.flights(departure, async (_, transaction) => {
      await transaction.commit(set(6));
      await transaction.commit(set(7));
    });
    await expect(twice).rejects.toThrow('nothing can follow commit');
    expect(await counter()).toBe(6);
  });

  it('stops at the first flight when a read fails', async () => {
    const failing = pool.flights({ organId: ORGAN, reads: [{ text: 'SELECT nothing' }, lock] }, () => Promise.resolve());
    await expect(failing).rejects.toMatchObject({ code: '42703' });
    await pool.flights(departure, (_, transaction) => transaction.commit(set(8)));
  });

  it('puts eight clients on one row in order', async () => {
    const add = (): Promise<unknown> =>
      pool.flights(departure, async ([rows], transaction) => {
        const [row] = rows as { n: number }[];
        await transaction.commit(set((row?.n ?? NaN) + 1));
      });
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let i = 0; i < 10; i += 1) await add();
      }),
    );
    expect(await counter()).toBe(80);
  });

  it('does not wait for ever for a row', async () => {
    const hasty = new CommandPool({ url: database.url, max: 1, lockTimeout: 50 });
    await onlooker.query('BEGIN');
    await onlooker.query('SELECT FROM counter FOR UPDATE');
    try {
      await expect(hasty.flights(departure, () => Promise.resolve())).rejects.toMatchObject({ code: '55P03' });
    } finally {
      await onlooker.query('ROLLBACK');
      await hasty.close();
    }
  });
});

describe('answers', () => {
  it('keep days as text and counts as numbers', async () => {
    const { rows } = await pool.query({ text: `SELECT date '2026-10-10' AS day, count(*) AS n FROM counter` });
    expect(rows).toEqual([{ day: '2026-10-10', n: 1 }]);
  });
});
