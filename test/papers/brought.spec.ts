import path from 'node:path';
import { Readable } from 'node:stream';
import { docxText, PageRedactor } from '@gongkai/platform';
import { problemsOfBrought } from '../../libs/correspondence/src/brought/check-brought.js';
import { expectedOf } from '../../libs/correspondence/src/brought/expected-of.js';
import { readBrought } from '../../libs/correspondence/src/brought/read-brought.js';
import { textsOf } from '../../libs/correspondence/src/content/paper.js';
import { docxOf } from '../../libs/correspondence/src/print/docx.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { redactProgram } from '../support/drawing.js';
import { pdfOf, written } from '../support/pdfs.js';
import { zipOf } from '../support/zip.js';
import { paperOf, tellingOf } from './worked-case.js';

const paper = paperOf('reply');
const { head } = tellingOf('reply').matter;
const expected = expectedOf(paper, tellingOf('reply'));
const drawn = textsOf(paper).join('\n');
const remedies = paper.blocks.flatMap((block) => (block.type === 'paragraph' && block.about === 'remedies' ? [block.text] : []));
const wrongIn = (text: string | null): readonly string[] =>
  problemsOfBrought({ name: '答复.docx', text }, expected).map(({ code }) => code);
/** @throws Error where nothing was changed */
function changed(before: string | RegExp, after: string): string {
  const text = drawn.replaceAll(new RegExp(before, 'gu'), after);
  if (text === drawn) throw new Error(`Nothing says ${String(before)}: ${drawn}`);
  return text;
}

describe('a reply that somebody brings', () => {
  test('as it is drawn lacks nothing, however its lines and numerals are written', () => {
    expect(wrongIn(drawn)).toEqual([]);
    const broken = drawn.replace(/.{20}/gu, (line) => `${line}\n`);
    expect(wrongIn(broken.replaceAll('60', '六十').replaceAll('，', ', ').replaceAll('条第', '条 第'))).toEqual([]);
    expect(wrongIn(`${drawn.slice(0, 300)}\n— 2 —\n${drawn.slice(300)}`)).toEqual([]);
  });

  test('of which nothing can be read is refused', () => {
    expect(wrongIn(null)).toEqual(['reply-unread']);
  });

  test.each([
    ['another court', /向[^，。]*?人民法院/, '向某某市海淀区人民法院', ['reply-lacks-remedy', 'reply-says-remedy']],
    [
      'another organ of reconsideration',
      /向[^，。]*?申请行政复议/,
      '向市信访局申请行政复议',
      ['reply-lacks-remedy', 'reply-says-remedy'],
    ],
    ['a shorter period', '60日内', '30日内', ['reply-lacks-remedy', 'reply-says-remedy']],
    ['no number', /〔\d{4}〕\d+号/, '', ['reply-lacks-number']],
    ['another number', /(〔\d{4}〕)\d+号/, '$1999号', ['reply-says-number']],
    ['another day of receipt', /关于\d{4}年\d+月\d+日收到/, '关于2025年1月1日收到', ['reply-says-day', 'reply-lacks-day']],
    ['another applicant', head.applicant.name, '赵六', ['reply-lacks-name']],
  ] as const)('with %s is refused', (_, before, after, codes) => {
    expect([...new Set(wrongIn(changed(before, after)))].sort()).toEqual([...codes].sort());
  });

  test('with another number is told those of the case, and no words that stand before one', () => {
    const problems = problemsOfBrought({ name: '答复.docx', text: changed(/(〔\d{4}〕)\d+号/, '$1999号') }, expected);
    const told = problems.map(({ facts }) => facts?.told).filter((one) => typeof one === 'string');
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) expect(one).not.toMatch(/答复书|编号/u);
  });

  test('that lacks an article of a decision, or rests on one of another decision, is told which', () => {
    const [first = ''] = expected.articles;
    const article = /第[^条]+条[^，。、]*?项?(?=的规定|$|、)/u.exec(first)?.[0] ?? '';
    expect(wrongIn(drawn.replaceAll(article, ''))).toContain('reply-lacks-article');
    expect(wrongIn(`${drawn}根据条例第三十六条第六项，不予重复处理。`)).toEqual(['reply-says-article']);
  });

  test('that denies a remedy in a sentence of its own is refused', () => {
    expect(wrongIn(`${drawn}\n本答复为最终答复，不得申请行政复议。`)).toEqual(['reply-says-remedy']);
    expect(remedies.length).toBeGreaterThan(1);
  });
});

