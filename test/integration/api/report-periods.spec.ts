import type { AnnualReport, ReportedCases } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open as openCase } from '../../support/applications.js';
import { givenFile } from '../../support/given-file.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let bureau: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-01-12' });
  bureau = await api.officer('supervisor.bureau');
  const clerk = await api.officer('clerk.bureau');
  for (const submittedOn of ['2025-12-30', '2025-12-31'])
    await openCase(clerk, { receipt: { channel: 'in_person', submittedOn } });
});
afterAll(() => api.stop());

describe('a part of a year', () => {
  const own = 'organ=bureau&scope=own';
  const between = (from: string, to: string) => `/reports/annual/2025?${own}&from=${from}&to=${to}`;

  test('is counted like the year: halves add up to it, and what one carries out the other carries in', async () => {
    const whole = (await bureau.get(`/reports/annual/2025?${own}`)).body as AnnualReport;
    const [first, second] = [
      (await bureau.get(between('2025-01-01', '2025-12-30'))).body as AnnualReport,
      (await bureau.get(between('2025-12-31', '2025-12-31'))).body as AnnualReport,
    ];
    const of = ({ numbers }: AnnualReport, row: string) => numbers[`b.${row}.total`] ?? Number.NaN;
    expect(of(first, 'new_received')).toBeGreaterThan(0);
    expect(of(first, 'new_received') + of(second, 'new_received')).toBe(of(whole, 'new_received'));
    expect([of(second, 'carried_in'), of(second, 'carried_out')]).toEqual([of(first, 'carried_out'), of(whole, 'carried_out')]);
    expect([first.whole, first.entry, first.frozen, first.may, whole.whole]).toEqual([false, null, null, [], true]);
    const holding = first.checks.flatMap(({ id, kind, result }) => (kind === 'hard' && result === 'holds' ? [id] : []));
    expect(holding).toEqual(['A1', 'A2', 'A3', 'A4', 'A6', 'A10']);
    expect(first.tables.map(({ id }) => id)).toEqual(['b', 'c']);
    const cell = 'b.carried_in.total';
    const cases = (await bureau.get(between('2025-12-31', '2025-12-31').replace('?', `/cells/${cell}/cases?`))).body;
    expect((cases as ReportedCases).total).toBe(of(second, 'carried_in'));
    expect(fieldsIn(await bureau.get(between('2025-07-01', '2025-06-30')))).toEqual(['to ends-before-start']);
    expect(fieldsIn(await bureau.get(between('2025-13-01', '2025-06-30')))).toEqual(['from invalid-date']);
  });

  test('is given out as what it is, and is no report to be taken in', async () => {
    for (const form of ['xlsx', 'csv', 'json']) {
      const file = await givenFile(bureau, between('2025-01-01', '2025-06-30').replace('2025?', `2025.${form}?`));
      expect(file.name).toContain('2025-01-01至2025-06-30');
      expect([form, fieldsIn(await bureau.upload('/reports/published?organ=bureau&year=2025', file))]).toEqual([
        form,
        ['file part-of-a-year'],
      ]);
    }
  });
});
