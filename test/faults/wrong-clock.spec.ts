import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { Installation } from '../support/installation.js';
import { makeReady } from '../support/run-cli.js';
import { suiteNeeding, wrongClock } from '../support/tools.js';

const PATIENCE = 250;
const DAY = 86_400;
/** Bound to nothing: files of applications that were not sent are removed a day after they came. */
const FRESH = 'f'.repeat(64);
const OLD = '0'.repeat(64);

suiteNeeding('faketime')('on a machine whose clock is wrong', () => {
  let database: TestDatabase;
  let installation: Installation;
  beforeAll(async () => {
    makeReady();
    database = await createTestDatabase();
    installation = await Installation.open(database.url, { backend: 'postgres', url: database.url });
  });
  afterAll(async () => {
    await installation.close();
    await database.drop();
  });

  const kept = async (): Promise<string[]> =>
    (await installation.source.query<{ id: string }[]>('SELECT id FROM stored_file ORDER BY 1')).map(({ id }) => id);

  const handIn = (): Promise<unknown> =>
    installation.source.query(
      `INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_at, loose_since)
       SELECT file.id, organ.id, '', 'text/plain', 1, now(), now() - file.age::interval
         FROM organ, (VALUES ($1, '1 minute'), ($2, '3 days')) AS file (id, age) WHERE organ.code = 'bureau'
       ON CONFLICT DO NOTHING`,
      [FRESH, OLD],
    );

  const metricsAt = async (port: number): Promise<string> => (await fetch(`http://localhost:${port}/metrics`)).text();
  const aheadIn = (text: string): number => Number(/^gongkai_clock_ahead_seconds (\S+)$/m.exec(text)?.[1]);

  test.each([
    ['+400d', 400 * DAY],
    ['-400d', -400 * DAY],
  ])(
    'a worker (%s) does what is due by the day of the office, neither earlier nor later, and says how far it is off',
    async (by, off) => {
      await handIn();
      const port = await freePort();
      const worker = await installation.startWorker({
        ...wrongClock(by),
        TODAY: '',
        WORKER_METRICS_PORT: String(port),
        OCR: 'off',
      });
      await eventually(async () => expect(await kept()).toEqual([FRESH]), PATIENCE);
      expect(Math.abs(aheadIn(await metricsAt(port)) - off)).toBeLessThan(600);
      await worker.kill();
    },
  );

  test('an API dates what people do by the day of the office', async () => {
    const api = await installation.startApi({ ...wrongClock('+400d'), TODAY: '' });
    const clerk = await installation.officer(api, 'clerk');
    expect((await clerk.upload('/files', new File(['a letter'], 'letter.txt'))).status).toBe(201);
    const [row] = await installation.source.query<[{ age: number }]>(
      `SELECT abs(extract(epoch FROM now() - max(uploaded_at)))::float AS age FROM stored_file`,
    );
    expect(row.age).toBeLessThan(600);
    await api.kill();
  });
});
