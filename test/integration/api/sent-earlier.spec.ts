import { localDate } from '@gongkai/calendar';
import type { CaseView, JournalPage, ReceiptSlip } from '@gongkai/contracts';
import { sentAt } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, open, step } from '../../support/applications.js';
import type { Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** What somebody sends in the evening, and another network brings on another day. */
const brought = (sent: string, url: string, payload: object) =>
  sentAt(new Date(sent), async () => api.app.inject({ method: 'POST', url: `/api/v1/public/${url}`, payload }));

async function followed(): Promise<{ view: CaseView; place: string; code: string }> {
  const clerk = await as('clerk');
  const view = await open(clerk, { ...application(), delivery: 'portal', wantedForm: 'electronic' });
  await step(await as('caseworker'), view.id, { type: 'accept' });
  const { queryCode } = (await clerk.get(`/cases/${view.id}/receipt`)).body as ReceiptSlip;
  return { view, place: `applications/${encodeURIComponent(view.number)}`, code: queryCode };
}
const lastOf = async ({ id }: CaseView) =>
  ((await (await as('auditor')).get(`/cases/${id}/journal?limit=100`)).body as JournalPage).items.at(-1);

test('an application is taken back on the day on which its applicant sent that', async () => {
  const { view, place, code } = await followed();
  api.clock.set(localDate('2026-03-05'));
  const answer = await brought('2026-03-04T15:59:00Z', `${place}/withdrawal`, { code });
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  expect(await lastOf(view)).toMatchObject({ type: 'WITHDRAWN', fact: { on: '2026-03-04' }, on: '2026-03-05' });
});

test('what a clock that is fast sent tomorrow was sent today', async () => {
  const { view, place, code } = await followed();
  await brought('2026-03-20T03:00:00Z', `${place}/withdrawal`, { code });
  expect(await lastOf(view)).toMatchObject({ type: 'WITHDRAWN', fact: { on: '2026-03-05' } });
});
