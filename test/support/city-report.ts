/** The report of a city for 2025, in the format of 2021, as it was published: what is known of its cells. */
type Numbers = Readonly<Record<string, number>>;

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

const joined = (lines: readonly Numbers[]): Record<string, number> =>
  Object.fromEntries(lines.flatMap((one) => Object.entries(one)));

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
  return joined(lines);
}

/** As published; the fees are made up. */
export const cityReport: Numbers = {
  ...joined(Object.entries(KNOWN_ROWS).map(([row, numbers]) => line(`b.${row}`, APPLICANTS, numbers))),
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
/** What it goes on from. */
export const cityYearBefore: Numbers = {
  ...line('b.carried_out', APPLICANTS, KNOWN_ROWS.carried_in),
  'a.rules.in_force': 76,
  'a.normative_documents.in_force': 4605,
};
