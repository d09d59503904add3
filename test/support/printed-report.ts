import type { AnnualReport } from '@gongkai/contracts';
import type { Press } from '@gongkai/correspondence';
import { fileOf, paperOf, PLAIN_FORMS } from '@gongkai/reporting';
import { spawnSync } from 'node:child_process';
import { pdftotext } from './tools.js';
import { unzipped } from './unzipped.js';

/** Numbers of a report, by their cells; those that nobody has entered are not among them. */
type Numbers = Readonly<Record<string, number>>;

/** Numbers alone in a cell, in the order of the file; a heading is never a number alone. */
type Reader = (content: Buffer) => number[];

const numbersIn = (texts: readonly string[]): number[] => texts.filter((text) => /^\d+$/.test(text)).map(Number);
const all = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([, found = '']) => found);

const SHEETS = ['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml', 'xl/worksheets/sheet4.xml'];

/** Each read with nothing of ours: by the marks of its form, a PDF by poppler's `pdftotext`. */
const READERS: Readonly<Record<'docx' | 'html' | 'pdf' | 'xlsx', Reader>> = {
  docx: (content) =>
    numbersIn(
      all(unzipped(content, 'word/document.xml'), /<w:tc>(.*?)<\/w:tc>/gs).map((cell) => cell.replaceAll(/<[^>]*>/g, '')),
    ),
  html: (content) => numbersIn(all(content.toString('utf8'), /<td[^>]*>(.*?)<\/td>/g)),
  pdf: (content) => numbersIn(textOf(content).split(/\s+/)),
  xlsx: (content) => SHEETS.flatMap((sheet) => numbersIn(all(unzipped(content, sheet), /<c (?![^>]*t="s")[^>]*><v>(.*?)<\/v>/g))),
};

/** Without the numbers of pages, which stand between strokes. */
function textOf(pdf: Buffer): string {
  const { stdout, status } = spawnSync(pdftotext(), ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  if (status !== 0) throw new Error('pdftotext cannot read it.');
  return stdout.replaceAll(/[-—–]\s*\d+\s*[-—–]/g, '');
}

function named(form: string, content: Buffer): Numbers {
  if (form === 'json') return known((JSON.parse(content.toString('utf8')) as Pick<AnnualReport, 'numbers'>).numbers);
  const lines = content.toString('utf8').split('\r\n');
  const pairs = lines.flatMap((line) => {
    const [, cell, number] = /^([a-z]+\.[\w.]+),.*,(\d+)$/.exec(line) ?? [];
    return cell === undefined ? [] : [[cell, Number(number)] as const];
  });
  return Object.fromEntries(pairs);
}

const known = (numbers: AnnualReport['numbers']): Numbers =>
  Object.fromEntries(Object.entries(numbers).flatMap(([cell, number]) => (number === null ? [] : [[cell, number] as const])));

/** The numbers of the printed tables, by their cells, in the order in which they are printed. */
function printed({ tables, numbers }: AnnualReport): (readonly [cell: string, number: number])[] {
  const cells = tables.flatMap(({ rows }) => rows.flat()).flatMap(({ cell }) => cell ?? []);
  return cells.flatMap((cell) => {
    const number = numbers[cell] ?? null;
    return number === null ? [] : [[cell, number] as const];
  });
}

type ReadBack = { readonly cells: number; readonly forms: readonly string[] };

/** Every form in which a report is given out, read back cell by cell. @returns how many printed cells, in which forms */
export async function expectReadBack(report: AnnualReport, press: Press): Promise<ReadBack> {
  const cells = printed(report);
  const plain = await Promise.all(
    PLAIN_FORMS.map(async (form) => [form, (await fileOf(form, report, 'zh-CN')).content] as const),
  );
  const [pdf, docx] = await press.print(paperOf(report, 'zh-CN'));
  const files = new Map<string, Buffer>([...plain, ['pdf', pdf], ['docx', docx]]);
  for (const form of ['json', 'csv'])
    expect([form, named(form, files.get(form) ?? Buffer.alloc(0))]).toEqual([form, known(report.numbers)]);
  for (const [form, read] of Object.entries(READERS)) {
    const found = read(files.get(form) ?? Buffer.alloc(0));
    expect([form, found.length]).toEqual([form, cells.length]);
    expect([form, cells.map(([cell], i) => [cell, found[i]])]).toEqual([form, cells]);
  }
  return { cells: cells.length, forms: [...files.keys()] };
}
