import { localDate } from '@gongkai/calendar';
import { readXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import { xlsxOf } from './xlsx.js';

test('a spreadsheet has real days, a head that stays, and never a formula, whatever an applicant wrote', async () => {
  const evil = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', 'a\u0001b<&>'];
  const bytes = await xlsxOf({
    name: '局/2026',
    head: ['内容', '登记日期', '答复期限'],
    widths: [40, 12, 20],
    rows: evil.map((text) => [text, { day: localDate('2026-05-08') }, { day: localDate('2026-06-04'), mark: '暂定' }]),
  });
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  const noon = (day: string) => new Date(`${day}T00:00:00Z`);
  expect(sheet?.name).toBe('局 2026');
  expect(sheet?.freezePane).toMatchObject({ rows: 1 });
  expect(sheet?.rows).toEqual([
    ['内容', '登记日期', '答复期限'],
    ...evil.map((text) => [text, noon('2026-05-08'), noon('2026-06-04')]),
  ]);
  expect(cellsOf(sheet).filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect(cellsOf(sheet).map(({ style }) => style?.numFmt)).toContain('yyyy-mm-dd"（暂定）"');
});

const cellsOf = (sheet: Sheet | undefined): Cell[] => [...(sheet?.cells?.values() ?? [])];
