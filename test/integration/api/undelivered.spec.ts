import { deliver, lawShelf, ReminderClock } from '@gongkai/casework';
import type { AdminLogEntry, UndeliveredLetters } from '@gongkai/contracts';
import { JobRunner } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { idleProcessors } from '../../support/idle-processors.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let admin: Officer;
let caseworker: Officer;
let id: string;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-16' });
  caseworker = await api.officer('caseworker.street');
  const { id: caseId } = await open(await api.officer('clerk.street'), {
    receipt: { channel: 'in_person', submittedOn: '2026-03-16' },
  });
  await caseworker.post(`/cases/${caseId}/commands`, { type: 'claim' });
  // By hand: due on Tuesday 14 April; five working days before is Tuesday 7 April.
  api.clock.set(new Date('2026-04-07T10:00:00+08:00'));
  await new ReminderClock({ pool: api.services.pool, clock: api.clock, laws: lawShelf('config') }).ring();
  [caseworker, admin] = [await api.officer('caseworker.street'), await api.officer('admin.street')];
  [{ id }] = await api.services.source.query<[{ id: string }]>('SELECT id FROM notification WHERE case_id = $1', [caseId]);
});
afterAll(() => api.stop());

const givenUp = () =>
  api.services.source.query(
    `UPDATE notification SET delivery = 'failed', mail_to = 'gone@example.org', proof = '550 no such box' WHERE id = $1`,
    [id],
  );

/** Tries to deliver it so many times, to a mail server that is away. */
async function tried(times: number): Promise<void> {
  const { pool, source } = api.services;
  const mailer = { send: () => Promise.reject(new Error('connect ECONNREFUSED')) };
  const parts = { laws: lawShelf('config'), clock: api.clock, mailer, publicUrl: 'https://office.example.org' };
  const processors = {
    ...idleProcessors,
    'deliver-notification': (job, run) => deliver(job.notificationId, run, parts),
  } as typeof idleProcessors;
  const runner = new JobRunner({ pool, processors, onError: () => undefined });
  const [job] = await source.query<{ id: string }[]>(
    `SELECT id FROM outbox WHERE job = 'deliver-notification' AND payload ->> 'notificationId' = $1`,
    [id],
  );
  for (let time = 0; time < times; time += 1) await runner.run({ id: job?.id ?? '', deaths: 0 });
}

describe('mail that did not arrive', () => {
  test('of a server that is away is given up after twelve attempts, and not before', async () => {
    await api.services.source.query(`UPDATE person SET email = username || '@example.org'`);
    const total = async () => ((await admin.get('/admin/undelivered')).body as UndeliveredLetters).total;
    await tried(11);
    expect(await total()).toBe(0);
    await tried(1);
    expect((await admin.get('/admin/undelivered')).body).toMatchObject({
      items: [
        { id, kind: 'reminder', deadline: 'finalDue', mailTo: 'caseworker.street@example.org', proof: 'connect ECONNREFUSED' },
      ],
      total: 1,
    });
  });

  test('is listed and sent again for who administers the organ, and for nobody else', async () => {
    await givenUp();
    const { body } = await admin.get('/admin/undelivered');
    expect(body).toMatchObject({ items: [{ organ: 'street', mailTo: 'gone@example.org', about: null }], total: 1 });
    expect(problemIn(await caseworker.get('/admin/undelivered')).code).toBe('role-missing');
    expect(fieldsIn(await admin.post('/admin/undelivered/send', { id: 'x' }))).toEqual(['id wrong-format']);
    expect((await admin.post('/admin/undelivered/send', {})).body).toEqual({ letters: 1 });
    expect((await admin.post('/admin/undelivered/send', {})).body).toEqual({ letters: 0 });
  });

  test('is set aside with a reason: it is sent no more, stays with its reader, and the log tells who, when and why', async () => {
    await givenUp();
    const aside = (body: object, by = admin) => by.post('/admin/undelivered/aside', body);
    expect(fieldsIn(await aside({ id, reason: ' ' }))).toEqual(['reason too-short']);
    expect(problemIn(await aside({ id, reason: '面告' }, caseworker)).code).toBe('role-missing');
    expect((await aside({ id, reason: '已调离，面告' })).status).toBe(204);
    expect(problemIn(await aside({ id, reason: '再来' })).code).toBe('not-found');
    expect((await admin.get('/admin/undelivered')).body).toMatchObject({ items: [], total: 0 });
    const [kept] = await api.services.source.query<{ delivery: string; proof: string }[]>(
      'SELECT delivery, proof FROM notification WHERE id = $1 AND acknowledged_at IS NULL',
      [id],
    );
    expect(kept).toMatchObject({
      delivery: 'shown',
      proof: expect.stringMatching(/^550 no such box; .*已调离，面告$/) as string,
    });
    const { items } = (await admin.get('/admin/log')).body as { items: AdminLogEntry[] };
    expect(items.slice(0, 2).map(({ action, actor, after }) => [action, actor?.name, after])).toEqual([
      ['letter-set-aside', '丁一帆', { letter: id, to: 'gone@example.org', reason: '已调离，面告' }],
      ['letters-sent-again', '丁一帆', { letters: 1 }],
    ]);
  });
});
