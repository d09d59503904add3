import type { CaseView, Completeness } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** Answered over the counter, so that the periods of the applicant run from today. */
async function answered(): Promise<CaseView> {
  const { id, items } = await open(await as('clerk'), {});
  const [worker, approver] = await Promise.all([as('caseworker'), as('approver')]);
  await step(worker, id, { type: 'accept' });
  await step(worker, id, { type: 'claim' });
  await step(worker, id, { type: 'decideItem', itemId: items[0]?.id, code: 'already_public', otherOrgan: '门户网站' });
  await step(worker, id, { type: 'submitForApproval' });
  await step(approver, id, { type: 'approve' });
  await step(approver, id, { type: 'signReply' });
  return step(worker, id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
}

const remedies = async (id: string): Promise<Completeness['items'][number] | undefined> =>
  ((await (await as('archivist')).get(`/cases/${id}/completeness`)).body as Completeness).items.find(
    ({ check }) => check === 'remedies',
  );

const waiting = (waits: boolean | null) =>
  api.services.source.query(`UPDATE organ SET files_after_remedies = $1 WHERE code = 'bureau'`, [waits]);

test('what is checked before filing says until when a remedy is waited for, as the filing itself does (REG 45)', async () => {
  const { id } = await answered();
  expect(await remedies(id)).toMatchObject({ passed: true, count: 0 });
  await waiting(true);
  const found = await remedies(id);
  expect(found).toMatchObject({
    passed: false,
    count: 0,
    blocks: true,
    awaited: { until: expect.any(String), provisional: false },
  });
  const file = async () =>
    (await as('archivist')).post(`/cases/${id}/commands`, { type: 'file', unproven: '卷内', unkept: '卷内' });
  expect(problemIn(await file())).toMatchObject({ status: 409, code: 'remedy-possible' });
  await waiting(null);
  expect((await file()).status).toBe(200);
  await waiting(true);
  expect(await remedies(id)).toMatchObject({ passed: true });
});
