import { readFileSync } from 'node:fs';
import { readGrounds } from '@gongkai/platform';
import { DECISION_CODES, GROUNDS, type Decision, type DecisionCode } from './decision-codes.js';
import { columnsOf, rowsOf } from './report-cells.js';
import { formatForYear, parseReportFormat, type AnnualReportFormat } from './report-format.js';
import { remedyCellOf, rowOf, type ReportedRemedy } from './report-rows.js';
import { RECONSIDERATION_OUTCOMES, SUIT_OUTCOMES } from './report-schema.js';

const fileOf = (year: number): string => `config/reports/annual-${String(year)}.yaml`;
const textOf = (year: number): string => readFileSync(fileOf(year), 'utf8');
const format2019 = parseReportFormat(textOf(2019), fileOf(2019));
const format2021 = parseReportFormat(textOf(2021), fileOf(2021));
const both = [
  ['2019', format2019],
  ['2021', format2021],
] as const;

const cellCount = (format: AnnualReportFormat, table: string): number =>
  format.cells.filter((cell) => cell.table === table).length;
const block = (format: AnnualReportFormat, no: string) => {
  const table = format.tables.find(({ id }) => id === 'b');
  return table ? rowsOf(table).filter(({ headings }) => headings.some((heading) => heading.no === no)) : [];
};

describe('the cells of the report', () => {
  it('2021: 10 in table A, 25 rows of 7 in B, 15 in C, 3 of fees', () => {
    expect(['a', 'b', 'c', 'fees'].map((table) => cellCount(format2021, table))).toEqual([10, 175, 15, 3]);
  });

  it('2019: 22 in table A, 23 rows of 7 in B, 15 in C, no fees', () => {
    expect(['a', 'b', 'c', 'fees'].map((table) => cellCount(format2019, table))).toEqual([22, 161, 15, 0]);
  });

  it('block III spans 20 rows in 2019 and 22 in 2021', () => {
    expect(block(format2019, '三、')).toHaveLength(20);
    expect(block(format2021, '三、')).toHaveLength(22);
    expect(['（三）', '（四）', '（五）', '（六）'].map((no) => block(format2021, no).length)).toEqual([8, 3, 5, 3]);
  });

  it.each(both)('%s: names are unique and in printed order', (_, { cells }) => {
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells.map(({ order }) => order)).toEqual(cells.map((_cell, i) => i + 1));
    expect(cells.find(({ table }) => table === 'b')?.id).toBe('b.new_received.natural_person');
    expect(cells.findLast(({ table }) => table === 'b')?.id).toBe('b.carried_out.total');
  });

  it('a cell has a name in both languages, its unit and its source', () => {
    expect(format2021.cells.find(({ id }) => id === 'b.r3_4_third_party_rights.total')).toMatchObject({
      name: {
        zh: '三、本年度办理结果 · （三）不予公开 · 4.保护第三方合法权益：总计',
        en: 'Results this year · Not disclosed · Protects the rights of third parties: total',
      },
      unit: 'count',
      signed: false,
      measure: 'outcome',
    });
    expect(format2021.cells.find(({ id }) => id === 'a.administrative_fees.amount_10k_yuan')).toMatchObject({
      unit: '10k_yuan',
      measure: 'entered',
    });
    expect(format2019.cells.find(({ id }) => id === 'a.administrative_penalties.change_this_year')).toMatchObject({
      signed: true,
    });
  });

  it('the three remedies stand in one printed line, five cells each', () => {
    expect(format2021.cells.filter(({ table }) => table === 'c').map(({ id }) => id.slice(2))).toEqual(
      ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'].flatMap((row) =>
        ['upheld', 'corrected', 'other_result', 'pending', 'total'].map((column) => `${row}.${column}`),
      ),
    );
  });

  it.each(both)('%s: six sections, each table in its own', (_, { sections, tables }) => {
    expect(sections.map(({ id }) => id)).toEqual([
      's1_general',
      's2_proactive',
      's3_applications',
      's4_remedies',
      's5_problems',
      's6_other',
    ]);
    expect(sections.map(({ no }) => no).join('')).toBe('一二三四五六');
    expect(tables.map(({ section }) => section).slice(0, 3)).toEqual(['s2_proactive', 's3_applications', 's4_remedies']);
  });

  it('both formats know the same applicants', () => {
    const applicants = both.map(([, { tables }]) =>
      tables.filter(({ id }) => id === 'b').flatMap((table) => columnsOf(table).map(({ id }) => id)),
    );
    expect(applicants[0]).toEqual(applicants[1]);
  });

  it.each([
    [2018, undefined],
    [2019, 'annual-2019'],
    [2020, 'annual-2019'],
    [2021, 'annual-2021'],
    [2026, 'annual-2021'],
  ])('the report for %i is made with %s', (year, id) => {
    expect(formatForYear([format2019, format2021], year)?.id).toBe(id);
  });
});

