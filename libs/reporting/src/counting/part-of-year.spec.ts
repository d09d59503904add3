import { localDate } from '@gongkai/calendar';
import { readReportFormats } from '@gongkai/platform';
import { countedOnly, partOf } from './part-of-year.js';

const day = (monthAndDay: string) => localDate(`2026-${monthAndDay}`);

test('a period is another than the year, or the year itself', () => {
  expect(partOf(2026, {})).toBeNull();
  expect(partOf(2026, { from: day('01-01'), to: day('12-31') })).toBeNull();
  expect(partOf(2026, { to: day('06-30') })).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(partOf(2026, { from: localDate('2025-07-01') })).toEqual({ from: '2025-07-01', to: '2026-12-31' });
  expect(() => partOf(2026, { from: day('07-01'), to: day('06-30') })).toThrow('to: ends-before-start');
});

test.each([
  ['annual-2019', ['b', 'c'], ['s3_applications', 's4_remedies']],
  ['annual-2021', ['b', 'c', 'fees'], ['s3_applications', 's4_remedies', 's6_other']],
])('%s: what people enter and what holds from year to year is left out', (id, tables, sections) => {
  const format = readReportFormats('config').find((one) => one.id === id);
  if (format === undefined) throw new Error(`${id} is missing`);
  const counted = countedOnly(format);
  expect(counted.tables.map((table) => table.id)).toEqual(tables);
  expect([...new Set(counted.cells.map(({ table }) => table))]).toEqual(tables);
  expect(counted.sections.map((section) => section.id)).toEqual(sections);
  const kept = counted.identities.map((identity) => identity.id);
  expect(kept).toEqual(expect.arrayContaining(['A1', 'A2', 'A3', 'A4', 'A6', 'A10']));
  for (const gone of ['A5', 'A7', 'A8', 'A9']) expect(kept).not.toContain(gone);
  expect(counted.identities.find((identity) => identity.id === 'A6')?.check).toMatchObject({ tables });
});
