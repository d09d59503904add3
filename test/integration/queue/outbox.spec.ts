import { setTimeout as wait } from 'node:timers/promises';
import { Undoable } from '@gongkai/platform';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { Errands, once, type Deed } from '../../support/errand.js';
import { eventually } from '../../support/eventually.js';
import { queueBackends, type TestQueues } from '../../support/queue-backends.js';

const failing =
  (error: Error): Deed =>
  () =>
    Promise.reject(error);

describe.each(queueBackends.map((backend) => [backend.backend, backend] as const))(
  'the outbox on %s',
  (_name, { suite, open }) => {
    suite('leads every job to its end', () => {
      let database: TestDatabase;
      let queues: TestQueues;
      let errands: Errands;

      beforeAll(async () => {
        database = await createTestDatabase();
        queues = await open(database.url);
      });
      afterAll(async () => {
        await queues.stop();
        await database.drop();
      });
      beforeEach(async () => {
        await queues.flush();
        errands = await Errands.open(database.url, queues.place);
      });
      afterEach(() => errands.close());

      const state = async () => (await errands.states())[0];

      it('does what was committed, once, and keeps the note of it', async () => {
        const ids = await errands.put(450);
        errands.startWorker();
        expect(await errands.relay().round()).toBe(450);
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)), 60);
        expect((await errands.states()).every(({ done_at, sent_at }) => done_at !== null && sent_at !== null)).toBe(true);
        expect(await errands.relay().round()).toBe(0);
      });

      it('sends nothing before its time', async () => {
        const ids = await errands.put(1);
        await errands.pool.query({ text: `UPDATE outbox SET next_at = now() + interval '1 hour'` });
        errands.startWorker();
        expect(await errands.relay().round()).toBe(0);
        await errands.hasten();
        expect(await errands.relay().round()).toBe(1);
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)));
      });

      it('tries what failed again, after pauses that double', async () => {
        const ids = await errands.put(1);
        errands.startWorker(({ attempt }) =>
          attempt < 3 ? Promise.reject(new Error('The other side is away.')) : Promise.resolve(),
        );
        const relay = errands.relay();
        for (const [attempt, pause] of [
          [1, 2000],
          [2, 4000],
        ] as const) {
          const began = await errands.now();
          await relay.round();
          await eventually(async () => expect(await state()).toMatchObject({ attempts: attempt, sent_at: null, done_at: null }));
          const { due_in = 0, next_at = began, last_error } = (await state()) ?? {};
          expect(due_in).toBeLessThanOrEqual(pause);
          expect(next_at.getTime() - began.getTime()).toBeGreaterThanOrEqual(pause);
          expect(last_error).toBe('The other side is away.');
          await errands.hasten();
        }
        await relay.round();
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)));
        expect(errands.errors).toEqual([
          `job case-changed ${ids[0] ?? ''}, attempt 1: The other side is away. (It will be tried again.)`,
          `job case-changed ${ids[0] ?? ''}, attempt 2: The other side is away. (It will be tried again.)`,
        ]);
      });

      it('gives up after fifteen attempts: the job is dead, and waits for a person', async () => {
        await errands.put(1);
        await errands.pool.query({ text: 'UPDATE outbox SET attempts = 14' });
        errands.startWorker(failing(new Error('Still away.')));
        await errands.relay().round();
        await eventually(async () => expect(await state()).toMatchObject({ attempts: 15, dead_at: expect.any(Date) }));
        await errands.hasten();
        expect(await errands.relay().round()).toBe(0);
        expect(errands.errors[0]).toMatch(/It will not be tried again/);
      });

      it.each([
        ['whose payload cannot be read', { payload: { caseId: 'all of them' } }, /payload cannot be read/],
        ['that cannot be done, by its own account', {}, /^The mail address is none/],
      ])('gives a job up at once %s', async (_what, put, words) => {
        const [id = ''] = await errands.put(1, put);
        await errands.runner(failing(new Undoable('The mail address is none.'))).run({ id, deaths: 0 });
        expect(await state()).toMatchObject({ attempts: 1, dead_at: expect.any(Date), last_error: expect.stringMatching(words) });
      });

      it('keeps a job nobody knows for a version that does, and then gives up', async () => {
        const [id = ''] = await errands.put(1, { job: 'read-minds' });
        await errands.runner().run({ id, deaths: 0 });
        expect(await state()).toMatchObject({
          attempts: 1,
          dead_at: null,
          last_error: 'Nobody here knows jobs called read-minds.',
        });
        await errands.pool.query({ text: 'UPDATE outbox SET attempts = 14' });
        await errands.runner().run({ id, deaths: 0 });
        expect(await state()).toMatchObject({ dead_at: expect.any(Date) });
      });

      it('counts as a failure that several workers died over it', async () => {
        const [id = ''] = await errands.put(1);
        await errands.runner().run({ id, deaths: 3 });
        expect(await state()).toMatchObject({ attempts: 1, done_at: null, last_error: '3 workers have died over it.' });
        await errands.runner().run({ id, deaths: 2 });
        expect(await errands.effects()).toEqual(once([id]));
      });

      it('writes all of an effect with its note, or nothing', async () => {
        const payload = {
          caseId: '00000000-0000-4000-8000-000000000001',
          organId: '00000000-0000-4000-8000-000000000002',
          version: 1,
          ...{ role: null, personId: null, step: null },
        };
        const [id = ''] = await errands.put(1, { job: 'turn-changed', payload });
        await errands.runner().run({ id, deaths: 0 });
        expect(await state()).toMatchObject({
          attempts: 1,
          done_at: null,
          last_error: expect.stringMatching(/null value in column/),
        });
        expect(await errands.effects()).toEqual({});
      });

      it('does a job once although two run it at the same time, and again later', async () => {
        const [id = ''] = await errands.put(1);
        const runner = errands.runner(() => wait(100));
        await Promise.all([runner.run({ id, deaths: 0 }), runner.run({ id, deaths: 0 })]);
        await runner.run({ id, deaths: 0 });
        expect(await errands.effects()).toEqual(once([id]));
        expect(errands.errors).toEqual([]);
      });

      it('repeats nothing where the relay dies between queue and note', async () => {
        const ids = await errands.put(50);
        const queue = errands.queue();
        const dying = errands.relay({
          isMarked: () => queue.isMarked(),
          mark: () => queue.mark(),
          send: async (jobs) => {
            await queue.send(jobs);
            throw new Error('killed');
          },
        });
        errands.startWorker();
        await expect(dying.round()).rejects.toThrow('killed');
        await errands.relay().round();
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)));
      });

      it('sends again what a queue has lost that was taken away in the middle', async () => {
        const ids = await errands.put(300);
        errands.startRelay();
        errands.startWorker(() => wait(10));
        await eventually(async () => expect(Object.keys(await errands.effects()).length).toBeGreaterThan(20));
        await queues.flush();
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)), 60);
      });

      it('sends again what was sent and not done for five minutes', async () => {
        const ids = await errands.put(2);
        const relay = errands.relay();
        await relay.round();
        const [first] = await errands.states();
        expect(first?.due_in).toBeGreaterThan(290_000);
        // The queue keeps its mark and loses its jobs, as Redis may in the second before a crash.
        const queue = errands.queue();
        await queues.flush();
        await eventually(() => queue.mark());
        await errands.hasten();
        errands.startWorker();
        await eventually(() => relay.round());
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)));
      });

      it('may be carried and done by several at once', async () => {
        for (let i = 0; i < 2; i += 1) {
          errands.startRelay();
          errands.startWorker();
        }
        const ids = [...(await errands.put(150)), ...(await errands.put(150))];
        await eventually(async () => expect(await errands.effects()).toEqual(once(ids)), 60);
        expect(errands.errors).toEqual([]);
      });
    });
  },
);
