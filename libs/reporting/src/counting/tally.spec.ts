import { localDate } from '@gongkai/calendar';
import { readGrounds, readReportFormats } from '@gongkai/platform';
import { withFigures } from '../entry/live-fields.js';
import { checked, type Checking } from './checks.js';
import { periodOf, type Counted, type CountedGroup, type CountedRemedy } from './counted.js';
import { cellOfRemedy, tally, type Manner } from './tally.js';

const format = readReportFormats('config').find(({ id }) => id === 'annual-2021');
if (format === undefined) throw new Error('annual-2021 is missing');
const manner: Manner = {
  format,
  period: periodOf(2026),
  rules: { 'report.arl69': 'upheld', 'mixed_items.report_row': 'partly_granted' },
};

const NONE: Counted = { groups: [], remedies: [], fees: [] };
const group = (ids: readonly string[], more: Partial<CountedGroup> = {}): CountedGroup => ({
  organ: 'bureau',
  category: 'natural_person',
  isNew: true,
  isCarriedIn: false,
  handledAs: null,
  handledFor: null,
  isCarriedOut: false,
  ids,
  ...more,
});
const refusedFor = (handledFor: string) => ({ handledAs: 'refused', handledFor });
const remedy = (more: Partial<CountedRemedy> = {}): CountedRemedy => ({
  organ: 'bureau',
  caseId: 'z',
  remedyId: '1',
  kind: 'reconsideration',
  afterReconsideration: false,
  closedOn: null,
  result: null,
  outcome: 'refused',
  ground: 'enforcement_file',
  madeOn: localDate('2026-03-02'),
  ...more,
});
const numbersOf = (counted: Partial<Counted>, rules: Partial<Manner['rules']> = {}): Record<string, number> => {
  const { numbers } = tally({ ...NONE, ...counted }, { ...manner, rules: { ...manner.rules, ...rules } });
  return Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== 0));
};

describe('what a report counts', () => {
  it('an application counts where it came in, where it ended, and in the totals', () => {
    expect(
      numbersOf({ groups: [group(['x', 'y'], { category: 'legal_service_org', ...refusedFor('enforcement_file') })] }),
    ).toEqual({
      'b.new_received.legal_service_org': 2,
      'b.new_received.total': 2,
      'b.r3_7_enforcement_file.legal_service_org': 2,
      'b.r3_7_enforcement_file.total': 2,
      'b.r7_total_handled.legal_service_org': 2,
      'b.r7_total_handled.total': 2,
    });
  });

  it('one that was given in part and else not held stands where the office has chosen', () => {
    const groups = [group(['x'], { handledAs: 'partly_granted', handledFor: 'not_held' })];
    expect(numbersOf({ groups })).toMatchObject({ 'b.r2_partly_granted.total': 1 });
    expect(numbersOf({ groups }, { 'mixed_items.report_row': 'granted' })).toMatchObject({ 'b.r1_granted.total': 1 });
  });

  it.each<[string, Partial<CountedRemedy>, string]>([
    ['pending', {}, 'c.reconsideration.pending'],
    ['decided after the year', { closedOn: localDate('2027-01-04'), result: 'annulled' }, 'c.reconsideration.pending'],
    ['won', { closedOn: localDate('2026-12-31'), result: 'upheld' }, 'c.reconsideration.upheld'],
    ['withdrawn', { closedOn: localDate('2026-12-31'), result: 'withdrawn' }, 'c.reconsideration.other_result'],
    [
      'dismissed as an application',
      { closedOn: localDate('2026-12-31'), result: 'application_dismissed' },
      'c.reconsideration.other_result',
    ],
    [
      'a suit at once, lost',
      { kind: 'litigation', closedOn: localDate('2026-12-31'), result: 'annulled' },
      'c.litigation_direct.corrected',
    ],
    [
      'a suit that its court handed to another one',
      { kind: 'litigation', closedOn: localDate('2026-12-31'), result: 'transferred' },
      'c.litigation_direct.other_result',
    ],
    [
      'a suit after a reconsideration, given up',
      { kind: 'litigation', afterReconsideration: true, closedOn: localDate('2026-06-01'), result: 'withdrawn' },
      'c.litigation_after_reconsideration.other_result',
    ],
  ])('a remedy, %s', (_, more, cell) => {
    expect(cellOfRemedy(remedy(more), manner)).toBe(cell);
    expect(numbersOf({ remedies: [remedy(more)] })).toEqual({ [cell]: 1, [cell.replace(/[^.]+$/, 'total')]: 1 });
  });

  it('fees are notices and sums, not cases', () => {
    const fees = [{ organ: 'bureau', caseId: 'x', notices: 2, noticed: 300.5, received: 200 }];
    expect(numbersOf({ fees })).toEqual({
      'fees.processing.notices': 2,
      'fees.processing.yuan_noticed': 300.5,
      'fees.processing.yuan_received': 200,
    });
  });
});

