import { localDate } from '@gongkai/calendar';
import type { CaseView, DisposalView, ExpiredCases } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { step } from '../../support/applications.js';
import { mainRoad, type Staff } from '../../support/main-road.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

const ROLES = ['clerk', 'caseworker', 'approver', 'archivist', 'supervisor'] as const;
type Team = Record<(typeof ROLES)[number], Officer>;
let api: TestApi;
let team: Team;
let id: string;

const meet = async (): Promise<void> => {
  team = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await api.officer(`${role}.bureau`)] as const)),
  ) as Team;
};
const expired = async (): Promise<number> => ((await team.archivist.get('/archive/expired')).body as ExpiredCases).items.length;
const listing = () => team.archivist.post('/archive/disposals', { lines: [{ caseId: id, verdict: 'destroy' }] });

beforeAll(async () => {
  api = await startTestApi();
  await meet();
  await mainRoad(team satisfies Staff);
  id = ((await team.archivist.get('/cases?state=filed')).body as { items: { id: string }[] }).items[0]?.id ?? '';
  api.clock.set(localDate('2037-01-04'));
  await meet();
});
afterAll(() => api.stop());

/** What is still argued about, or owed, is evidence: it is kept, however long it has been kept (REG 44, 46, 47, 51). */
test.each([
  [
    'a complaint waits for its answer',
    () => step(team.caseworker, id, { type: 'recordComplaint' }),
    ({ remedies }: CaseView) => step(team.caseworker, id, { type: 'answerRemedy', remedyId: remedies.at(-1)?.id }),
  ],
  [
    'a supervision order is open',
    () => step(team.supervisor, id, { type: 'issueOrder', orderKind: 'explain', demand: '说明情况', workingDays: 3 }),
    ({ orders }: CaseView) => step(team.supervisor, id, { type: 'closeOrder', orderId: orders.at(-1)?.id, remark: '已当面说明' }),
  ],
  [
    'a suggestion to publish waits',
    () => step(team.caseworker, id, { type: 'suggestPublication' }),
    () => step(team.caseworker, id, { type: 'declinePublication', reason: '只与一人有关' }),
  ],
])('a case in which %s is on no list of what was kept long enough', async (_, begin, end) => {
  expect(await expired()).toBe(1);
  const list = (await listing()).body as DisposalView;
  const held = await begin();
  expect(held.state).toBe('filed');
  // A list from before does not destroy it, nor is it listed anew.
  await team.approver.post(`/archive/disposals/${list.id}/moves`, { move: 'approve' });
  const carried = await team.archivist.post(`/archive/disposals/${list.id}/moves`, {
    move: 'carry-out',
    witness: '区档案馆 周敏',
  });
  expect(problemIn(carried).code).toBe('cases-changed');
  await team.approver.post(`/archive/disposals/${list.id}/moves`, { move: 'send-back', reason: '有未了的事' });
  expect(await expired()).toBe(0);
  expect(fieldsIn(await listing())).toEqual(['lines.0.caseId not-expired']);
  await end(held);
  expect(await expired()).toBe(1);
});
