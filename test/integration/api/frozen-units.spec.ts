import { localDate } from '@gongkai/calendar';
import { lawShelf } from '@gongkai/casework';
import type { AnnualReport } from '@gongkai/contracts';
import { askForNumbered } from '@gongkai/publication';
import { owedReports } from '@gongkai/reporting';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import type { Officer } from '../../support/officer.js';
import { approvedReport } from '../../support/written-report.js';

const YEAR = 2026;

let api: TestApi;
let district: Officer;

beforeAll(async () => {
  api = await startTestApi({ today: '2027-01-12' });
  district = await api.officer('supervisor.district');
});
afterAll(() => api.stop());

const at = (day: string) => ({ receipt: { channel: 'in_person', submittedOn: day }, lateReason: '登记晚了' });

/** Freezes the report of an organ alone. */
async function frozen(organ: string): Promise<void> {
  const writer = await api.officer(`supervisor.${organ}`);
  await approvedReport(writer, await api.officer(`approver.${organ}`), YEAR);
  const { digest } = (await writer.get(`/reports/annual/${String(YEAR)}?scope=own`)).body as AnnualReport;
  const { status, text } = await writer.post(`/reports/annual/${String(YEAR)}/freeze?scope=own`, { digest });
  if (status !== 200) throw new Error(text);
}

test('what a unit has reported and what is rolled up differ once a letter of that year comes to light: the case is named (A6)', async () => {
  const clerk = await api.officer('clerk.street');
  await open(clerk, at('2026-12-28'));
  await frozen('street');
  const rolledUp = async () => {
    const { checks, numbers } = (await district.get(`/reports/annual/${String(YEAR)}?scope=below`)).body as AnnualReport;
    const { kind, result, differences = [] } = checks.find(({ id }) => id === 'A6') ?? {};
    const told = differences.filter(({ place }) => place === 'b.new_received.total');
    return { kind, result, received: numbers['b.new_received.total'], told };
  };
  expect(await rolledUp()).toEqual({ kind: 'hard', result: 'holds', received: 1, told: [] });
  const late = await open(clerk, at('2026-12-30'));
  const { told, ...seen } = await rolledUp();
  // The unit's report stays as it is, so nobody can make them agree: it is explained, and the district can freeze its own.
  expect(seen).toEqual({ kind: 'warn', result: 'differs', received: 2 });
  expect(told).toMatchObject([{ left: 2, right: 1, cases: [{ caseId: late.id, number: late.number }] }]);
});

test('a government owes the report of everything below, also once that of its own office is public (REG 49)', async () => {
  await open(await api.officer('clerk.district'), at('2026-12-28'));
  const { pool } = api.services;
  const owed = async () => {
    const source = owedReports(lawShelf('config'), askForNumbered);
    const days = { from: localDate('2027-01-11'), to: localDate('2027-01-12') };
    const duties = await source(days, async (statement) => (await pool.query<never>(statement)).rows);
    const [{ id } = { id: '' }] = await api.services.source.query<{ id: string }[]>(
      "SELECT id FROM organ WHERE code = 'district'",
    );
    return duties
      .map((duty) => duty())
      .filter(({ organId }) => organId === id)
      .map(({ due, until }) => [due, until]);
  };
  const publish = async (indexNumber: string): Promise<void> => {
    const entry = { title: '年度报告', kind: 'annual_reports', indexNumber, url: `https://qh.example/${indexNumber}` };
    const { status, text } = await district.post('/disclosures', { ...entry, publishedOn: '2027-01-12' });
    if (status !== 201) throw new Error(text);
  };
  await frozen('district');
  await publish('NB-2026');
  expect(await owed()).toEqual([['2027-03-31', '2028-01-01']]);
  await publish('NB-2026-HZ');
  expect(await owed()).toEqual([['2027-03-31', '2027-01-12']]);
});
