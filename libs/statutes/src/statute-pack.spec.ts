import { readFileSync } from 'node:fs';
import { ConfigError, problemText } from './config-error.js';
import { parseStatute } from './statute-pack.js';

const FILE = 'config/statutes/cn-ogi-711.yaml';
const shipped = readFileSync(FILE, 'utf8');

/** The shipped pack with one place changed; the place is the first one after the heading. */
function edited(heading: string, from: string, to: string): string {
  const start = shipped.indexOf(`\n${heading}`);
  const at = shipped.indexOf(from, start);
  if (start < 0 || at < 0) throw new Error(`No "${from}" after "${heading}" in ${FILE}`);
  return shipped.slice(0, at) + to + shipped.slice(at + from.length);
}

function problems(text: string): string[] {
  try {
    parseStatute(text, FILE);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

/** Number of the first line that contains the text, at or after the line that begins with the heading. */
function lineOf(text: string, heading: string, needle: string): number {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  return start + lines.slice(start).findIndex((line) => line.includes(needle)) + 1;
}

describe('a statute pack is refused for', () => {
  it.each([
    [
      'a value out of range',
      '  correction.notice_days:',
      'value: 7',
      'value: 700',
      'value must be between 1 and 15; write a whole number of working days',
    ],
    [
      'a slip of the pen within a fixed rule',
      '  reply.days:',
      'value: 20',
      'value: 200',
      'value must be between 10 and 30; write a whole number of working days',
    ],
    [
      'a channel that gives no such day',
      '  receipt.in_person:',
      'value: submitted',
      'value: confirmed',
      'value must be submitted; the law or the program knows no other value',
    ],
    [
      'an article without its number',
      '  promote.days:',
      'REG 44',
      'REG',
      'article names "REG" without the number of an article; write REG and a number, as in REG 12 or REG 12(1)',
    ],
    [
      'an article that is no number',
      '  promote.days:',
      'REG 44',
      'REG forty',
      'article names "REG forty" without the number of an article; write REG and a number, as in REG 12 or REG 12(1)',
    ],
    [
      'a day to answer from behind the first value',
      '  fee.pay_days:',
      'since: 2021-01-01',
      'since: 2022-01-01',
      'since must not be later than 2021-01-01, the day of the first value; correct one of the two',
    ],
    [
      'a value of another type',
      '  reply.days:',
      'value: 20',
      'value: twenty',
      'value must be between 10 and 30; write a whole number of working days',
    ],
    [
      'a fraction of a month',
      '  review.cycle:',
      'value: 12',
      'value: 1.5',
      'value must be between 1 and 60; write a whole number of months',
    ],
    ['an unknown choice', '  receipt.fax:', 'value: confirmed', 'value: guessed', 'value must be one of submitted, confirmed'],
    [
      'another value than the only one',
      '  correction.rounds:',
      'value: 1',
      'value: 2',
      'value must be 1; the law or the program knows no other value',
    ],
    ['text for yes or no', '  fee.enabled:', 'value: false', 'value: "no"', 'value must be true or false'],
    [
      'an impossible day of the year',
      '  archive.due:',
      "'06-30'",
      "'06-31x'",
      'value must be a month and a day; write MM-DD in quotes',
    ],
    [
      'an empty list',
      '  correction.grounds:',
      '[content_unclear, identity_unclear, contact_unclear, agent_authority_missing, reasons_needed]',
      '[]',
      'value must be a list with at least one entry; write [a, b]',
    ],
    ['empty text', '  calendar.region:', 'value: cn', 'value: ""', 'value must be text; write at least one letter'],
    [
      'a missing value',
      '  reply.days:',
      ', value: 20',
      '',
      'value must be between 10 and 30; write a whole number of working days',
      'from: 2019-05-15',
    ],
    [
      'an instrument not listed',
      '  reply.days:',
      'REG 33(2)',
      'RGE 33(2)',
      'article names RGE, which is not among the instruments; list it or correct the code',
    ],
    [
      'a second instrument not listed',
      '  fee.pay_days:',
      '; FEE 6',
      '; FEES 6',
      'article names FEES, which is not among the instruments; list it or correct the code',
    ],
    [
      'an instrument of an older value not listed',
      '  reply.days:',
      'REG2007 24(2)',
      'REG2006 24(2)',
      'article names REG2006, which is not among the instruments; list it or correct the code',
    ],
    [
      'dates out of order',
      '  reply.days:',
      '2019-05-15',
      '2008-04-01',
      'from must be later than 2008-05-01; write the values oldest first, one for each day',
    ],
    [
      'a day given twice',
      '  reply.days:',
      '2019-05-15',
      '2008-05-01',
      'from must be later than 2008-05-01; write the values oldest first, one for each day',
      'value: 20',
    ],
    [
      'a first value that comes too late',
      '  reply.days:',
      '2008-05-01',
      '2009-05-01',
      'from must not be later than 2008-05-01; add the value in force on that day',
    ],
    [
      'a first value after the day the rule itself names',
      '  fee.pay_days:',
      '{ from: 2021-01-01',
      '{ from: 2021-02-01',
      'from must not be later than 2021-01-01; add the value in force on that day',
    ],
    ['an impossible date', '  reply.days:', '2019-05-15', '2019-02-29', 'from must be a date; write YYYY-MM-DD'],
    ['no values', '  promote.days:', '[{ from: 2008-05-01, value: 20 }]', '[]', 'values must have at least 1'],
    [
      'an unknown field',
      '  promote.days:',
      'basis:',
      'bassis: law\n    basis:',
      'bassis is not known here; remove it or correct its spelling',
      'bassis',
    ],
    ['an unknown basis', '  promote.days:', 'basis: practice', 'basis: custom', 'basis must be one of law, practice, product'],
  ])('%s', (_, ...[heading = '', from = '', to = '', message = '', needle = to]) => {
    const text = edited(heading, from, to);
    const line = lineOf(text, heading, needle.split('\n')[0] ?? '');
    expect(problems(text)).toEqual([`${FILE}:${String(line)} ${heading.trim()} ${message}`]);
  });

  it.each([
    [
      '\nid: cn-ogi-711',
      '\nid: cn-ogi-712',
      'id must be cn-ogi-711, as the name of the file says; correct the field or rename the file',
    ],
    ['\nid: cn-ogi-711', '\nid: ""', 'id must be cn-ogi-711, as the name of the file says; correct the field or rename the file'],
    [
      '\nsince: 2008-05-01',
      '\nsince: 2010-01-01',
      'since must not be later than 2008-05-01, the day of the first value; correct one of the two',
    ],
    [
      '    basis: law\n    fixed: true\n    note: The mail',
      '    basis: law\n    fixed: true\n    note: ""\n    x: The mail',
      'note must not be empty; write at least one letter',
    ],
  ])('%j instead of %j', (from, to, message) => {
    expect(problems(shipped.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });

  it('a missing article, at the line of its rule', () => {
    const text = edited('  promote.days:', '    article: REG 44\n', '');
    expect(problems(text)).toEqual([
      `${FILE}:${String(lineOf(text, '  promote.days:', 'promote'))} promote.days: article is missing; add it`,
    ]);
  });

  it('a missing rule, at the line of the rules', () => {
    const start = shipped.indexOf('  promote.days:');
    const text = shipped.slice(0, start) + shipped.slice(shipped.indexOf('  review.cycle:'));
    expect(problems(text)).toEqual([
      `${FILE}:${String(lineOf(text, 'rules:', 'rules:'))} rules: promote.days is missing; add it`,
    ]);
  });

  it('a rule nobody knows', () => {
    const text = shipped.replace('  promote.days:', '  promote.dayz: {}\n  promote.days:');
    expect(problems(text)).toEqual([
      `${FILE}:${String(lineOf(text, '  promote.dayz', ''))} rules: promote.dayz is not known here; remove it or correct its spelling`,
    ]);
  });

  it('a rule given twice', () => {
    const text = edited('  promote.days:', '  promote.days:', '  review.cycle:');
    const second = text.slice(0, text.lastIndexOf('  review.cycle:')).split('\n').length;
    expect(problems(text)).toContain(`${FILE}:${String(second)} this key is given twice; keep one of the two`);
  });

  it('a file that is no pack', () => {
    expect(problems('holidays: []\n')).toEqual([
      ...['id', 'version', 'title', 'since', 'instruments', 'rules'].map((field) => `${FILE}:1 ${field} is missing; add it`),
      `${FILE}:1 holidays is not known here; remove it or correct its spelling`,
    ]);
    expect(problems('[]')).toEqual([`${FILE}:1 the file must be a map of fields`]);
  });

  it('several faults at once, all named', () => {
    const text = edited('  reply.days:', 'REG 33(2)', 'RGE 33(2)')
      .replace('value: due_date', 'value: any_day')
      .replace('from: 2019-05-15', 'from: 2008-01-01');
    expect(problems(text)).toHaveLength(3);
  });
});
