import type { AdministeredPerson, AdminLogEntry, CaseView, HandedOver, OpenWork, PersonWithPassword } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import type { HttpAnswer, Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** Answered at the counter; the signed slip is not on file. */
async function answered(caseworker: Officer): Promise<CaseView> {
  const approver = await api.officer('approver.bureau');
  const { id, items } = await open(await api.officer('clerk.bureau'));
  await step(caseworker, id, { type: 'accept' });
  await step(caseworker, id, { type: 'claim' });
  await step(caseworker, id, { type: 'recordSearch', where: '档案室', words: '拆除', result: '未找到' });
  await step(caseworker, id, { type: 'decideItem', itemId: items[0]?.id, code: 'not_existing' });
  await step(caseworker, id, { type: 'submitForApproval' });
  await step(approver, id, { type: 'approve' });
  await step(approver, id, { type: 'signReply' });
  return step(caseworker, id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
}

async function heirOf(admin: Officer): Promise<string> {
  const wanted = { username: 'heir', name: '接手人', organ: 'bureau', posts: [{ role: 'caseworker' }] };
  return ((await admin.post('/admin/people', wanted)).body as PersonWithPassword).person.id;
}

test('what is over and leaves something to do goes along; nobody leaves while they hold it, or an order names them', async () => {
  const [admin, caseworker, supervisor] = [
    await api.officer('admin.bureau'),
    await api.officer('caseworker.bureau'),
    await api.officer('supervisor.bureau'),
  ];
  const patch = (path: string, body: object): Promise<HttpAnswer> =>
    admin.send(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const named = ({ id, number }: CaseView) => ({ id, number });
  const unproven = await answered(caseworker);
  const challenged = await answered(caseworker);
  await step(caseworker, challenged.id, { type: 'recordReconsiderationCopy' });
  const { body } = await admin.get('/admin/people?q=caseworker.bureau');
  const [me] = (body as { items: AdministeredPerson[] }).items;
  const from = me?.id ?? '';
  const others = await open(await api.officer('clerk.bureau'));
  const order = { type: 'issueOrder', orderKind: 'explain', demand: '说明进展', workingDays: 3, person: from };
  const { orders } = await step(supervisor, others.id, order);

  const leaving = (): Promise<HttpAnswer> => patch(`/admin/people/${from}`, { active: false });
  const held = [named(challenged), named(unproven)];
  expect((await leaving()).body).toMatchObject({ status: 409, code: 'cases-open', cases: held });
  const work = (await supervisor.get(`/people/${from}/open-work`)).body as OpenWork;
  expect(work).toMatchObject({ cases: held, stays: [{ what: 'order', case: named(others) }] });

  const to = await heirOf(admin);
  const handed = (await supervisor.post(`/people/${from}/hand-over`, { to, reason: '调离岗位' })).body as HandedOver;
  expect(handed).toMatchObject({ handed: held, refused: [], stays: work.stays });
  for (const { id } of held) expect(((await supervisor.get(`/cases/${id}`)).body as CaseView).assignee).toMatchObject({ id: to });
  const log = (await admin.get('/admin/log?limit=1')).body as { items: readonly AdminLogEntry[] };
  expect(log.items).toMatchObject([{ action: 'work-handed-over', after: { cases: 2, stays: 1 } }]);

  expect((await leaving()).body).toMatchObject({ status: 409, code: 'named-in-cases', cases: [named(others)] });
  await step(supervisor, others.id, { type: 'closeOrder', orderId: orders[0]?.id, remark: '改由接手人说明' });
  expect((await leaving()).status).toBe(200);
});
