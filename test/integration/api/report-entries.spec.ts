import type { NotificationList, ReportEntry, WaitingReportEntries } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import type { Officer } from '../../support/officer.js';
import { handInReport } from '../../support/written-report.js';

let api: TestApi;
let writer: Officer;
let approver: Officer;

beforeAll(async () => {
  api = await startTestApi({ today: '2026-01-12' });
  [writer, approver] = [await api.officer('supervisor.district'), await api.officer('approver.district')];
});
afterAll(() => api.stop());

const waitingFor = async (officer: Officer, query = ''): Promise<WaitingReportEntries['items']> =>
  ((await officer.get(`/reports/entries${query}`)).body as WaitingReportEntries).items;
const newsOf = async (officer: Officer) =>
  ((await officer.get('/notifications?unread=true')).body as NotificationList).items.filter(
    ({ news }) => news === 'report-entry-submitted',
  );

test('an entry that is handed in reaches who may approve it, whatever scope it is of, and nobody else', async () => {
  const { organ, year, scope } = await handInReport(writer, 2025, 'below');
  expect([organ.code, year, scope]).toEqual(['district', 2025, 'below']);
  // The page of the approver opens on the organ alone, where nothing is entered.
  expect((await approver.get('/reports/annual/2025/entry')).body as ReportEntry).toMatchObject({ scope: 'own', version: 0 });
  expect(await waitingFor(approver)).toEqual([
    { organ, year: 2025, scope: 'below', by: expect.objectContaining({ name: expect.any(String) }), at: expect.any(String) },
  ]);
  expect(await waitingFor(writer)).toEqual([]);
  expect(await waitingFor(await api.officer('auditor.district'))).toEqual([]);
  expect(await waitingFor(await api.officer('approver.street'))).toEqual([]);
  expect((await (await api.officer('approver.street')).get('/reports/entries?organ=district')).status).toBe(404);
  expect((await (await api.officer('clerk.district')).get('/reports/entries')).status).toBe(403);
  expect(await newsOf(approver)).toEqual([
    expect.objectContaining({ case: null, organ, report: { year: '2025', scope: 'below' } }) as unknown,
  ]);
  expect(await newsOf(writer)).toEqual([]);
  // Somebody approves there: the administrator, who could, is not told as well.
  expect(await newsOf(await api.officer('admin.district'))).toEqual([]);
});

test('given back it waits for nobody; handed in again it is told again; approved it presses nobody any more', async () => {
  const steps = '/reports/annual/2025/entry/steps?scope=below';
  const { version } = (await approver.get('/reports/annual/2025/entry?scope=below')).body as ReportEntry;
  const back = (await approver.post(steps, { version, step: 'return', text: '请核对' })).body as ReportEntry;
  expect([await waitingFor(approver), await newsOf(approver)]).toEqual([[], []]);
  const again = (await writer.post(steps, { version: back.version, step: 'submit' })).body as ReportEntry;
  expect([(await waitingFor(approver)).length, (await newsOf(approver)).length]).toEqual([1, 1]);
  const approved = await approver.post(steps, { version: again.version, step: 'approve' });
  expect(approved.status).toBe(200);
  expect([await waitingFor(approver), await newsOf(approver)]).toEqual([[], []]);
});
