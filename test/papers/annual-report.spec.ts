import { spawnSync } from 'node:child_process';
import type { AnnualReport } from '@gongkai/contracts';
import { readReportFormats } from '@gongkai/platform';
import { fileOf, paperOf } from '@gongkai/reporting';
import type { AnnualReportFormat } from '@gongkai/statutes';
import { readXlsx, type CellValue } from 'hucre/xlsx';
import { checkGlyphs } from '../../libs/correspondence/src/content/glyphs.js';
import { docxOf } from '../../libs/correspondence/src/print/docx.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { textFieldsOf } from '../../libs/reporting/src/entry/text-fields.js';
import { namesOf } from '../../libs/reporting/src/counting/names.js';
import { sectionsOf } from '../../libs/reporting/src/counting/view-parts.js';
import { placed } from '../../libs/reporting/src/print/placed.js';
import { printedTables } from '../../libs/reporting/src/print/printed-table.js';
import { pdftotext, suiteNeeding } from '../support/tools.js';
import { unzipped } from '../support/unzipped.js';

const FONTS = 'config/fonts';
const fonts = readFonts(FONTS);
const FIRST = 1001;

/** A report in which every cell has a number of its own. */
function reportIn(format: AnnualReportFormat): AnnualReport {
  const day = '2026-01-15' as AnnualReport['today'];
  return {
    ...{
      year: format.usedFor.first,
      from: day,
      to: day,
      whole: true,
      today: day,
      due: day,
      at: '2026-01-15T01:00:00.000Z',
      scope: 'below',
    },
    organ: { code: 'district', name: { 'zh-CN': '青林区人民政府', en: 'Qinglin District' } },
    format: { id: format.id, number: format.instrument.number },
    sections: sectionsOf(format),
    tables: printedTables(format),
    names: namesOf(format),
    numbers: Object.fromEntries(format.cells.map(({ id }, i) => [id, FIRST + i])),
    texts: textFieldsOf(format).map(({ needed, ...field }) => ({ ...field, text: needed ? `${field.id}写“甲”、\n乙,丙` : '' })),
    ...{ checks: [], members: [], digest: '', entry: 'approved', frozen: null, may: [] },
  };
}

/** What has to stand in the grid of each table: heading or number, row by row. */
const expected = ({ tables, numbers }: AnnualReport) =>
  tables.map((table) =>
    placed(table).map(({ row, column, rowSpan, colSpan, text, cell }) => ({
      ...{ row, column, rowSpan, colSpan },
      text: cell === null ? text['zh-CN'] : String(numbers[cell]),
    })),
  );

type Span = { readonly text: string; readonly rowSpan: number; readonly colSpan: number };
const inPlace = (rows: readonly (readonly Span[])[]) =>
  placed({
    rows: rows.map((row) =>
      row.map(({ text, ...span }) => ({ ...span, text: { 'zh-CN': text, en: '' }, cell: null, heads: null })),
    ),
    width: rows[0]?.reduce((sum, { colSpan }) => sum + colSpan, 0) ?? 0,
  }).map(({ row, column, rowSpan, colSpan, text }) => ({ row, column, rowSpan, colSpan, text: text['zh-CN'] }));

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([whole]) => whole);

/** Tables of a page, by their markup alone. */
const inHtml = (html: string) =>
  all(html, /<table[\s\S]*?<\/table>/g).map((table) =>
    inPlace(
      all(table, /<tr>.*?<\/tr>/g).map((row) =>
        all(row, /<t[hd][^>]*>[^<]*<\/t[hd]>/g).map((cell) => ({
          text: cell.replace(/<[^>]+>/g, ''),
          rowSpan: Number(/rowspan="(\d+)"/.exec(cell)?.[1] ?? 1),
          colSpan: Number(/colspan="(\d+)"/.exec(cell)?.[1] ?? 1),
        })),
      ),
    ),
  );

/** Tables of a document: a cell that goes on from above is told as such, and counts for the one that began there. */
const inDocx = (xml: string) =>
  all(xml, /<w:tbl>[\s\S]*?<\/w:tbl>/g).map((table) => {
    const rows = all(table, /<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g).map((row) => {
      let column = 0;
      return all(row, /<w:tc>[\s\S]*?<\/w:tc>/g).map((cell) => {
        const colSpan = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
        const at = column;
        column += colSpan;
        const goesOn = /<w:vMerge w:val="continue"|<w:vMerge\/>/.test(cell);
        return { column: at, colSpan, goesOn, text: cell.replace(/<[^>]+>/g, '') };
      });
    });
    return rows.flatMap((cells, row) =>
      cells
        .filter(({ goesOn }) => !goesOn)
        .map(({ column, colSpan, text }) => {
          const below = rows.slice(row + 1).findIndex((next) => !next.some((one) => one.column === column && one.goesOn));
          return { row, column, rowSpan: 1 + (below === -1 ? rows.length - row - 1 : below), colSpan, text };
        }),
    );
  });

