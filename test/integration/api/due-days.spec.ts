import type { DueDaysView, SessionView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('what is waited for stands on its day beside the replies, for who sees the case', async () => {
  const worker = await api.officer('caseworker.bureau');
  const { id } = await open(await api.officer('clerk.bureau'));
  await step(worker, id, { type: 'accept' });
  await step(worker, id, { type: 'claim' });
  const { id: person } = ((await (await api.officer('reviewer.bureau')).get('/session')).body as SessionView).user;
  await step(worker, id, { type: 'askUnit', unit: '档案科', person, task: '查找', workingDays: 3 });
  const told = async (who: string) => {
    const { days } = (await (await api.officer(who)).get('/due-days?month=2026-03')).body as DueDaysView;
    return days.flatMap(({ date, others }) => others.map((one) => [date, one.case.id, one.deadline.split(':')[0]]));
  };
  // By hand: three working days after Monday 2 March.
  expect(await told('supervisor.bureau')).toContainEqual(['2026-03-05', id, 'unitDue']);
  expect(await told('supervisor.street')).toEqual([]);
});
