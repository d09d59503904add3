import type { CaseLooks } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, open, step } from '../../support/applications.js';
import { fieldsIn, problemIn } from '../../support/officer.js';

const A_MINUTE = 60_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 2 * A_MINUTE);
afterAll(() => api.stop());

test('the journals in sight are verified, and a planted change is found', async () => {
  const clerk = await api.officer('clerk.street');
  const { id, number } = await open(clerk);
  await step(clerk, id, { type: 'register' });
  await open(await api.officer('clerk.bureau'));
  const [above, elsewhere] = [await api.officer('auditor.district'), await api.officer('auditor.bureau')];
  expect((await above.get('/audit/verify')).body).toEqual({ cases: 1, entries: 2, broken: [] });

  await api.services.source.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.falsify_journal', 'on', true)`);
    await manager.query(`UPDATE journal SET on_day = on_day - 1 WHERE case_id = $1 AND seq = 1`, [id]);
  });
  expect((await above.get('/audit/verify')).body).toMatchObject({ broken: [{ caseId: id, number, seq: 1, problem: 'content' }] });
  expect((await elsewhere.get('/audit/verify')).body).toEqual({ cases: 1, entries: 1, broken: [] });
});

test('verifying is for auditors, supervisors and administrators', async () => {
  for (const role of ['auditor', 'supervisor', 'admin'])
    expect((await (await api.officer(`${role}.bureau`)).get('/audit/verify')).status).toBe(200);
  for (const role of ['clerk', 'caseworker', 'approver'])
    expect(problemIn(await (await api.officer(`${role}.bureau`)).get('/audit/verify')).code).toBe('role-missing');
});

describe('a number that is masked', () => {
  const ofAgent = { agent: '何律', agentIdType: '居民身份证', agentIdNumber: '11010519491231002X', agentPhone: '139 0000 1234' };
  const applicant = { ...application().applicant, ...ofAgent, agentScope: '代为申请', accessibility: '大字版' };
  let id: string;
  let number: string;
  beforeAll(async () => {
    const view = await open(await api.officer('clerk.street'), { applicant });
    ({ id, number } = view);
    expect(view.applicant).toMatchObject({ ...ofAgent, accessibility: '大字版', agentIdNumber: '****002X', mayLook: true });
    // The other number says of itself that it is mistyped, and nobody is turned away for it.
    expect(view.applicant.doubtful).toEqual(['idNumber']);
  });
  const look = async (who: string, body: object = { reason: '核对身份' }) =>
    (await api.officer(who)).post(`/cases/${id}/applicant/looks`, body);

  test('lies sealed, with everything that is known of an agent', async () => {
    const rows = await api.services.source.query<object[]>('SELECT * FROM applicant');
    for (const secret of ['何律', '11010519491231002X', '139 0000 1234', '大字版']) {
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect((await (await api.officer('clerk.street')).get(`/cases/${id}/journal`)).text).not.toContain(secret);
    }
  });

  test('is seen whole by who handles the case, for a reason, and never without a line in the log', async () => {
    const before = await api.count('admin_log');
    const { status, headers, body } = await look('caseworker.street');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toEqual({ idNumber: '110101199003070015', agentIdNumber: '11010519491231002X' });
    const { items } = (await (await api.officer('auditor.district')).get('/admin/log?limit=1')).body as { items: unknown[] };
    expect(items).toMatchObject([
      {
        action: 'id-number-seen',
        subject: { id, name: number },
        before: null,
        after: { applicant: '李明远', reason: '核对身份' },
      },
    ]);
    expect(await api.count('admin_log')).toBe(before + 1);
  });

  test('who looked is told with the case to who may look, and to who watches over it', async () => {
    const seen = async (who: string) => (await (await api.officer(who)).get(`/cases/${id}/applicant/looks`)).body as CaseLooks;
    const looked = [{ by: { name: expect.any(String) as string }, reason: '核对身份' }];
    for (const who of ['clerk.street', 'supervisor.district', 'auditor.street'])
      expect((await seen(who)).items).toMatchObject(looked);
    for (const who of ['reviewer.street', 'archivist.street']) expect((await seen(who)).items).toEqual([]);
  });

  test('is refused to others, and without a reason', async () => {
    const before = await api.count('admin_log');
    for (const who of ['supervisor.district', 'reviewer.street', 'archivist.street', 'auditor.street', 'admin.street'])
      expect([who, problemIn(await look(who)).code]).toEqual([who, 'role-missing']);
    expect(problemIn(await look('clerk.bureau')).code).toBe('case-not-found');
    expect(fieldsIn(await look('clerk.street', { reason: ' ' }))).toEqual(['reason too-short']);
    expect(fieldsIn(await look('clerk.street', {}))).toEqual(['reason required']);
    const above = await (await api.officer('supervisor.district')).get(`/cases/${id}`);
    expect((above.body as { applicant: object }).applicant).not.toHaveProperty('mayLook');
    expect(await api.count('admin_log')).toBe(before);
  });

  test('is not taken of an agent who is nobody, nor a power of attorney that did not come', async () => {
    const clerk = await api.officer('clerk.street');
    const { agent: _, ...nobody } = applicant;
    expect(fieldsIn(await clerk.post('/cases', application({ applicant: nobody })))).toEqual(['applicant.agent required']);
    const paper = { ...applicant, powerOfAttorneyFileId: 'a'.repeat(64) };
    expect(fieldsIn(await clerk.post('/cases', application({ applicant: paper })))).toEqual([
      'applicant.powerOfAttorneyFileId unknown-file',
    ]);
  });
});
