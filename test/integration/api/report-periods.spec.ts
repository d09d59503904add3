import type { AnnualReport, CaseView, ReportedCases } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { localDate } from '@gongkai/calendar';
import { open as openCase, step } from '../../support/applications.js';
import { ORIGINAL } from '../../support/original.js';
import { givenFile } from '../../support/given-file.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let bureau: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-01-12' });
  bureau = await api.officer('supervisor.bureau');
  const clerk = await api.officer('clerk.bureau');
  for (const submittedOn of ['2025-12-30', '2025-12-31'])
    await openCase(clerk, { receipt: { channel: 'in_person', submittedOn } });
});
afterAll(() => api.stop());

const own = 'organ=bureau&scope=own';

describe('a part of a year', () => {
  const between = (from: string, to: string) => `/reports/annual/2025?${own}&from=${from}&to=${to}`;

  test('is counted like the year: halves add up to it, and what one carries out the other carries in', async () => {
    const whole = (await bureau.get(`/reports/annual/2025?${own}`)).body as AnnualReport;
    const [first, second] = [
      (await bureau.get(between('2025-01-01', '2025-12-30'))).body as AnnualReport,
      (await bureau.get(between('2025-12-31', '2025-12-31'))).body as AnnualReport,
    ];
    const of = ({ numbers }: AnnualReport, row: string) => numbers[`b.${row}.total`] ?? Number.NaN;
    expect(of(first, 'new_received')).toBeGreaterThan(0);
    expect(of(first, 'new_received') + of(second, 'new_received')).toBe(of(whole, 'new_received'));
    expect([of(second, 'carried_in'), of(second, 'carried_out')]).toEqual([of(first, 'carried_out'), of(whole, 'carried_out')]);
    expect([first.whole, first.entry, first.frozen, first.may, whole.whole]).toEqual([false, null, null, [], true]);
    const holding = first.checks.flatMap(({ id, kind, result }) => (kind === 'hard' && result === 'holds' ? [id] : []));
    expect(holding).toEqual(['A1', 'A2', 'A3', 'A4', 'A6', 'A10']);
    expect(first.tables.map(({ id }) => id)).toEqual(['b', 'c']);
    const cell = 'b.carried_in.total';
    const cases = (await bureau.get(between('2025-12-31', '2025-12-31').replace('?', `/cells/${cell}/cases?`))).body;
    expect((cases as ReportedCases).total).toBe(of(second, 'carried_in'));
    expect(fieldsIn(await bureau.get(between('2025-07-01', '2025-06-30')))).toEqual(['to ends-before-start']);
    expect(fieldsIn(await bureau.get(between('2025-13-01', '2025-06-30')))).toEqual(['from invalid-date']);
  });

  test('is given out as what it is, and is no report to be taken in', async () => {
    for (const form of ['xlsx', 'csv', 'json']) {
      const file = await givenFile(bureau, between('2025-01-01', '2025-06-30').replace('2025?', `2025.${form}?`));
      expect(file.name).toContain('2025-01-01至2025-06-30');
      expect([form, fieldsIn(await bureau.upload('/reports/published?organ=bureau&year=2025', file))]).toEqual([
        form,
        ['file part-of-a-year'],
      ]);
    }
  });
});

