import type { PrintedTable } from '@gongkai/contracts';
import { readReportFormats } from '@gongkai/platform';
import { printedTables } from './printed-table.js';

const formats = readReportFormats('config');
const table = (format: string, id: string): PrintedTable => {
  const [found] = printedTables(formats.find((one) => one.id === format) ?? { tables: [] }).filter((one) => one.id === id);
  if (found === undefined) throw new Error(`${format} has no table ${id}`);
  return found;
};

/** How many columns each row fills, with what reaches down into it from above. */
function filled({ rows, width }: PrintedTable): number[] {
  const busy = rows.map(() => 0);
  rows.forEach((cells, at) => {
    for (const { colSpan, rowSpan } of cells)
      for (let below = 0; below < rowSpan; below += 1) busy[at + below] = (busy[at + below] ?? 0) + colSpan;
  });
  return busy.map((columns) => columns - width);
}

describe('a table as it is printed', () => {
  it.each(formats.flatMap((format) => printedTables(format).map((one) => [format.id, one.id, one] as const)))(
    '%s, table %s: every row is full, and every number has its place once',
    (format, id, one) => {
      expect(filled(one).filter((missing) => missing !== 0)).toEqual([]);
      const cells = one.rows.flat().flatMap(({ cell }) => cell ?? []);
      const known = formats.find((each) => each.id === format)?.cells.filter((cell) => cell.table === id) ?? [];
      expect(cells).toEqual(known.map((cell) => cell.id));
    },
  );

  it('table B: the results span 22 rows, refusals 8 of them; five kinds of organizations stand together', () => {
    const texts = table('annual-2021', 'b').rows.flat();
    const spans = (text: string) =>
      texts.filter((cell) => cell.text['zh-CN'] === text).map((cell) => [cell.rowSpan, cell.colSpan]);
    expect(spans('三、本年度办理结果')).toEqual([[22, 1]]);
    expect(spans('（三）不予公开')).toEqual([[8, 1]]);
    expect(spans('（一）予以公开')).toEqual([[1, 2]]);
    expect(spans('四、结转下年度继续办理')).toEqual([[1, 3]]);
    expect(spans('法人或其他组织')).toEqual([[1, 5]]);
    expect(spans('自然人')).toEqual([[2, 1]]);
    expect(spans('申请人情况')).toEqual([[1, 7]]);
    const inEnglish = texts.map(({ text }) => text.en);
    expect(inEnglish).toEqual(expect.arrayContaining(['III. Results this year', '(1) Disclosed', '1. State secret']));
    expect(inEnglish.filter((text) => /[^ -~]/.test(text))).toEqual([]);
  });

  it('table C: fifteen numbers in one line', () => {
    const { rows, headRows, width } = table('annual-2019', 'c');
    expect([headRows, width, rows.length, rows.at(-1)?.length]).toEqual([3, 15, 4, 15]);
  });

  it('table A: each block under its title with its own columns', () => {
    const [title, head, first] = table('annual-2021', 'a').rows;
    expect(title).toMatchObject([{ text: { 'zh-CN': '第二十条第（一）项' }, colSpan: 4 }]);
    expect(head?.map(({ text }) => text['zh-CN'])).toEqual(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']);
    expect(first?.map(({ cell }) => cell)).toEqual([
      null,
      'a.rules.issued_this_year',
      'a.rules.repealed_this_year',
      'a.rules.in_force',
    ]);
  });
});