const formats = readReportFormats('config').map((format) => [format.id, format] as const);

describe.each(formats)('the report as a file, %s', (_id, format) => {
  const report = reportIn(format);
  const written = report.texts.flatMap(({ id, text }) => (text === '' ? [] : [[id, text]]));
  const cells = format.cells.map(({ id }, i): [string, number] => [id, FIRST + i]);

  test('a workbook: every number and heading in its place, merged as printed; all cells by name', async () => {
    const { sheets } = await readXlsx((await fileOf('xlsx', report, 'zh-CN')).content);
    expect(sheets.map(({ name }) => name.slice(0, 1))).toEqual(['一', '二', '三', '四', '五', '六', 'c']);
    const printed = sheets
      .filter(({ name }) => /^[二三四]、/.test(name))
      .map(({ rows, merges = [] }) =>
        rows.flatMap((cellsOfRow, row) =>
          cellsOfRow.flatMap((value: CellValue, column) => {
            if (value === null) return [];
            const merged = merges.find(({ startRow, startCol }) => startRow === row && startCol === column);
            const [rowSpan, colSpan] = merged ? [merged.endRow - row + 1, merged.endCol - column + 1] : [1, 1];
            return [{ row, column, rowSpan, colSpan, text: String(value) }];
          }),
        ),
      );
    expect(printed).toEqual(expected(report));
    const named = sheets.at(-1)?.rows.filter(([cell]) => typeof cell === 'string' && cell.includes('.'));
    expect(named?.slice(0, cells.length).map(([cell, , number]) => [cell, number])).toEqual(cells);
    const words = sheets.at(-1)?.rows.slice(-written.length);
    expect(words?.map(([part, , text]) => [part, text])).toEqual(written);
  });

  test('a page: the same, with scopes for who hears it read', async () => {
    const html = (await fileOf('html', report, 'zh-CN')).content.toString();
    expect(inHtml(html)).toEqual(expected(report));
    expect(all(html, /<h2>[^<]*/g).map((heading) => heading.slice(4, 6))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    expect(all(html, /<th(?! scope)(?=[ >])/g)).toEqual([]);
    const named = [...html.matchAll(/data-cell="([^"]+)">(\d+)/g)].map(([, cell, number]) => [cell, Number(number)]);
    expect(named).toEqual(cells.filter(([cell]) => !cell.startsWith('fees.')));
  });

  test('a table and JSON: every number by the name of its cell', async () => {
    const csv = (await fileOf('csv', report, 'zh-CN')).content.toString();
    const [, ...rows] = csv.trim().split('\r\n');
    const whose = rows.findIndex((row) => row.startsWith('scope,'));
    expect(rows.slice(0, whose + 1).map((row) => row.split(',')[0])).toEqual(['format', 'year', 'organ', 'scope']);
    const lines = rows.slice(whose + 1, whose + 1 + cells.length);
    expect(lines.map((line) => [line.split(',')[0], Number(line.split(',').at(-1))])).toEqual(cells);
    for (const [, text = ''] of written) expect(csv).toContain(text.includes(',') ? `,"${text}"\r\n` : `,${text}\r\n`);
    const json = JSON.parse((await fileOf('json', report, 'zh-CN')).content.toString()) as Readonly<Record<string, object>>;
    expect(Object.entries(json.numbers ?? {})).toEqual(cells);
    expect(Object.entries(json.texts ?? {})).toEqual(written);
  });

  test('a document: six sections, every number and heading in its place, merged as printed', async () => {
    const xml = unzipped(await docxOf(paperOf(report, 'zh-CN')), 'word/document.xml');
    expect(inDocx(xml)).toEqual(expected(report));
    for (const { no, title } of report.sections) expect(xml).toContain(`${no}、${title['zh-CN']}`);
    for (const { title, text } of report.texts)
      for (const words of [title?.['zh-CN'] ?? '', ...text.split('\n')]) expect(xml).toContain(words);
    const english = await docxOf(paperOf(report, 'en'));
    const heads = ['header1', 'header2'].map((name) => unzipped(english, `word/${name}.xml`));
    expect(heads.map((head) => [head.includes('Preview'), head.includes('预览')])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  suiteNeeding('pdftotext')('with poppler', () => {
    test('a PDF: every number, in its order, and nothing that the font lacks', () => {
      const paper = paperOf(report, 'zh-CN');
      checkGlyphs(paper, fonts);
      const input = pdfPrinter(FONTS, fonts.families)(paper);
      const { stdout } = spawnSync(pdftotext(), ['-layout', '-', '-'], { input, encoding: 'utf8' });
      const numbers = report.tables.flatMap(({ rows }) =>
        rows.flat().flatMap(({ cell }) => (cell === null ? [] : [String(report.numbers[cell])])),
      );
      expect(all(stdout, /(?<![\d.〔])1\d{3}(?![\d〕年])/g)).toEqual(expect.arrayContaining(numbers));
    });
  });
});
