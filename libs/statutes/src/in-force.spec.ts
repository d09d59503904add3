import { readFileSync } from 'node:fs';
import { localDate } from '@gongkai/calendar';
import { articleInForce, inForce, NotInForceError, withRules } from './in-force.js';
import { ruleKeys, type RuleKey } from './rule-keys.js';
import { parseStatute } from './statute-pack.js';

const FILE = 'config/statutes/cn-ogi-711.yaml';
const statute = parseStatute(readFileSync(FILE, 'utf8'), FILE);

describe('the shipped statute pack', () => {
  it('answers every rule, each with an article and a basis', () => {
    expect(Object.keys(statute.rules).sort()).toEqual(Object.keys(ruleKeys).sort());
    for (const rule of Object.values(statute.rules))
      expect(rule).toMatchObject({ article: expect.any(String), basis: expect.any(String) });
  });

  it.each([
    ['reply.days', '2019-05-14', 15],
    ['reply.days', '2019-05-15', 20],
    ['extension.max_total', '2008-05-01', 15],
    ['extension.max_total', '2026-03-09', 20],
    ['correction.notice_days', '2019-01-02', 7],
    ['consult.third_party.days', '2026-03-09', 15],
    ['fee.pay_days', '2021-01-01', 20],
    ['reconsideration.answer_days.summary', '2024-01-01', 5],
    ['litigation.direct_months', '2015-04-30', 3],
    ['litigation.direct_months', '2015-05-01', 6],
    ['receipt.ordinary_mail', '2026-03-09', 'confirmed'],
    ['report.due.department', '2026-03-09', '01-31'],
  ] as const)('%s on %s is %s', (key, on, value) => {
    expect(inForce(statute, key as RuleKey, localDate(on))).toBe(value);
  });

  it.each([
    ['reply.days', '2008-04-30'],
    ['fee.pay_days', '2020-12-31'],
    ['reconsideration.decision_days.summary', '2023-12-31'],
  ] as const)('%s had no value on %s', (key, on) => {
    expect(() => inForce(statute, key, localDate(on))).toThrow(NotInForceError);
  });

  it.each([
    ['reply.days', '2019-05-14', 'REG2007 24(2)'],
    ['reply.days', '2019-05-15', 'REG 33(2)'],
    ['extension.max_total', '2019-05-14', 'REG2007 24(2)'],
    ['extension.max_total', '2026-03-09', 'REG 33(2)'],
    ['litigation.direct_months', '2015-04-30', 'ALL1989 39'],
    ['litigation.direct_months', '2015-05-01', 'ALL 46'],
    ['litigation.apply_max_months', '2018-02-07', 'SPC2000 41'],
    ['litigation.defence_days', '2015-04-30', 'ALL1989 43'],
    ['litigation.judgment_months.ordinary', '2015-04-30', 'ALL1989 57'],
    ['correction.notice_days', '2019-01-02', 'REG 30'],
  ] as const)('%s on %s rests on %s', (key, on, article) => {
    expect(articleInForce(statute, key, localDate(on))).toBe(article);
  });

  it('names the instrument of every article, also of the older values', () => {
    expect(statute.instruments.REG2007).toMatchObject({ number: '国务院令第492号', inForceFrom: '2008-05-01' });
  });

  it('marks as fixed only what the law itself says', () => {
    for (const rule of Object.values(statute.rules)) expect(rule.fixed && rule.basis !== 'law').toBe(false);
    expect(statute.rules['reply.days'].fixed).toBe(true);
    expect(statute.rules['correction.applicant_period'].fixed).toBe(false);
  });

  it('keeps article and basis when an office chooses another value', () => {
    const changed = withRules(statute, { 'correction.applicant_period': 10 }).rules['correction.applicant_period'];
    expect(changed).toEqual({ article: 'REG 30', basis: 'practice', fixed: false, values: [{ from: '2008-05-01', value: 10 }] });
    expect(inForce(statute, 'correction.applicant_period', localDate('2026-03-09'))).toBe(15);
  });
});
