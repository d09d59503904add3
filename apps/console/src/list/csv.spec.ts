import { csvOf } from './csv.js';

test('cells with commas, quotes and line breaks stay one cell', () => {
  expect(
    csvOf([
      ['编号', '内容'],
      ['城管依申请〔2026〕1号', '合同，"附件",\n清单'],
    ]),
  ).toBe('\uFEFF编号,内容\r\n城管依申请〔2026〕1号,"合同，""附件"",\n清单"\r\n');
});

test('what an applicant wrote never becomes a formula; days late stay a number', () => {
  expect(csvOf([['=cmd()', '-5', '-x', '@a']])).toBe("\uFEFF'=cmd(),-5,'-x,'@a\r\n");
});
