import type { Helper, HelperList } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('who asks for help is told what people of a unit have in hand, though its cases are out of sight', async () => {
  const [clerk, helper, above] = await Promise.all([
    api.officer('clerk.street'),
    api.officer('caseworker.street'),
    api.officer('clerk.district'),
  ]);
  const asker = await api.officer('caseworker.district');
  const { id } = await open(above);
  await step(asker, id, { type: 'accept' });
  const inTheUnit = async (): Promise<Helper> => {
    const { items } = (await asker.get(`/cases/${id}/helpers`)).body as HelperList;
    const found = items.find(({ organ, roles }) => organ === 'street' && roles.includes('caseworker'));
    if (found === undefined) throw new Error('Nobody of the unit can be asked.');
    return found;
  };
  expect(await inTheUnit()).toMatchObject({ openCases: 0, openRequests: 0 });
  const theirs = await open(clerk);
  await step(clerk, theirs.id, { type: 'register' });
  await step(helper, theirs.id, { type: 'claim' });
  const { id: person } = await inTheUnit();
  await step(asker, id, { type: 'askUnit', unit: '街道办', person, task: '查台账', workingDays: 3 });
  expect(await inTheUnit()).toMatchObject({ openCases: 1, openRequests: 1 });
  expect((await asker.get(`/cases/${theirs.id}`)).status).toBe(404);
});
