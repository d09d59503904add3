import { readFileSync } from 'node:fs';
import { ConfigError, problemText } from './config-error.js';
import { DECISION_CODES, GROUNDS, PLAIN_CODES } from './decision-codes.js';
import { parseGrounds } from './grounds.js';
import type { Citable } from './statute-pack.js';
import { rowsOf } from './report-cells.js';
import { parseReportFormat } from './report-format.js';

const FILE = 'config/statutes/grounds.yaml';
const shipped = readFileSync(FILE, 'utf8');
const shippedLines = shipped.split('\n');
const grounds = parseGrounds(shipped, FILE);

const rowIn = (row: 'by_ground' | Record<2019 | 2021, string>, year: 2019 | 2021): string =>
  row === 'by_ground' ? row : row[year];

function problems(text: string, instruments?: Citable): string[] {
  try {
    parseGrounds(text, FILE, instruments);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('the shipped grounds', () => {
  it('know every decision code and every ground', () => {
    expect(Object.keys(grounds.decisions).sort()).toEqual([...DECISION_CODES].sort());
    expect(Object.keys(grounds.grounds)).toEqual([...GROUNDS]);
  });

  it('send every refusal under REG 14, 15 and 16 to reconsideration first, and no other answer', () => {
    for (const { article, reconsiderationFirst } of Object.values(grounds.grounds))
      expect(reconsiderationFirst).toBe(/^REG 1[456]/.test(article));
    for (const code of PLAIN_CODES) expect(grounds.decisions[code].reconsiderationFirst).toBe(false);
  });

  it('give a row in each format', () => {
    expect(grounds.decisions.granted.row).toEqual({ 2019: 'b.r1_granted', 2021: 'b.r1_granted' });
    expect(grounds.decisions.abandoned_fee.row).toEqual({ 2019: 'b.r6_other', 2021: 'b.r6_2_fee_abandoned' });
    expect(grounds.decisions.refused.row).toBe('by_ground');
    expect(grounds.grounds.enforcement_file.row).toEqual({ 2019: 'b.r3_7_enforcement_file', 2021: 'b.r3_7_enforcement_file' });
  });

  it('ask for a search record before "does not exist", and for the ground before a refusal', () => {
    expect(grounds.decisions.not_existing.requires).toContain('search');
    expect(grounds.decisions.refused.requires).toEqual(['ground', 'article', 'facts', 'reasons', 'severability']);
  });
});

describe.each([2019, 2021] as const)('the annual report in the format of %i', (year) => {
  const file = `config/reports/annual-${String(year)}.yaml`;
  const format = parseReportFormat(readFileSync(file, 'utf8'), file);
  const rows = format.tables
    .flatMap(rowsOf)
    .flatMap(({ row }) => (row.measure.of === 'outcome' ? [{ id: `b.${row.id}`, ...row.measure }] : []));

  it('counts every decision and every ground in the row that is named here', () => {
    for (const { id, codes, refusedFor } of rows) {
      for (const code of codes) expect([code, rowIn(grounds.decisions[code].row, year)]).toEqual([code, id]);
      for (const ground of refusedFor) expect([ground, grounds.grounds[ground].row[year]]).toEqual([ground, id]);
    }
  });
});

describe('the grounds are refused for', () => {
  it.each([
    [
      'a row of no table',
      'row: b.r5_3_publication',
      'row: r5_3',
      'decisions.publication: row must be a row of table B (b.r…), one for each of 2019 and 2021, or by_ground',
    ],
    [
      'a row in one format only',
      '{ 2019: b.r6_other, 2021: b.r6_2_fee_abandoned }',
      '{ 2019: b.r6_other }',
      'decisions.abandoned_fee: row must be a row of table B (b.r…), one for each of 2019 and 2021, or by_ground',
    ],
    [
      'an unknown requirement',
      'requires: [search]',
      'requires: [serach]',
      'decisions.not_existing: requires[0] must be one of ground, article, facts, reasons, severability, harm, search, earlier_reply, other_organ, location, review',
    ],
    ['an unknown force', 'force: refer', 'force: maybe', 'grounds.administrative_query: force must be one of must, may, refer'],
    [
      'an unknown decision',
      '  granted:',
      '  allowed:',
      'decisions: allowed is not known here; remove it or correct its spelling',
    ],
  ])('%s', (_, from, to, message) => {
    const text = shipped.replace(from, to);
    const line = text.split('\n').findIndex((content, i) => content !== shippedLines[i]) + 1;
    expect(problems(text)).toContain(`${FILE}:${String(line)} ${message}`);
  });

  it('a period typed into a remedy text', () => {
    const text = shipped.replace('within {reconsideration.apply_days} days\n', 'within 60 days\n');
    expect(problems(text)).toEqual([
      expect.stringContaining('remedies.choice.text: en types the period "60 days"; write the name of its rule in braces'),
    ]);
    expect(problems(shipped.replace('{litigation.direct_months}个月', '6个月'))).toEqual([
      expect.stringContaining('zh types the period "6个月"'),
    ]);
  });

  it('a placeholder nobody fills', () => {
    expect(problems(shipped.replaceAll('{court}', '{curt}'))).toHaveLength(4);
    expect(problems(shipped.replace('{supervisor}投诉', '{toString}投诉'))).toEqual([
      expect.stringContaining('has {toString}, which is neither a rule nor one of'),
    ]);
  });

  it('an article of an instrument that the statute pack does not list', () => {
    const named = { REG: {}, FEE: {}, ARL: {}, ALL: {}, FMT19: { articles: false } };
    expect(problems(shipped, { ...named, FMT21: { articles: false } })).toEqual([]);
    expect(problems(shipped, named)).toHaveLength(4);
    expect(problems(shipped, { ...named, FMT21: {} })).toHaveLength(4);
  });
});
