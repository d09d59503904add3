import { ANSWER_CODES, type AnswerCode } from '@gongkai/contracts';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import type { Paper } from '../../libs/correspondence/src/content/paper.js';
import { docxOf } from '../../libs/correspondence/src/print/docx.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { readDocx, readPdf, squeezed } from '../support/read-back.js';
import { suiteNeeding } from '../support/tools.js';
import { AGAINST_ENDING, DECIDED, decidedTelling, ENDED, endedTelling, isChallenged } from './decided-cases.js';
import { sources } from './worked-case.js';

const FONTS = 'config/fonts';
const print = pdfPrinter(FONTS, readFonts(FONTS).families);
const replyOf = (code: AnswerCode): Paper => compose(sources.of('reply'), decidedTelling(code), false);
const bothForms = async (paper: Paper): Promise<readonly string[]> => [readPdf(print(paper)), readDocx(await docxOf(paper))];

const FRAME = [
  '政府信息公开申请答复书',
  '李明远：',
  '本机关于2026年3月2日收到你提出的政府信息公开申请',
  '城管依申请〔2026〕21号',
];
const SIGNED = '云川市城市管理综合行政执法局（盖章）2026年3月10日';

suiteNeeding('pdftotext')('each decision as it is read back from both forms', () => {
  test.each(ANSWER_CODES)('%s', async (code) => {
    const { number } = decidedTelling(code).matter.reckoned.now.file.notices.find(({ kind }) => kind === 'reply') ?? {};
    expect(number).toMatch(/^示例文〔2026〕\d+号$/);
    for (const text of await bothForms(replyOf(code)))
      for (const expected of [...FRAME, number ?? '', ...DECIDED[code].expected, SIGNED])
        expect(text).toContain(squeezed(expected));
  });

  test.each(Object.keys(ENDED) as (keyof typeof ENDED)[])('%s', async (code) => {
    const paper = compose(sources.of('ending_notice'), endedTelling(code), false);
    for (const text of await bothForms(paper)) {
      for (const expected of ENDED[code].expected) expect(text).toContain(squeezed(expected));
      expect(text.includes(AGAINST_ENDING)).toBe(isChallenged(code));
    }
  });
});

test('every decision of the configuration has its sample here', () => {
  const { decisions } = decidedTelling('granted').matter.reckoned.law.grounds;
  // What was voided is told to nobody.
  const told = Object.keys(decisions).filter((code) => code !== 'other');
  expect([...Object.keys(DECIDED), ...Object.keys(ENDED)].sort()).toEqual(told.sort());
  const reply = sources.of('reply');
  expect('decisions' in reply ? Object.keys(reply.decisions).sort() : []).toEqual(Object.keys(DECIDED).sort());
});
