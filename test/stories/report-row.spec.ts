import { readFileSync } from 'node:fs';
import { parseReportFormat, rowInWords, rowOf, rowOfEnd, type Decision } from '@gongkai/statutes';

const file = 'config/reports/annual-2021.yaml';
const format = parseReportFormat(readFileSync(file, 'utf8'), file);

/** The line of the annual report that counts an application, by how it ended. */
test.each<[string, Decision, string]>([
  ['no correction in time', { code: 'abandoned_correction' }, 'b.r6_1_correction_abandoned'],
  ['still unclear after correction', { code: 'still_unclear' }, 'b.r4_3_still_unclear'],
  ['a fee nobody paid', { code: 'abandoned_fee' }, 'b.r6_2_fee_abandoned'],
  ['not our information', { code: 'not_this_organ' }, 'b.r4_1_not_held'],
  ['withdrawn', { code: 'withdrawn' }, 'b.r6_3_other'],
  ['the same request again after the reply', { code: 'repeated' }, 'b.r5_2_repeated'],
  ['answered together with an earlier one', { code: 'merged' }, 'b.r6_3_other'],
  ['items with different results', { code: 'partly_granted' }, 'b.r2_partly_granted'],
  ['a petition in the shape of a request', { code: 'disguised_complaint' }, 'b.r5_1_petition_complaint'],
])('%s', (_, decision, row) => {
  expect(rowOf(decision, format)).toBe(row);
});

test('a row is told with the headings it is printed under', () => {
  const row = rowOf({ code: 'refused', ground: 'process_information' }, format);
  expect(rowInWords(row, format)).toEqual({
    zh: '三、本年度办理结果 · （三）不予公开 · 6.属于四类过程性信息',
    en: 'Results this year · Not disclosed · One of four kinds of information of a process under way',
  });
});

test.each([
  ['partly_granted', 'b.r2_partly_granted'],
  ['granted', 'b.r1_granted'],
] as const)('what is given and the rest not held counts as the office chose: %s', (mixed, row) => {
  expect(rowOfEnd({ outcome: 'partly_granted', reason: 'not_held' }, format, mixed)).toBe(row);
  expect(rowOfEnd({ outcome: 'partly_granted', reason: null }, format, mixed)).toBe('b.r2_partly_granted');
  expect(rowOfEnd({ outcome: 'refused', reason: 'state_secret' }, format, mixed)).toBe('b.r3_1_state_secret');
  expect(rowOfEnd({ outcome: 'nothing_known', reason: null }, format, mixed)).toBeNull();
});
