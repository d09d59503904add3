import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { open } from '../support/applications.js';
import { eventually } from '../support/eventually.js';
import { closeGate, Installation, type Program } from '../support/installation.js';
import { mainRoad, type Staff } from '../support/main-road.js';
import { queueBackends, type TestQueues } from '../support/queue-backends.js';
import { makeReady } from '../support/run-cli.js';

const A_MINUTE = 60_000;

beforeAll(() => makeReady(), 5 * A_MINUTE);

describe.each(queueBackends.map((backend) => [backend.backend, backend] as const))('with queues on %s', (_name, queue) => {
  queue.suite('nothing is lost and nothing repeated', () => {
    let database: TestDatabase;
    let queues: TestQueues;
    let installation: Installation;

    beforeEach(async () => {
      database = await createTestDatabase();
      queues = await queue.open(database.url);
      installation = await Installation.open(database.url, queues.place);
    }, 2 * A_MINUTE);
    afterEach(async () => {
      await installation.close();
      await queues.stop();
      await database.drop();
    });

    const staffAt = async (api: Program): Promise<Staff> => {
      const [clerk, caseworker, approver, archivist] = await Promise.all([
        installation.officer(api, 'clerk'),
        installation.officer(api, 'caseworker'),
        installation.officer(api, 'approver'),
        installation.officer(api, 'archivist'),
      ]);
      return { clerk, caseworker, approver, archivist };
    };

    /** Every entry was told of once, and every job has ended once. */
    const allIsDone = (): Promise<void> =>
      eventually(async () => {
        const { entries, told, jobs, ended, endings } = await installation.tally();
        expect({ told, ended, endings }).toEqual({ told: entries, ended: jobs, endings: jobs });
      }, 90);

    const openCases = async (api: Program, count: number): Promise<void> => {
      const clerk = await installation.officer(api, 'clerk');
      for (let i = 0; i < count; i += 1) await open(clerk);
    };

    it(
      'when a worker is killed between commit and relay',
      async () => {
        const [api, worker] = await Promise.all([installation.startApi(), installation.startWorker()]);
        await openCases(api, 1);
        await allIsDone();
        worker.freeze();
        await openCases(api, 5);
        const { jobs, ended } = await installation.tally();
        expect(jobs - ended).toBeGreaterThanOrEqual(5);
        await worker.kill();
        await installation.startWorker();
        await allIsDone();
        expect((await installation.tally()).entries).toBe(6);
      },
      3 * A_MINUTE,
    );

    it(
      'when a worker is killed between relay and processing, and in the middle of it',
      async () => {
        const [api, worker] = await Promise.all([installation.startApi(), installation.startWorker()]);
        const openGate = await closeGate(installation.source);
        await openCases(api, 15);
        await eventually(async () => {
          const [sent] = await installation.source.query<[{ all: boolean }]>(
            'SELECT bool_and(sent_at IS NOT NULL) AS all FROM outbox',
          );
          expect(sent.all).toBe(true);
        });
        expect((await installation.tally()).endings).toBe(0);
        await worker.kill();
        await openGate();
        expect((await installation.tally()).endings).toBe(0);
        await installation.startWorker();
        await allIsDone();
      },
      3 * A_MINUTE,
    );

    it(
      'when two servers and two workers lead cases from counter to archive, a worker is killed and the queue is taken away',
      async () => {
        const [first, second, dying] = await Promise.all([
          installation.startApi(),
          installation.startApi(),
          installation.startWorker(),
          installation.startWorker(),
        ]);
        const staffs = await Promise.all([staffAt(first), staffAt(second)]);
        const roads = [...staffs, ...staffs, ...staffs, ...staffs].map((staff) => mainRoad(staff));
        await eventually(async () => expect((await installation.tally()).endings).toBeGreaterThan(10));
        await dying.kill();
        await queues.flush();
        const entries = (await Promise.all(roads)).reduce((sum, count) => sum + count, 0);
        await allIsDone();
        expect((await installation.tally()).entries).toBe(entries);
        const filed = await installation.source.query<unknown[]>(`SELECT id FROM case_file WHERE state = 'filed'`);
        expect(filed).toHaveLength(8);
      },
      4 * A_MINUTE,
    );
  });
});
