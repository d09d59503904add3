import { zipOf } from '../../../../test/support/zip.js';
import { dayIn } from './read-day.js';
import { openTable, readTable } from './read-table.js';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook as Excel writes it, with two headings and below them two numbers that are shown as days. */
const workbook = (properties: string, days: readonly number[]): Buffer =>
  zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${links}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${links}">${properties}<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>收到</t></is></c><c r="B1" t="inlineStr"><is><t>来电</t></is></c></row><row r="2">${days.map((day, i) => `<c r="${'AB'[i] ?? ''}2" s="1"><v>${day}</v></c>`).join('')}</row></sheetData></worksheet>`,
  });

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

  it('of many rows is read one by one, each sign whole wherever a piece of the bytes ends, and no more of them than it may have', async () => {
    const bytes = table('编号,内容', ...Array.from({ length: 9_000 }, (_, i) => `${String(i)},政府预算公开`));
    const { rows, about } = await openTable(bytes);
    expect(about).toBe(9_000);
    let [count, wrong] = [0, 0];
    for await (const { cells } of rows) {
      if (cells[0] !== String(count) || cells[1] !== '政府预算公开') wrong += 1;
      count += 1;
    }
    expect([count, wrong]).toEqual([9_000, 0]);
    await expect(readTable(bytes, { mostRows: 8_999 })).rejects.toMatchObject({ fields: [{ path: 'file', code: 'too-many' }] });
  });

  it('of an old Excel is refused with what to do', async () => {
    const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    await expect(readTable(xls)).rejects.toMatchObject({ fields: [{ path: 'file', code: 'old-spreadsheet' }] });
  });

  it('may be CSV in GB 18030, with signs that GBK has not', async () => {
    // 编号,姓名 and 1,㑇𠀀
    const { headings, rows } = await readTable(Buffer.from('b1e0bac52cd0d5c3fb0a312cfe5695328236', 'hex'));
    expect([headings, rows[0]?.cells]).toEqual([
      ['编号', '姓名'],
      ['1', '㑇𠀀'],
    ]);
  });

  it.each([
    ['1900', '', 46149],
    ['1904', '<workbookPr date1904="1"/>', 46149 - 1462],
  ])('of Excel has days that are kept as numbers of the system of %s', async (_system, properties, serial) => {
    const { rows } = await readTable(workbook(properties, [serial, serial + 0.5]));
    expect(rows[0]?.cells).toEqual(['2026-05-07', '2026-05-07 12:00:00']);
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
