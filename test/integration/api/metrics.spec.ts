import { randomUUID } from 'node:crypto';
import { CommandPool, Metrics } from '@gongkai/platform';
import { serveMetrics } from '../../../apps/worker/src/serve-metrics.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { request } from '../../support/officer.js';

const TOKEN = 'the-token-of-the-watch';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const read = async (url: string, headers: Record<string, string> = {}) => request(`${url}/metrics`, { headers });
/** The value of a line, by how it begins. */
const valueOf = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

test('commands, refusals and requests are counted by their kind, and nobody is named', async () => {
  const clerk = await api.officer('clerk.bureau');
  const asked = await open(clerk, { applicant: { kind: 'natural_person', category: 'natural_person', name: '王小明' } });
  await step(clerk, asked.id, { type: 'register' });
  await clerk.post(`/cases/${asked.id}/commands`, { type: 'register' });
  await request(`${api.url}/api/v1/nothing/${randomUUID()}`);
  const { status, text, headers } = await read(api.url);
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  expect(valueOf(text, 'gongkai_command_seconds_count{command="register",became="journalled"}')).toBe(1);
  expect(valueOf(text, 'gongkai_command_seconds_count{command="open",became="journalled"}')).toBe(1);
  expect(valueOf(text, 'gongkai_refusals_total{command="register",code="step-not-permitted"}')).toBe(1);
  const route = 'method="POST",route="/api/v1/cases/:id/commands"';
  expect(valueOf(text, `gongkai_http_request_seconds_count{${route},status="200"}`)).toBe(1);
  expect(valueOf(text, 'gongkai_http_request_seconds_count{method="GET",route="none",status="404"}')).toBe(1);
  expect(text).not.toContain(asked.id);
  expect(text).not.toContain('王小明');
  expect(valueOf(text, 'gongkai_cases_in_work')).toBe(1);
  expect(valueOf(text, 'gongkai_pool_connections{state="waiting"}')).toBe(0);
});

test('how often deadlines were reckoned is counted: a step reckons dates, and its page how they come about', async () => {
  const clerk = await api.officer('clerk.bureau');
  const { id } = await open(clerk);
  const counted = async () => {
    const { text } = await read(api.url);
    return ['dates', 'derived'].map((of) => valueOf(text, `gongkai_ledgers_total{of="${of}"}`) ?? 0);
  };
  const [dates = 0, derived = 0] = await counted();
  await step(clerk, id, { type: 'register' });
  await clerk.get(`/cases/${id}/ledger`);
  const [datesAfter = 0, derivedAfter = 0] = await counted();
  expect([datesAfter > dates, derivedAfter > derived]).toEqual([true, true]);
  // Not once for each deadline, nor again for what was reckoned a moment before.
  expect(datesAfter - dates).toBeLessThan(10);
});

test('what waits, what is late and what was given up is read from the database', async () => {
  const { source } = api.services;
  await source.query('DELETE FROM outbox');
  await source.query(`
    INSERT INTO outbox (id, job, payload, next_at, sent_at, dead_at) VALUES
      (gen_random_uuid(), 'case-changed', '{}', now() - interval '90 s', NULL, NULL),
      (gen_random_uuid(), 'case-changed', '{}', now(), now(), NULL),
      (gen_random_uuid(), 'case-changed', '{}', now(), now(), now())`);
  await source.query(`UPDATE alarm SET rings_on = '2026-02-27'`);
  const { text } = await read(api.url);
  const told = ['outbox_waiting', 'outbox_sent', 'outbox_dead', 'alarms_late_days', 'worker_silence_seconds', 'database_up'];
  expect(told.map((name) => valueOf(text, `gongkai_${name}`))).toEqual([1, 1, 1, 3, -1, 1]);
  expect(valueOf(text, 'gongkai_outbox_oldest_seconds')).toBeGreaterThanOrEqual(90);
  expect(valueOf(text, 'gongkai_alarms_due')).toBeGreaterThan(0);
});

test('it is read from the machine itself, or by who knows the token; the portal alone does not tell it', async () => {
  expect((await read(api.url, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(401);
  const guarded = await startTestApi({ beside: api, env: { METRICS_TOKEN: TOKEN } });
  const portal = await startTestApi({ beside: api, serves: 'portal' });
  try {
    expect((await read(guarded.url)).status).toBe(401);
    expect((await read(guarded.url, { authorization: `Bearer ${TOKEN}x` })).status).toBe(401);
    expect((await read(guarded.url, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await read(portal.url)).status).toBe(404);
  } finally {
    await guarded.stop();
    await portal.stop();
  }
});

test('a worker tells its own on a port of its own, and says so where the database is gone', async () => {
  const complaints: unknown[] = [];
  const pool = new CommandPool({ url: api.databaseUrl });
  const metrics = new Metrics({ pool, clock: api.clock, onError: (error) => complaints.push(error) });
  expect(
    await serveMetrics({ workerMetricsPort: undefined, metricsToken: undefined }, { metrics, complain: () => undefined }),
  ).toBeNull();
  const served = await serveMetrics({ workerMetricsPort: 0, metricsToken: TOKEN }, { metrics, complain: () => undefined });
  const url = `http://127.0.0.1:${String(served?.port)}`;
  try {
    metrics.timed()({ command: 'lapse', commandId: 'any', became: 'journalled' });
    expect((await read(url)).status).toBe(401);
    const { text } = await read(url, { authorization: `Bearer ${TOKEN}` });
    expect(valueOf(text, 'gongkai_command_seconds_count{command="lapse",became="journalled"}')).toBe(1);
    await pool.close();
    const gone = await read(url, { authorization: `Bearer ${TOKEN}` });
    expect(valueOf(gone.text, 'gongkai_database_up')).toBe(0);
    expect(valueOf(gone.text, 'gongkai_cases_in_work')).toBeNaN();
    expect(complaints).toHaveLength(1);
    expect((await request(`${url}/`)).status).toBe(404);
  } finally {
    await served?.stop();
  }
});
