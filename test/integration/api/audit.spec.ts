import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { problemIn } from '../../support/officer.js';

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