describe('the row of a decision', () => {
  const decisions: Decision[] = [
    ...DECISION_CODES.filter((code): code is Exclude<DecisionCode, 'refused'> => code !== 'refused').map((code) => ({ code })),
    ...GROUNDS.map((ground) => ({ code: 'refused' as const, ground })),
  ];
  const grounds = readGrounds();
  const agreed = (decision: Decision, format: '2019' | '2021'): string => {
    const { row } = decision.code === 'refused' ? grounds.grounds[decision.ground] : grounds.decisions[decision.code];
    return row === 'by_ground' ? 'none' : row[format];
  };

  it.each(decisions)('of $code $ground is the one that the list of decisions names', (decision) => {
    expect(rowOf(decision, format2019)).toBe(agreed(decision, '2019'));
    expect(rowOf(decision, format2021)).toBe(agreed(decision, '2021'));
  });

  it.each([
    [{ code: 'already_public' }, 'b.r1_granted'],
    [{ code: 'partly_granted', ground: 'internal_affairs' }, 'b.r2_partly_granted'],
    [{ code: 'refused', ground: 'enforcement_file' }, 'b.r3_7_enforcement_file'],
    [{ code: 'special_rule' }, 'b.r3_8_administrative_query'],
    [{ code: 'not_this_organ' }, 'b.r4_1_not_held'],
    [{ code: 'merged' }, 'b.r6_3_other'],
  ] as const)('%j is counted in %s', (decision, row) => {
    expect(rowOf(decision, format2021)).toBe(row);
  });
});

describe('the cell of a remedy', () => {
  const shipped = { 'report.arl69': 'upheld' } as const;

  it.each<[ReportedRemedy, string]>([
    [{ procedure: 'reconsideration', outcome: 'upheld' }, 'c.reconsideration.upheld'],
    [{ procedure: 'reconsideration', outcome: 'ordered_to_perform' }, 'c.reconsideration.corrected'],
    [{ procedure: 'reconsideration', outcome: 'mediated' }, 'c.reconsideration.other_result'],
    [{ procedure: 'reconsideration', outcome: null }, 'c.reconsideration.pending'],
    [{ procedure: 'suit', after: 'nothing', outcome: 'claim_dismissed' }, 'c.litigation_direct.upheld'],
    [
      { procedure: 'suit', after: 'reconsideration', outcome: 'suit_rejected' },
      'c.litigation_after_reconsideration.other_result',
    ],
    [{ procedure: 'suit', after: 'nothing', outcome: null }, 'c.litigation_direct.pending'],
  ])('%j is %s', (remedy, cell) => {
    expect(remedyCellOf(remedy, format2021, shipped)).toBe(cell);
  });

  it('of a claim rejected as unfounded is what the office chose', () => {
    const rejected = { procedure: 'reconsideration', outcome: 'claim_rejected' } as const;
    expect(remedyCellOf(rejected, format2021, shipped)).toBe('c.reconsideration.upheld');
    expect(remedyCellOf(rejected, format2021, { 'report.arl69': 'other_result' })).toBe('c.reconsideration.other_result');
  });

  it.each(both)('%s: exists for every result', (_, { cells, ...format }) => {
    const remedies: ReportedRemedy[] = [
      ...RECONSIDERATION_OUTCOMES.map((outcome) => ({ procedure: 'reconsideration' as const, outcome })),
      ...SUIT_OUTCOMES.map((outcome) => ({ procedure: 'suit' as const, after: 'nothing' as const, outcome })),
    ];
    const ids = new Set(cells.map(({ id }) => id));
    expect(remedies.every((remedy) => ids.has(remedyCellOf(remedy, { ...format, cells }, shipped)))).toBe(true);
  });
});

describe('a format file', () => {
  const good = textOf(2021);
  it.each([
    [
      'a row given twice',
      good.replace('id: r5_2_repeated', 'id: r5_1_petition_complaint'),
      /rows has r5_1_petition_complaint twice/,
    ],
    ['a column given twice', good.replace('id: research_institution', 'id: natural_person'), /columns has natural_person twice/],
    [
      'a sum over a row that does not exist',
      good.replace('left: [new_received, carried_in]', 'left: [new_received, carried_into]'),
      /names b\.carried_into\.natural_person/,
    ],
    [
      'a sum over a table that does not exist',
      good.replace('table: c, of: columns', 'table: d, of: columns'),
      /names d, which does not exist/,
    ],
    ['a heading that spans too few rows', good.replace('rowSpan: 22', 'rowSpan: 21'), /rowSpan must be 22/],
    [
      'a decision counted nowhere',
      good.replace('codes: [repeated]', 'codes: []'),
      /must count the decision repeated once; they count it 0 times/,
    ],
    [
      'a ground counted twice',
      good.replace('refusedFor: [internal_affairs]', 'refusedFor: [internal_affairs, state_secret]'),
      /a refusal for state_secret once; they count it 2 times/,
    ],
    [
      'a court result counted nowhere',
      good.replace('suit: [claim_dismissed]', 'suit: []'),
      /the court result claim_dismissed once/,
    ],
    ['a table in no section', good.replace('section: s4_remedies', 'section: s7'), /names s7, which is no section/],
    [
      'a column kept that is not there',
      good.replace('columns: [amount_10k_yuan]', 'columns: [amount]'),
      /has amount, which is no column/,
    ],
    ['an unknown field', good.replace('printedAs: one_line', 'printedAs: one_line\n    colour: red'), /colour is not known here/],
  ])('is refused with its line: %s', (_, text, message) => {
    expect(text).not.toBe(good);
    expect(() => parseReportFormat(text, fileOf(2021))).toThrow(message);
    expect(() => parseReportFormat(text, fileOf(2021))).toThrow(/annual-2021\.yaml:\d+ /);
  });
});
