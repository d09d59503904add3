import type { CaseRow } from '@gongkai/contracts';
import { csvOf } from './register-csv.js';

const row = (change: Partial<CaseRow>): CaseRow =>
  ({
    number: '城管依申请〔2026〕1号',
    openedOn: '2026-05-08',
    channel: 'fax',
    applicantName: '李明远',
    subject: '台账',
    receivedOn: null,
    finalDue: null,
    provisional: null,
    state: 'unconfirmed',
    ...change,
  }) as CaseRow;

const linesOf = (rows: readonly CaseRow[]): string[] => csvOf(rows, (key) => key).split('\r\n');

test('begins with the mark that tells spreadsheets the encoding, and ends its lines as they expect', () => {
  const [head = '', line, rest] = linesOf([row({})]);
  expect(head.charCodeAt(0)).toBe(0xfeff);
  expect(line).toBe('"城管依申请〔2026〕1号","2026-05-08","channel.fax","李明远","台账","","","state.unconfirmed"');
  expect(rest).toBe('');
});

test('keeps quotes, commas and line ends in their cell', () => {
  expect(csvOf([row({ subject: '“台账”, "附件"\n第二页' })], (key) => key)).toContain('"“台账”, ""附件""\n第二页"');
});

test.each(['=1+1', '+86', '-1', '@x'])('an applicant called %s does not become a formula', (applicantName) => {
  expect(linesOf([row({ applicantName })])[1]).toContain(`"'${applicantName}"`);
});
