import { localDate } from '@gongkai/calendar';
import type { CaseList, CaseView } from '@gongkai/contracts';
import { poolFilters } from '../../../apps/console/src/desk/desk-filters.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { problemIn } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

test('the next one of the pool is what is due first; two who take it at once do not both have it', async () => {
  const clerk = await api.officer('clerk.bureau');
  const later = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } });
  const first = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-02-27' }, lateReason: '周五下班后收到' });
  api.clock.set(localDate('2026-03-03'));
  const one = await api.officer('caseworker.bureau');
  const query = new URLSearchParams(Object.entries(poolFilters).map(([name, value]): [string, string] => [name, String(value)]));
  const pool = async (): Promise<string[]> =>
    ((await one.get(`/cases?${query.toString()}`)).body as CaseList).items.map(({ id }) => id);
  const mine = new Set([later.id, first.id]);
  const waiting = async (): Promise<string[]> => (await pool()).filter((id) => mine.has(id));
  expect(await waiting()).toEqual([first.id, later.id]);
  const claims = await Promise.all([1, 2].map(() => one.post(`/cases/${first.id}/commands`, { type: 'claim' })));
  expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = claims.find(({ status }) => status === 409);
  expect(refused === undefined ? null : problemIn(refused)).toMatchObject({
    code: 'step-not-permitted',
    detail: expect.stringContaining('已有承办人') as string,
  });
  expect(await waiting()).toEqual([later.id]);
  const taken = (await one.get(`/cases/${first.id}`)).body as CaseView;
  expect(taken.assignee?.name).toBeDefined();
});
