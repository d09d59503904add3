import type { AnnualReport, NotificationList, ReportEntry, WaitingReportEntries } from '@gongkai/contracts';
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

test('table A is rolled up as soon as every unit has its own; another number than their sum is a difference (A6)', async () => {
  const below = async () => (await writer.get('/reports/annual/2024?scope=below')).body as AnnualReport;
  const { cells } = (await writer.get('/reports/annual/2024/entry?scope=below')).body as ReportEntry;
  const tableA = async () => {
    const { numbers, checks } = await below();
    const { result, places, differences } = checks.find(({ id }) => id === 'A6') ?? {};
    return {
      numbers: [...new Set(cells.map(({ id }) => numbers[id]))],
      result,
      places,
      differs: differences?.map((one) => one.place),
    };
  };
  const approved = (codes: string, numbers: object) =>
    api.services.source.query(
      `INSERT INTO annual_report_entry (id, organ_id, year, scope, state, numbers, texts, written_by, history)
       SELECT gen_random_uuid(), id, 2024, 'own', 'approved', $1, '{}', '{}', '[]' FROM organ
        WHERE path @> ARRAY[(SELECT id FROM organ WHERE code = 'district')] AND ${codes}`,
      [JSON.stringify(numbers)],
    );
  const units = (await below()).members.length;
  const none = await tableA();
  expect([units > 3, none.numbers, none.result]).toEqual([true, [null], 'holds']);
  const two = Object.fromEntries(cells.map(({ id }) => [id, 2]));
  await approved(`code <> 'street'`, two);
  expect(await tableA()).toEqual(none);
  await writer.send('/reports/annual/2024/entry?scope=below', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 0, numbers: { [cells[0]?.id ?? '']: 2 * units }, texts: {} }),
  });
  // One unit has none yet: nobody can tell.
  expect((await tableA()).result).toBe('open');
  await approved(`code = 'street'`, two);
  expect(await tableA()).toEqual({
    ...{ numbers: [2 * units], result: 'holds', places: (none.places ?? 0) + cells.length },
    differs: [],
  });
  const handedIn = await handInReport(writer, 2024, 'below');
  expect(handedIn.cells.map(({ value }) => value)).toEqual(cells.map((_, i) => i));
  const differing = cells.filter((_, i) => i !== 2 * units).map(({ id }) => id);
  expect(await tableA()).toMatchObject({ result: 'differs', differs: differing });
});

test('what is rolled up needs not be typed for the entry to be handed in', async () => {
  const entry = '/reports/annual/2024/entry?scope=below';
  await api.services.source.query(
    `UPDATE annual_report_entry SET state = 'draft', numbers = '{}' WHERE scope = 'below' AND year = 2024`,
  );
  const { cells, findings } = (await writer.get(entry)).body as ReportEntry;
  expect(cells.map(({ value }) => value)).toEqual(cells.map(() => null));
  expect(findings.filter(({ kind }) => kind === 'error')).toEqual([]);
});