/** One of two items is answered before the end of the year and the other after it: it is one application (ADR 45). */
describe('an application that is answered in parts', () => {
  const at = (day: string) => api.clock.set(localDate(day));
  const counted = async (year: number): Promise<(row: string) => number> => {
    const supervisor = await api.officer('supervisor.bureau');
    const { numbers } = (await supervisor.get(`/reports/annual/${String(year)}?organ=bureau&scope=own`)).body as AnnualReport;
    return (row) => numbers[`b.${row}.total`] ?? Number.NaN;
  };
  const rows = ['new_received', 'carried_in', 'r1_granted', 'r2_partly_granted', 'r7_total_handled', 'carried_out'] as const;
  const answered = async (day: string, id: string, decided: object, given: boolean): Promise<CaseView> => {
    at(day);
    const [caseworker, approver] = [await api.officer('caseworker.bureau'), await api.officer('approver.bureau')];
    const { state, items } = (await caseworker.get(`/cases/${id}`)).body as CaseView;
    const itemId = items[0]?.id;
    if (state === 'received') await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'decideItem', itemId, ...decided });
    if (given) await step(caseworker, id, { type: 'submitReview', itemId, ...ORIGINAL });
    if (given) await step(await api.officer('reviewer.bureau'), id, { type: 'passReview', itemId });
    await step(caseworker, id, { type: 'submitForApproval' });
    await step(approver, id, { type: 'approve' });
    await step(approver, id, { type: 'signReply' });
    return step(caseworker, id, { type: 'dispatch', mode: 'ems', trackingNumber: 'EA1' });
  };

  test('counts once, in the year in which its last part is answered, with the decisions of all of them', async () => {
    const before = [await counted(2025), await counted(2026)];
    at('2025-12-15');
    const [clerk, caseworker] = [await api.officer('clerk.bureau'), await api.officer('caseworker.bureau')];
    const receipt = { channel: 'in_person', submittedOn: '2025-12-15' };
    const { id, items } = await openCase(clerk, { receipt, items: [{ description: '台账' }, { description: '纪要' }] });
    await step(caseworker, id, { type: 'accept' });
    const divided = await step(caseworker, id, { type: 'split', items: [items[1]?.id], inPart: true });
    const [rest = ''] = divided.linkedCaseIds;
    const first = await answered('2025-12-29', id, { code: 'granted' }, true);
    expect(first.reportRow).toMatchObject({ row: 'b.r1_granted', isPart: true });
    at('2026-01-12');
    const open = [await counted(2025), await counted(2026)];
    const moved = (then: typeof open, year: 0 | 1): readonly number[] =>
      rows.map((row) => (then[year]?.(row) ?? 0) - (before[year]?.(row) ?? 0));
    expect([moved(open, 0), moved(open, 1)]).toEqual([
      [1, 0, 0, 0, 0, 1],
      [0, 1, 0, 0, 0, 1],
    ]);
    const found = { facts: '会议纪要一份', severability: '全文均为讨论意见' };
    const refusal = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '讨论中', ...found };
    await answered('2026-01-08', rest, refusal, false);
    at('2026-01-12');
    const closed = [await counted(2025), await counted(2026)];
    expect([moved(closed, 0), moved(closed, 1)]).toEqual([
      [1, 0, 0, 0, 0, 1],
      [0, 1, 0, 1, 1, 0],
    ]);
    const supervisor = await api.officer('supervisor.bureau');
    const cell = '/reports/annual/2026/cells/b.r2_partly_granted.total/cases?organ=bureau&scope=own';
    expect((await supervisor.get(cell)).body).toMatchObject({
      items: [{ caseId: id, outcome: 'partly_granted', concludedOn: '2026-01-08', items: 2 }],
    });
  });

  test('a reconsideration won and the suit after it lost count in the cells of their results, each with its case', async () => {
    at('2026-01-12');
    const receipt = { channel: 'in_person', submittedOn: '2026-01-12' };
    const { id } = await openCase(await api.officer('clerk.bureau'), { receipt });
    const found = { facts: '会议纪要一份', severability: '全文均为讨论意见' };
    const refusal = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '讨论中', ...found };
    await answered('2026-01-13', id, refusal, false);
    const remedies = [
      ['2026-01-20', { type: 'recordReconsiderationCopy', track: 'ordinary' }],
      ['2026-02-10', { type: 'recordReconsiderationDecision', result: 'upheld' }],
      ['2026-02-24', { type: 'recordSuitCopy', court: '云川市清河区人民法院' }],
      ['2026-04-01', { type: 'recordJudgment', result: 'annulled', final: true }],
    ] as const;
    for (const [day, command] of remedies) {
      at(day);
      await step(await api.officer('caseworker.bureau'), id, command);
    }
    const supervisor = await api.officer('supervisor.bureau');
    const { numbers, checks } = (await supervisor.get(`/reports/annual/2026?${own}`)).body as AnnualReport;
    const counted = Object.entries(numbers).filter(([cell, number]) => cell.startsWith('c.') && number !== 0);
    expect(Object.fromEntries(counted)).toEqual({
      ...{ 'c.reconsideration.upheld': 1, 'c.reconsideration.total': 1 },
      ...{ 'c.litigation_after_reconsideration.corrected': 1, 'c.litigation_after_reconsideration.total': 1 },
    });
    for (const [cell] of counted)
      expect((await supervisor.get(`/reports/annual/2026/cells/${cell}/cases?${own}`)).body).toMatchObject({
        items: [{ caseId: id }],
        total: 1,
      });
    expect(checks.find((check) => check.id === 'A4')?.result).toBe('holds');
  });
});
