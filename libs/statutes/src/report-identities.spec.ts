import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { cityReport as published, cityYearBefore as lastYear } from '../../../test/support/city-report.js';
import { parseReportFormat } from './report-format.js';
import { checkIdentities, checkNumbers, checkRollUp, type ReportNumbers } from './report-identities.js';

const file = 'config/reports/annual-2021.yaml';
const format = parseReportFormat(readFileSync(file, 'utf8'), file);

const without = (numbers: ReportNumbers, cell: string): ReportNumbers =>
  Object.fromEntries(Object.entries(numbers).filter(([id]) => id !== cell));

const broken = (numbers: ReportNumbers, last?: ReportNumbers): string[] =>
  checkIdentities(format, numbers, last).map(({ identity, kind, place }) => `${identity} ${kind} ${place}`);

describe('a published report', () => {
  it('fills every cell and breaks no identity', () => {
    expect(checkNumbers(format, published)).toEqual([]);
    expect(checkIdentities(format, published, lastYear)).toEqual([]);
  });

  it('14069 + 560 = 13810 + 819', () => {
    expect(broken({ ...published, 'b.carried_out.total': 818 })).toContain('A1 hard b.*.total');
    expect(checkIdentities(format, { ...published, 'b.carried_out.total': 818 })).toContainEqual({
      identity: 'A1',
      kind: 'hard',
      place: 'b.*.total',
      left: 14_629,
      right: 14_628,
      missing: [],
    });
  });

  it.each([
    ['a result that is not in the total', { 'b.r5_2_repeated.total': 149 }, ['A2 hard b.*.total', 'A3 hard b.r5_2_repeated.*']],
    [
      'a total that is not the sum over applicants',
      { 'b.new_received.legal_service_org': 129 },
      ['A1 hard b.*.legal_service_org', 'A3 hard b.new_received.*'],
    ],
    ['a remedy whose results do not add up', { 'c.litigation_direct.pending': 26 }, ['A4 hard c.litigation_direct.*']],
    ['documents in force that do not follow from last year', { 'a.rules.in_force': 75 }, ['A8 warn a.rules.*']],
    ['more fees received than noticed', { 'fees.processing.yuan_received': 1_200_001 }, ['A11 warn fees.processing.*']],
  ])('%s', (_, change, expected) => {
    expect(broken({ ...published, ...change }, lastYear)).toEqual(expected);
  });

  it('what is carried in is what last year carried out, per kind of applicant', () => {
    expect(broken(published, { ...lastYear, 'b.carried_out.total': 561, 'b.carried_out.natural_person': 536 })).toEqual([
      'A5 hard b.*.natural_person',
      'A5 hard b.*.total',
    ]);
    expect(broken(published)).toEqual([]);
  });

  it('A9: the items of table A, as the format of 2019 counts them, do not go below zero; the one of 2021 has none', () => {
    const of2019 = 'config/reports/annual-2019.yaml';
    const old = parseReportFormat(readFileSync(of2019, 'utf8'), of2019);
    const few = { ...Object.fromEntries(old.cells.map(({ id }) => [id, 0])), 'a.administrative_fees.items_last_year': 3 };
    const changed = (by: number) => checkIdentities(old, { ...few, 'a.administrative_fees.change_this_year': by });
    expect(changed(-3)).toEqual([]);
    expect(changed(-4)).toMatchObject([{ identity: 'A9', kind: 'warn', place: 'a.administrative_fees.*', left: -1, right: 0 }]);
    expect(format.identities.map(({ id }) => id)).not.toContain('A9');
  });

  it('a missing number breaks what depends on it and is named; it never counts as zero', () => {
    const rest = without(published, 'c.reconsideration.pending');
    expect(checkIdentities(format, rest)).toEqual([
      {
        identity: 'A4',
        kind: 'hard',
        place: 'c.reconsideration.*',
        left: null,
        right: null,
        missing: ['c.reconsideration.pending'],
      },
    ]);
    const before = without(lastYear, 'b.carried_out.other_org');
    expect(checkIdentities(format, published, before)[0]).toMatchObject({
      identity: 'A5',
      missing: ['last:b.carried_out.other_org'],
    });
  });
});

describe('any report', () => {
  it('a change of one number of table B is always noticed', () => {
    const cells = format.cells.filter(({ table }) => table === 'b').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...cells), fc.integer({ min: 1, max: 1000 }), (cell, more) => {
        expect(broken({ ...published, [cell]: (published[cell] ?? 0) + more }).length).toBeGreaterThan(0);
      }),
    );
  });

  it('the roll-up of two organs is their sum, cell by cell', () => {
    const whole = Object.fromEntries(Object.entries(published).map(([cell, number]) => [cell, 2 * number]));
    expect(checkRollUp(format, whole, [published, published])).toEqual([]);
    expect(checkIdentities(format, whole)).toEqual([]);
    expect(checkRollUp(format, { ...whole, 'c.reconsideration.upheld': 751 }, [published, published])).toMatchObject([
      { identity: 'A6', kind: 'hard', place: 'c.reconsideration.upheld', left: 751, right: 752 },
    ]);
    const partial = without(published, 'a.rules.in_force');
    expect(checkRollUp(format, whole, [published, partial])).toMatchObject([
      { identity: 'A6', left: null, missing: ['a.rules.in_force'] },
    ]);
  });

  it('a number is refused by itself where it cannot be', () => {
    const numbers = {
      ...published,
      'b.new_received.total': 0.5,
      'b.carried_in.total': -1,
      'b.r8.total': 1,
      'a.administrative_fees.amount_10k_yuan': 12.5,
    };
    expect(checkNumbers(format, numbers)).toEqual([
      { cell: 'b.r8.total', problem: 'unknown' },
      { cell: 'b.new_received.total', problem: 'not_whole' },
      { cell: 'b.carried_in.total', problem: 'negative' },
    ]);
  });
});