describe('what is read of a document', () => {
  const fonts = readFonts('config/fonts');
  const redactor = new PageRedactor({ program: redactProgram, font: path.resolve('config/fonts/noto-serif-sc-regular.ttf') });
  const readFrom = (content: Buffer): Promise<string | null> =>
    readBrought('id', { store: { read: () => Promise.resolve(Readable.from([content])) }, redactor });

  test('is what the drawn one says, as DOCX and as PDF', async () => {
    expect(wrongIn(await readFrom(await docxOf(paper)))).toEqual([]);
    expect(wrongIn(await readFrom(pdfPrinter('config/fonts', fonts.families)(paper)))).toEqual([]);
  });

  test('is the mark of a preview, as DOCX and as PDF, and not where the reply speaks of one', async () => {
    const draft = { ...paper, draft: true };
    expect(wrongIn(await readFrom(await docxOf(draft)))).toEqual(['reply-says-preview']);
    expect(wrongIn(await readFrom(pdfPrinter('config/fonts', fonts.families)(draft)))).toEqual(['reply-says-preview']);
    expect(wrongIn(`${drawn}\n附图可在本机关门户网站预览。`)).toEqual([]);
  });

  test('is no word that is hidden or was struck out', () => {
    const said = (body: string): string | null => docxText(zipOf({ 'word/document.xml': `<w:document>${body}</w:document>` }));
    const run = (text: string, how = ''): string => `<w:r><w:rPr>${how}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    expect(
      said(`<w:p>${run('甲&amp;乙&#x4e19;')}${run('丁', '<w:vanish/>')}${run('戊', '<w:vanish w:val="0"/>')}</w:p>`)?.trim(),
    ).toBe('甲&乙丙戊');
    const unseen = ['<w:specVanish/>', '<w:strike/>', '<w:dstrike/>', '<w:color w:val="FFFFFF"/>', '<w:sz w:val="1"/>'];
    for (const how of unseen) expect(said(`<w:p>${run('甲')}${run('乙', how)}</w:p>`)?.trim()).toBe('甲');
    expect(said(`<w:p>${run('甲', '<w:strike w:val="0"/><w:color w:val="000000"/><w:sz w:val="32"/>')}</w:p>`)?.trim()).toBe(
      '甲',
    );
    const styled = zipOf({
      'word/document.xml': `<w:p>${run('甲')}${run('乙', '<w:rStyle w:val="ghost"/>')}</w:p><w:p><w:pPr><w:pStyle w:val="ghost"/></w:pPr>${run('丙')}</w:p>`,
      'word/styles.xml': '<w:style w:type="character" w:styleId="ghost"><w:rPr><w:vanish/></w:rPr></w:style>',
    });
    expect(docxText(styled)?.trim()).toBe('甲');
    expect(said('<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>')?.trim()).toBe('');
  });

  test('is nothing of a scan, of words that nobody sees, or of what is no document', async () => {
    expect(await readFrom(Buffer.from('GIF89a'))).toBeNull();
    expect((await readFrom(pdfOf([{ content: written('REPLY', 100, 700) }])))?.trim()).toBe('REPLY');
    expect(await readFrom(pdfOf([{ content: written('REPLY', 100, 700, '3 Tr ') }]))).toBeNull();
    expect(await readFrom(pdfOf([{ content: written('REPLY', 100, 700) }, { content: '' }]))).toBeNull();
    expect(docxText(Buffer.from('PK'))).toBeNull();
    expect(docxText(zipOf({ 'word/document.xml': { deflated: Buffer.from('none'), size: 9 } }))).toBeNull();
  });
});
