import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseReportFormat } from './report-format.js';
import { checkIdentities, checkNumbers, checkRollUp, type ReportNumbers } from './report-identities.js';

const file = 'config/reports/annual-2021.yaml';
const format = parseReportFormat(readFileSync(file, 'utf8'), file);

const APPLICANTS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
  'other_org',
  'total',
];
const REMEDY_COLUMNS = ['upheld', 'corrected', 'other_result', 'pending', 'total'];

/** A line of a table as cells. */
const line = (row: string, columns: readonly string[], numbers: readonly number[]): Record<string, number> =>
  Object.fromEntries(columns.map((column, i) => [`${row}.${column}`, numbers[i] ?? 0]));

/** The rows of a published city report whose figures are known for every kind of applicant. */
const KNOWN_ROWS = {
  new_received: [13612, 252, 0, 45, 128, 32, 14069],
  carried_in: [535, 6, 0, 1, 18, 0, 560],
  r1_granted: [5345, 129, 0, 41, 19, 14, 5548],
  r2_partly_granted: [2120, 39, 0, 1, 6, 2, 2168],
  r7_total_handled: [13364, 252, 0, 44, 121, 29, 13810],
  carried_out: [783, 6, 0, 2, 25, 3, 819],
};
/** The other rows: their totals are known, and the share of natural persons in each group. */
const GROUPS: [natural: number, rows: [string, number][]][] = [
  [
    719,
    [
      ['r3_1_state_secret', 13],
      ['r3_2_prohibited_by_law', 30],
      ['r3_3_three_security_one_stability', 11],
      ['r3_4_third_party_rights', 51],
      ['r3_5_internal_affairs', 104],
      ['r3_6_process_information', 85],
      ['r3_7_enforcement_file', 286],
      ['r3_8_administrative_query', 150],
    ],
  ],
  [
    3271,
    [
      ['r4_1_not_held', 3222],
      ['r4_2_needs_creation', 180],
      ['r4_3_still_unclear', 19],
    ],
  ],
  [
    451,
    [
      ['r5_1_petition_complaint', 203],
      ['r5_2_repeated', 148],
      ['r5_3_publication', 0],
      ['r5_4_excessive_no_reason', 101],
      ['r5_5_confirm_or_reissue', 5],
    ],
  ],
  [
    1458,
    [
      ['r6_1_correction_abandoned', 318],
      ['r6_2_fee_abandoned', 203],
      ['r6_3_other', 965],
    ],
  ],
];

/** Fills the rows whose spread over applicants is not known in some way that agrees with every total that is. */
function spread(): Record<string, number> {
  const left = APPLICANTS.slice(1, 6).map(
    (_, i) =>
      (KNOWN_ROWS.r7_total_handled[i + 1] ?? 0) -
      (KNOWN_ROWS.r1_granted[i + 1] ?? 0) -
      (KNOWN_ROWS.r2_partly_granted[i + 1] ?? 0),
  );
  const lines = GROUPS.flatMap(([natural, rows]) => {
    let persons = natural;
    return rows.map(([row, total]) => {
      const ofPersons = Math.min(persons, total);
      persons -= ofPersons;
      let rest = total - ofPersons;
      const others = left.map((free, i) => {
        const taken = Math.min(free, rest);
        left[i] = free - taken;
        rest -= taken;
        return taken;
      });
      return line(`b.${row}`, APPLICANTS, [ofPersons, ...others, total]);
    });
  });
  return Object.assign({}, ...lines) as Record<string, number>;
}

/** As published; the fees are made up. */
const published: ReportNumbers = {
  ...Object.assign({}, ...Object.entries(KNOWN_ROWS).map(([row, numbers]) => line(`b.${row}`, APPLICANTS, numbers))),
  ...spread(),
  ...line('c.reconsideration', REMEDY_COLUMNS, [376, 97, 196, 121, 790]),
  ...line('c.litigation_direct', REMEDY_COLUMNS, [16, 1, 12, 27, 56]),
  ...line('c.litigation_after_reconsideration', REMEDY_COLUMNS, [74, 1, 30, 51, 156]),
  ...line('a.rules', ['issued_this_year', 'repealed_this_year', 'in_force'], [3, 5, 74]),
  ...line('a.normative_documents', ['issued_this_year', 'repealed_this_year', 'in_force'], [564, 984, 4185]),
  'a.administrative_licences.decisions_this_year': 11_398_889,
  'a.administrative_penalties.decisions_this_year': 6_937_489,
  'a.administrative_compulsion.decisions_this_year': 166_105,
  'a.administrative_fees.amount_10k_yuan': 316_441,
  ...line('fees.processing', ['notices', 'yuan_noticed', 'yuan_received'], [203, 1_200_000, 900_000]),
};
const lastYear: ReportNumbers = {
  ...line('b.carried_out', APPLICANTS, KNOWN_ROWS.carried_in),
  'a.rules.in_force': 76,
  'a.normative_documents.in_force': 4605,
};

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
