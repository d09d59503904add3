import { personalFindings } from './personal-findings.js';

const personal = [
  { what: 'name', text: '李明远' },
  { what: 'number', text: '110101199003070015' },
  { what: 'phone', text: '010-6512 0001' },
  { what: 'contact', text: 'li@example.org' },
] as const;
const found = (text: string) =>
  personalFindings([{ where: 'file', page: 3, text }], personal).map(
    ({ what, text: shown, blocks }) => `${what} ${shown}${blocks ? '' : '?'}`,
  );

test.each([
  ['a name over the end of a line', '答复李明\n远的申请', ['name 李明远']],
  ['a name in which a radical stands for its character, with a sign that nobody sees', '李\u200b明远、⻢某', ['name 李明远']],
  ['a number with gaps, in wide figures', '证件１１０１０１ 19900307 ００１５', ['number ****0015']],
  ['a landline without its hyphen', '电话01065120001', ['phone ****0001']],
  ['an address in capitals', 'LI@EXAMPLE.ORG', ['contact li@example.org']],
  ['an identity card of anybody, between figures of a table', '7 11010519491231002X 8', ['number ****002X']],
  ['one with a wrong check digit: somebody has to look', '身份证110105194912310021。', ['number ****0021?']],
  ['the same with gaps, in wide figures', '１１０１０５ 19491231 ００２１', ['number ****0021?']],
  ['eighteen figures with no day of birth', '110105194913310021', []],
  ['more figures than that', '9110105194912310021', []],
  ['a mobile phone of anybody: somebody has to look', '热线13800138000', ['phone ****8000?']],
  ['nothing', '2025年违法建设拆除台账', []],
])('%s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('each place is told, and each finding once there', () => {
  const passages = [
    { where: 'title', page: null, text: '李明远、李明远' },
    { where: 'file', page: 2, text: '李明远' },
  ] as const;
  expect(personalFindings(passages, personal)).toMatchObject([
    { where: 'title', page: null },
    { where: 'file', page: 2 },
  ]);
});
