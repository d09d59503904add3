import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { open } from '../support/applications.js';
import { eventually } from '../support/eventually.js';
import { lay } from '../support/faxes.js';
import { ImapServer } from '../support/imap-server.js';
import { closeGate, Installation, type Program } from '../support/installation.js';
import { mainRoad, type Staff } from '../support/main-road.js';
import { queueBackends, type TestQueues } from '../support/queue-backends.js';
import { makeReady } from '../support/run-cli.js';
import { suiteNeeding } from '../support/tools.js';

beforeAll(() => makeReady());

describe.each(queueBackends.map((backend) => [backend.backend, backend] as const))('with queues on %s', (_name, queue) => {
  queue.suite('nothing is lost and nothing repeated', () => {
    let database: TestDatabase;
    let queues: TestQueues;
    let installation: Installation;
    let api: Program;

    // One office for all of them: each has workers of its own, and none is left running behind it.
    beforeAll(async () => {
      database = await createTestDatabase();
      queues = await queue.open(database.url);
      installation = await Installation.open(database.url, queues.place);
      api = await installation.startApi();
    });
    afterAll(async () => {
      await installation.close();
      await queues.stop();
      await database.drop();
    });

    const staffAt = async (server: Program): Promise<Staff> => {
      const [clerk, caseworker, approver, archivist] = await Promise.all([
        installation.officer(server, 'clerk'),
        installation.officer(server, 'caseworker'),
        installation.officer(server, 'approver'),
        installation.officer(server, 'archivist'),
      ]);
      return { clerk, caseworker, approver, archivist };
    };

    /** Every entry was told of once, and every job has ended once. */
    const allIsDone = (): Promise<void> =>
      eventually(async () => {
        const { entries, told, jobs, ended, endings } = await installation.tally();
        expect({ told, ended, endings }).toEqual({ told: entries, ended: jobs, endings: jobs });
      }, 90);

    const openCases = async (count: number): Promise<void> => {
      const clerk = await installation.officer(api, 'clerk');
      for (let i = 0; i < count; i += 1) await open(clerk);
    };

    it('when a worker is killed between commit and relay', async () => {
      const worker = await installation.startWorker();
      await openCases(1);
      await allIsDone();
      worker.freeze();
      await openCases(5);
      const { jobs, ended } = await installation.tally();
      expect(jobs - ended).toBeGreaterThanOrEqual(5);
      await worker.kill();
      const next = await installation.startWorker();
      await allIsDone();
      expect((await installation.tally()).entries).toBe(6);
      await next.kill();
    });

    it('when a worker is killed between relay and processing, and in the middle of it', async () => {
      const worker = await installation.startWorker();
      const openGate = await closeGate(installation.source);
      const { endings } = await installation.tally();
      await openCases(15);
      await eventually(async () => {
        const [sent] = await installation.source.query<[{ all: boolean }]>(
          'SELECT bool_and(sent_at IS NOT NULL) AS all FROM outbox',
        );
        expect(sent.all).toBe(true);
      });
      expect((await installation.tally()).endings).toBe(endings);
      await worker.kill();
      await openGate();
      expect((await installation.tally()).endings).toBe(endings);
      const next = await installation.startWorker();
      await allIsDone();
      await next.kill();
    });

    it('when two servers and two workers lead cases from counter to archive, a worker is killed and the queue is taken away', async () => {
      const before = await installation.tally();
      const [second, dying] = await Promise.all([
        installation.startApi(),
        installation.startWorker(),
        installation.startWorker(),
      ]);
      const staffs = await Promise.all([staffAt(api), staffAt(second)]);
      const roads = [...staffs, ...staffs, ...staffs, ...staffs].map((staff) => mainRoad(staff));
      await eventually(async () => expect((await installation.tally()).endings).toBeGreaterThan(before.endings + 10));
      await dying.kill();
      await queues.flush();
      const entries = (await Promise.all(roads)).reduce((sum, count) => sum + count, 0);
      await allIsDone();
      expect((await installation.tally()).entries).toBe(before.entries + entries);
      const filed = await installation.source.query<unknown[]>(`SELECT id FROM case_file WHERE state = 'filed'`);
      expect(filed).toHaveLength(8);
    });
  });
});

/** Taking something in lasts a while, so that whoever does it can be killed meanwhile. */
const SLOWLY = [
  `CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$`,
  'CREATE TRIGGER take_time AFTER INSERT ON incoming FOR EACH ROW EXECUTE FUNCTION take_time()',
];

suiteNeeding('dovecot')('what comes in is there once', () => {
  const EACH = 10;
  const ARRIVED = new Date('2026-03-01');
  let database: TestDatabase;
  let installation: Installation;
  let mailbox: ImapServer;
  const spool = mkdtempSync(path.join(tmpdir(), 'gongkai-spool-'));

  beforeAll(async () => {
    database = await createTestDatabase();
    installation = await Installation.open(database.url, { backend: 'postgres', url: database.url });
    mailbox = await ImapServer.open();
  });
  afterAll(async () => {
    await installation.close();
    await mailbox.close();
    await database.drop();
    rmSync(spool, { recursive: true });
  });

  /** What is in the inbox, by its source: how many keys, rows, and times that each was told. */
  const taken = async (source: string): Promise<{ keys: number; rows: number; again: number; told: number }> => {
    const [row] = await installation.source.query<[{ keys: number; rows: number; again: number; told: number }]>(
      `SELECT count(DISTINCT key)::int AS keys, count(*)::int AS rows, coalesce(sum(came_again), 0)::int AS again,
              (SELECT count(*)::int FROM incoming_event JOIN incoming ON incoming.id = incoming_id WHERE source = $1) AS told
         FROM incoming WHERE source = $1`,
      [source],
    );
    return row;
  };
  const once = { keys: EACH, rows: EACH, again: 0, told: EACH };
  const isBetween = async (source: string): Promise<void> => {
    let rows = 0;
    await eventually(async () => {
      ({ rows } = await taken(source));
      expect(rows).toBeGreaterThanOrEqual(2);
    }, 90);
    expect(rows).toBeLessThan(EACH);
  };

  it('when the worker is killed while it reads the mailbox, and again while it takes in faxes', async () => {
    for (const statement of SLOWLY) await installation.source.query(statement);
    const page = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .tiff()
      .toBuffer();
    for (let i = 0; i < EACH; i += 1) {
      await mailbox.deliver(`Message-ID: <${i}@example.org>\r\nSubject: ask ${i}\r\n\r\nI ask for the ledger`, ARRIVED);
      // Of the office's day: of a file from the future the moment of its arrival would be that of the look.
      utimesSync(lay(spool, `fax${i}.tif`, Buffer.concat([page, Buffer.from([i])])), ARRIVED, ARRIVED);
    }
    const doors = { IMAP_URL: mailbox.url, FAX_SPOOL_DIR: spool };
    const reading = await installation.startWorker(doors);
    await isBetween('email');
    await reading.kill();
    const taking = await installation.startWorker(doors);
    await isBetween('fax');
    await taking.kill();
    await installation.startWorker(doors);
    await eventually(async () => expect([await taken('email'), await taken('fax')]).toEqual([once, once]), 90);
    await eventually(() => expect(readdirSync(path.join(spool, 'done'))).toHaveLength(EACH));
    expect(readdirSync(spool)).toEqual(['done']);
  });
});
