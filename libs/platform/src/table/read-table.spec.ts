import { dayIn } from './read-day.js';
import { readTable } from './read-table.js';

const table = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'));

describe('a table of an office', () => {
  it.each([
    ['its title', ['政府信息公开申请登记簿,,,', '编号,收到日期,申请人,内容']],
    [
      'its title and who keeps it',
      ['政府信息公开申请登记簿', '填报单位：公开办,,填报日期：5月,', '', '编号,收到日期,申请人,内容'],
    ],
    ['its title, and tabs', ['政府信息公开申请登记簿', '编号\t收到日期\t申请人\t内容']],
    ['nothing', ['编号,收到日期,申请人,内容']],
  ])('may have %s over its columns', async (_what, head) => {
    const row = head.at(-1)?.includes('\t') === true ? '1\t20260507\t林\t预算' : '1,20260507,林,预算';
    const { headings, rows } = await readTable(table(...head, row));
    expect(headings).toEqual(['编号', '收到日期', '申请人', '内容']);
    expect(rows).toEqual([{ row: head.length + 1, cells: ['1', '20260507', '林', '预算'] }]);
  });

  it.each([
    ['20260507', '2026-05-07'],
    ['2026.5.7', '2026-05-07'],
    ['20261307', undefined],
    ['202605', undefined],
  ])('has days like %s', (text, day) => {
    expect(dayIn(text)?.day).toBe(day);
  });
});