describe('what has to agree', () => {
  const looking = (counted: Partial<Counted>, more: Partial<Checking> = {}) => {
    const counts = tally({ ...NONE, ...counted }, manner);
    const remedies = (counted.remedies ?? []).map((one) => ({ ...one, cell: cellOfRemedy(one, manner) }));
    const total = (cell: string): number => counts.numbers[`b.${cell}.total`] ?? 0;
    const register = { received: total('new_received'), outcomes: total('r7_total_handled'), open: total('carried_out') };
    const found = checked({
      ...counts,
      ...{
        format,
        last: null,
        members: [counts.numbers],
        register,
        remedies,
        grounds: readGrounds('config'),
        texts: {},
        corrected: new Map(),
      },
      ...more,
    });
    return found.filter(({ result }) => result === 'differs');
  };
  const whole = [group(['x'], { handledAs: 'granted' }), group(['y'], { isCarriedOut: true })];

  it('a whole report agrees', () => expect(looking({ groups: whole })).toEqual([]));

  it('A1: a case that never ends is named', () => {
    const [first] = looking({ groups: [...whole, group(['lost'])] });
    expect(first).toMatchObject({ id: 'A1', kind: 'hard' });
    expect(first?.differences[0]).toMatchObject({ place: 'b.*.natural_person', left: 3, right: 2, caseIds: ['lost'] });
  });

  it('A2: a result that no row counts is named', () => {
    const found = looking({ groups: [...whole, group(['odd'], refusedFor('nobody knows'))] });
    expect(found.map(({ id, differences }) => [id, differences[0]?.caseIds])).toEqual([['A2', ['odd']]]);
  });

  it('A3: an applicant of no kind is named', () => {
    const found = looking({ groups: [...whole, group(['ghost'], { category: 'spirits', handledAs: 'granted' })] });
    expect(found.map(({ id, differences }) => [id, differences[0]?.caseIds])).toEqual([['A3', ['ghost']]]);
  });

  it('A5: a case that last year did not carry out is named', () => {
    const [last, now] = [
      [group(['x'], { isCarriedOut: true })],
      [group(['x', 'late'], { isNew: false, isCarriedIn: true, handledAs: 'granted' })],
    ];
    const found = looking({ groups: now }, { last: tally({ ...NONE, groups: last }, manner) });
    // Last year's is frozen: the case explains it, and this year's can be frozen too.
    expect(found).toMatchObject([{ id: 'A5', kind: 'warn' }]);
    expect(found[0]?.differences[0]).toMatchObject({ place: 'b.*.natural_person', left: 2, right: 1, caseIds: ['late'] });
  });

  it('A6: a member that does not add up is told by its cell', () => {
    const found = looking({ groups: whole }, { members: [tally({ ...NONE, groups: whole.slice(1) }, manner).numbers] });
    expect(found.map(({ id }) => id)).toEqual(['A6']);
    expect(found[0]?.differences[0]).toMatchObject({ place: 'b.new_received.natural_person', left: 2, right: 1 });
  });

  it('A7: a number of cases in the text that is that of no cell; what is quoted cannot differ', () => {
    const texts = { 's1_general.2': '全年收到申请{{b.new_received.total}}件，即2件，办结3件，依据第三十六条。' };
    const found = looking({ groups: whole }, { texts });
    expect(found.map(({ id, differences }) => [id, differences.map(({ place, left }) => [place, left])])).toEqual([
      ['A7', [['s1_general.2', 3]]],
    ]);
    expect(withFigures(texts['s1_general.2'], { 'b.new_received.total': 2 })).toContain('收到申请2件');
  });

  it('A7: a number that is written with commas, or in wide digits, is that number', () => {
    const texts = { s5_problems: '其中，2件；共2,493件，另1，204件，约3０件，Art. 18, 1,205 applications.' };
    const found = looking({ groups: whole }, { texts });
    expect(found.map(({ differences }) => differences.map(({ left }) => left))).toEqual([[2493, 1204, 30, 1205]]);
  });

  it('A6: a member whose report was frozen counts as it was frozen; the case that came since explains it', () => {
    const frozen = tally({ ...NONE, groups: whole.slice(1) }, manner);
    const found = looking(
      { groups: whole },
      { members: [frozen.numbers], corrected: new Map([['b.new_received.total', ['x']]]) },
    );
    const [first] = found[0]?.differences.filter(({ place }) => place === 'b.new_received.total') ?? [];
    expect(first).toMatchObject({ left: 2, right: 1, caseIds: ['x'] });
    // Not every place is explained by a case: it stays a reason not to freeze.
    expect(found[0]).toMatchObject({ id: 'A6', kind: 'hard' });
    const all = new Map(Object.keys(frozen.numbers).map((cell) => [cell, ['x']]));
    expect(looking({ groups: whole }, { members: [frozen.numbers], corrected: all })[0]).toMatchObject({
      id: 'A6',
      kind: 'warn',
    });
  });

  it('A10: what the register does not have', () => {
    const found = looking({ groups: whole }, { register: { received: 2, outcomes: 1, open: 2 } });
    expect(found.map(({ id, differences }) => [id, differences.length])).toEqual([['A10', 1]]);
  });

  it('A12: a suit at once where reconsideration comes first', () => {
    const suit = remedy({ kind: 'litigation', closedOn: localDate('2026-12-01'), result: 'dismissed' });
    const found = looking({ groups: whole, remedies: [suit] });
    expect(found.map(({ id, differences }) => [id, differences[0]?.caseIds])).toEqual([['A12', ['z']]]);
  });
});
