import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { JobQueue, type QueuePlace } from '@gongkai/platform';
import { Client } from 'pg';
import { createEmptyDatabase, type TestDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { queueBackends, type TestQueues } from '../../support/queue-backends.js';
import { startQueueChild } from '../../support/queue-child.js';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const jobsOf = (...ids: string[]) => ids.map((id) => ({ id, job: 'case-changed', attempts: 0 }));
const someIds = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

describe.each(queueBackends.map((backend) => [backend.backend, backend] as const))('a queue on %s', (_name, { suite, open }) => {
  suite('keeps its word', () => {
    let database: TestDatabase;
    let queues: TestQueues;
    const errors: unknown[] = [];

    beforeAll(async () => {
      database = await createEmptyDatabase();
      queues = await open(database.url);
    });
    afterAll(async () => {
      await queues.stop();
      await database.drop();
    });
    beforeEach(async () => {
      await queues.flush();
      errors.length = 0;
    });

    const openQueue = (place: QueuePlace = queues.place): JobQueue => {
      const queue = new JobQueue(place, (error) => errors.push(error));
      cleanUp.push(() => queue.close());
      return queue;
    };

    /** Takes jobs; what was done is noted in order. */
    const startWorker = (concurrency = 1, work: (id: string) => Promise<void> = () => Promise.resolve()): string[] => {
      const done: string[] = [];
      const queue = openQueue();
      const worker = queue.work(
        async ({ id }) => {
          await work(id);
          done.push(id);
        },
        { concurrency, lockDuration: 2000 },
      );
      cleanUp.push(() => worker.close());
      return done;
    };

    it('hands out what was sent, in the order it was sent', async () => {
      const ids = someIds(30);
      const queue = openQueue();
      await queue.send(jobsOf(...ids.slice(0, 20)));
      await queue.send(jobsOf(...ids.slice(20)));
      const done = startWorker();
      await eventually(() => expect(done).toEqual(ids));
    });

    it('wakes a worker that waits', async () => {
      const done = startWorker();
      const queue = openQueue();
      for (const id of someIds(3)) {
        await queue.send(jobsOf(id));
        await eventually(() => expect(done.at(-1)).toBe(id), 5);
      }
    });

    it('holds a job once, however often it is sent before it is done', async () => {
      const [first = '', second = ''] = someIds(2);
      const queue = openQueue();
      await queue.send(jobsOf(first, first));
      await queue.send(jobsOf(first, second));
      const done = startWorker();
      await eventually(() => expect(done).toEqual([first, second]));
      // What is done has left the queue: the same id is a new job then.
      await eventually(async () => {
        await queue.send(jobsOf(first));
        expect(done.slice(2)).toContain(first);
      });
    });

    it('gives each of several workers jobs, and each job to one of them', async () => {
      const workers = [startWorker(4), startWorker(4)];
      const ids = someIds(100);
      await openQueue().send(jobsOf(...ids));
      await eventually(() => expect(workers.flat()).toHaveLength(100));
      expect(new Set(workers.flat())).toEqual(new Set(ids));
    });

    it('lets a job that fails go: the outbox knows when it is tried again', async () => {
      const [bad = '', good = ''] = someIds(2);
      const done = startWorker(1, (id) => (id === bad ? Promise.reject(new Error('no')) : Promise.resolve()));
      await openQueue().send(jobsOf(bad, good));
      await eventually(() => expect(done).toEqual([good]));
      const again = startWorker();
      await openQueue().send(jobsOf(bad));
      await eventually(() => expect([...done, ...again]).toContain(good));
    });

    it('gives the job of a worker that was killed to another', async () => {
      const child = await startQueueChild(queues.place);
      const [id = ''] = someIds(1);
      await openQueue().send(jobsOf(id));
      expect(await child.took()).toBe(id);
      const exited = once(child.process, 'exit');
      child.process.kill('SIGKILL');
      await exited;
      const done = startWorker();
      await eventually(() => expect(done).toEqual([id]), 30);
    });

    it('loses its mark when it is lost, and works again by itself', async () => {
      const queue = openQueue();
      expect(await queue.isMarked()).toBe(false);
      await queue.mark();
      expect(await queue.isMarked()).toBe(true);
      expect(await openQueue().isMarked()).toBe(true);
      const done = startWorker();
      const [before = '', after = ''] = someIds(2);
      await queue.send(jobsOf(before));
      await eventually(() => expect(done).toEqual([before]));

      await queues.flush();
      // The first answer may be an error; then it is made anew.
      await eventually(async () => expect(await queue.isMarked()).toBe(false));
      await queue.send(jobsOf(after));
      await eventually(() => expect(done).toEqual([before, after]));
    });

    it('waits for the jobs under way when a worker is closed, and leaves the others', async () => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const done: string[] = [];
      const taken: string[] = [];
      const worker = openQueue().work(
        async ({ id }) => {
          taken.push(id);
          await held;
          done.push(id);
        },
        { concurrency: 1, lockDuration: 5000 },
      );
      const ids = someIds(3);
      await openQueue().send(jobsOf(...ids));
      await eventually(() => expect(taken).toHaveLength(1));
      const closed = worker.close();
      release();
      await closed;
      expect(done).toEqual(taken);
      const others = startWorker();
      await eventually(() => expect(others).toEqual(ids.slice(1)));
    });
  });
});

describe('a queue on PostgreSQL', () => {
  it('outlives a database that goes away just while it connects, listens or closes', async () => {
    const database = await createEmptyDatabase();
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    let errors = 0;
    for (let time = 0; time < 12; time += 1) {
      const queue = new JobQueue({ backend: 'postgres', url: database.url }, () => (errors += 1));
      const worker = queue.work(() => Promise.resolve(), { concurrency: 2, lockDuration: 2000 });
      const cut = async (): Promise<void> => {
        for (let cuts = 0; cuts < 20; cuts += 1) {
          await wait(5);
          await admin.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
          );
        }
      };
      await wait(time * 10);
      await Promise.all([cut(), worker.close()]);
      await queue.close();
    }
    const done: string[] = [];
    const queue = new JobQueue({ backend: 'postgres', url: database.url }, () => undefined);
    const worker = queue.work(({ id }) => Promise.resolve(void done.push(id)), { concurrency: 1, lockDuration: 2000 });
    await queue.send(jobsOf('last'));
    await eventually(() => expect(done).toEqual(['last']));
    expect(errors).toBeGreaterThan(0);
    await worker.close();
    await queue.close();
    await admin.end();
    await database.drop();
  });
});
