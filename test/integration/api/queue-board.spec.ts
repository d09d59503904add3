import { randomUUID } from 'node:crypto';
import { JobQueue } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { problemIn, request, type HttpAnswer } from '../../support/officer.js';
import { queueBackends, type TestQueues } from '../../support/queue-backends.js';

const thrown = (error: unknown): never => {
  throw error;
};

type Shown = {
  readonly queues: readonly {
    name: string;
    counts: object;
    readOnlyMode: boolean;
    jobs: { id: string; name: string; data: object }[];
  }[];
};

describe.each(queueBackends)('the queues on $backend, looked at', ({ backend, suite, open }) => {
  suite('by who may and by who may not', () => {
    let api: TestApi;
    let queues: TestQueues;
    beforeAll(async () => {
      queues = await open('');
      const env: Record<string, string> = backend === 'redis' ? { QUEUE_BACKEND: 'redis', REDIS_URL: queues.place.url } : {};
      api = await startTestApi({ env });
    });
    afterAll(async () => {
      await api.stop();
      await queues.stop();
    });

    const look = async (path: string, username?: string, method = 'GET'): Promise<HttpAnswer> => {
      const officer = username === undefined ? undefined : await api.officer(username);
      return request(`${api.url}/admin/queues${path}`, { method, headers: officer?.headers ?? {} });
    };

    test('an administrator sees what waits, by its name and its id, and a page that fetches nothing from elsewhere', async () => {
      // On PostgreSQL it lies beside the cases.
      const place = backend === 'redis' ? queues.place : { backend, url: api.databaseUrl };
      const queue = new JobQueue(place, thrown);
      const job = { id: randomUUID(), job: 'tell', attempts: 0 };
      await queue.send([job]);
      const page = await look('', 'admin.district');
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.text).not.toMatch(/(?:href|src)="https?:/);
      const { queues: shown } = (await look('/api/queues?activeQueue=outbox&status=waiting', 'admin.district')).body as Shown;
      expect(shown).toMatchObject([
        { name: 'outbox', readOnlyMode: true, counts: { waiting: 1 }, jobs: [{ name: 'tell', data: { id: job.id } }] },
      ]);
      const script = /src="(static\/js\/main[^"]+)"/.exec(page.text)?.[1] ?? '';
      expect((await look(`/${script}`, 'admin.district')).status).toBe(200);
      await queue.close();
    });

    test('nobody else does, and nothing is changed from here', async () => {
      expect(problemIn(await look('')).code).toBe('unauthenticated');
      expect(problemIn(await look('/api/queues', 'caseworker.bureau')).code).toBe('role-missing');
      expect(problemIn(await look('/static/js/main.js')).code).toBe('unauthenticated');
      for (const path of ['/api/queues/pause', '/api/queues/outbox/empty', '/api/queues/outbox/obliterate'])
        expect([404, 405]).toContain((await look(path, 'admin.district', 'PUT')).status);
    });
  });
});

test('where the queue does not answer the API is up all the same, and says so to who looks', async () => {
  const api = await startTestApi({ env: { QUEUE_BACKEND: 'redis', REDIS_URL: 'redis://127.0.0.1:1' } });
  try {
    const admin = await api.officer('admin.district');
    expect((await admin.get('/session')).status).toBe(200);
    expect(problemIn(await request(`${api.url}/admin/queues`, { headers: admin.headers })).code).toBe('queue-silent');
  } finally {
    await api.stop();
  }
});

test('where applicants alone are served there is no board', async () => {
  const api = await startTestApi({ serves: 'portal' });
  try {
    expect((await request(`${api.url}/admin/queues`)).status).toBe(404);
  } finally {
    await api.stop();
  }
});
