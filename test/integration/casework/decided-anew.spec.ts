import { randomUUID } from 'node:crypto';
import { localDate as day, type LocalDate } from '@gongkai/calendar';
import { PaceQueries } from '@gongkai/casework';
import { CaseFilters, ForecastFilters, parseInput, type CaseView, type Command, type TrendFilters } from '@gongkai/contracts';
import { migrate } from '@gongkai/platform';
import { Measures } from '../../../libs/supervision/src/measures/measures.js';
import { atTheCounter, Office } from './office.js';

const CASEWORKER = 'caseworker.bureau';
const SUPERVISOR = 'supervisor.bureau';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const step = (id: string, command: Command) => office.step(id, CASEWORKER, command);

/** A case that was handed in on 2 March. */
async function accepted(): Promise<CaseView> {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'));
  return step(id, { type: 'accept' });
}

/** What was decided leaves on a day. */
async function answered(view: CaseView, on: string): Promise<void> {
  office.on(on);
  await office.sign(view);
  await step(view.id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
}

/** The decision is annulled on a day, and another one ordered. */
async function annulled({ id }: CaseView, on: string): Promise<void> {
  office.on(on);
  await step(id, { type: 'recordReconsiderationCopy', track: 'summary' });
  await step(id, { type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
}

async function trends(filters: TrendFilters, today = '2026-06-30') {
  office.on(today);
  const { whole, stretches, weeks } = await new PaceQueries(office).trends(office.person(SUPERVISOR), filters);
  const { replied, inTime, late, extended } = whole;
  for (const { total, filters: query } of [replied, inTime, late, extended, ...weeks.map((week) => week.replied)])
    expect((await office.queries.count(office.person(SUPERVISOR), parseInput(CaseFilters, query))).total).toBe(total);
  const took = stretches.find(({ stretch }) => stretch === 'whole');
  return { replied: replied.total, inTime: inTime.total, late: late.total, extended: extended.total, median: took?.median };
}

const week = (monday: string, sunday: string) => ({ from: day(monday), to: day(sunday) });
const MARCH_2 = week('2026-03-02', '2026-03-02');

test('a reply that left in time stays in its week when another one is ordered, and each counts where it left', async () => {
  const cases = [await accepted(), await accepted(), await accepted(), await accepted()];
  for (const view of cases) await answered(view, '2026-03-02');
  const before = await trends(MARCH_2);
  expect(before).toEqual({ replied: 4, inTime: 4, late: 0, extended: 0, median: 0 });
  const [first, second] = cases as [CaseView, CaseView];
  await annulled(first, '2026-03-16');
  await annulled(second, '2026-03-16');
  expect(await trends(MARCH_2)).toEqual(before);

  // Twenty working days from 16 March: 14 April.
  const ordered = await office.queries.view(office.person(CASEWORKER), first.id);
  await answered(ordered, '2026-03-18');
  await answered(await office.queries.view(office.person(CASEWORKER), second.id), '2026-04-20');
  expect(await trends(MARCH_2)).toEqual(before);
  expect(await trends(week('2026-03-16', '2026-03-22'))).toMatchObject({ replied: 1, inTime: 1, median: 2 });
  expect(await trends(week('2026-04-20', '2026-04-26'))).toMatchObject({ replied: 1, inTime: 0, late: 1 });
});

test('a late reply stays late, an extended one extended, whatever the new round brings', async () => {
  const [late, extended] = [await accepted(), await accepted()];
  await step(extended.id, { type: 'proposeExtension', workingDays: 10, reason: '检索量大' });
  await office.step(extended.id, 'approver.bureau', { type: 'approveExtension' });
  await answered(late, '2026-04-02');
  await answered(extended, '2026-04-02');
  const before = await trends(week('2026-03-30', '2026-04-05'));
  expect(before).toMatchObject({ replied: 2, inTime: 1, late: 1, extended: 1, median: 23 });
  await annulled(late, '2026-04-20');
  await annulled(extended, '2026-04-20');
  expect(await trends(week('2026-03-30', '2026-04-05'))).toEqual(before);
});

test('a forecast still learns from it, and an assessment counts it by its own round', async () => {
  const view = await accepted();
  await answered(view, '2026-03-12');
  const learnt = async () => {
    office.on('2026-06-30');
    const filters = parseInput(ForecastFilters, { atLeast: 0 });
    return (await new PaceQueries(office).forecast(office.person(SUPERVISOR), filters)).learnt;
  };
  const organIds = (await office.rows<{ id: string }>(`SELECT id FROM organ WHERE code = 'bureau'`)).map(({ id }) => id);
  const counted = async () => {
    // Before the ordered round is due itself: 14 April.
    const reading = { organIds, period: week('2026-01-01', '2026-12-31'), today: day('2026-04-10') };
    return [...(await new Measures(office).count('on_time', reading)).values()];
  };
  const [lesson, figure] = [await learnt(), await counted()];
  expect(figure).toEqual([
    { items: [{ number: view.number, begunOn: '2026-03-02', due: '2026-03-30', doneOn: '2026-03-12', good: true }] },
  ]);
  await annulled(view, '2026-03-16');
  expect([await learnt(), await counted()]).toEqual([lesson, figure]);
});

test('a first reply whose day is corrected moves with it, and cases of an earlier version are filled as new ones are written', async () => {
  const view = await accepted();
  office.on('2026-03-12');
  await office.sign(view);
  office.on('2026-03-13');
  await step(view.id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  await annulled(view, '2026-03-16');
  const kept = () =>
    office.rows<{ on: LocalDate; due: LocalDate; pace: { reached: readonly unknown[] } }>(
      'SELECT round, replied_on AS on, final_due AS due, pace FROM earlier_reply',
    );
  const [written] = await kept();
  expect(written).toMatchObject({ round: 1, on: '2026-03-13', due: '2026-03-30' });
  await office.rows('DROP TABLE earlier_reply');
  await office.rows('DROP FUNCTION earlier_reply_stays CASCADE');
  await office.rows(`DELETE FROM migrations WHERE name LIKE 'EarlierReplies%' OR name LIKE 'MissedRounds%'`);
  await migrate(office.database.url);
  const reached = [written?.pace.reached[0], null, null, null, null, null];
  expect(await kept()).toEqual([{ ...written, pace: { ...written?.pace, reached } }]);

  const { items } = await office.queries.journal(office.person(CASEWORKER), view.id, { limit: 50 });
  const entryId = items.find(({ type }) => type === 'REPLY_HANDED_OVER')?.id ?? '';
  await step(view.id, { type: 'correctFact', entryId, fields: { dispatchedOn: '2026-03-12' }, reason: '误录' });
  expect(await kept()).toMatchObject([{ round: 1, on: '2026-03-12' }]);
});

test('a case with two replies in one period is one case of each number, as it is in its list', async () => {
  const view = await accepted();
  await answered(view, '2026-03-12');
  await annulled(view, '2026-03-16');
  const ordered = await office.queries.view(office.person(CASEWORKER), view.id);
  await answered(ordered, '2026-03-18');
  office.on('2026-06-30');
  const person = office.person(SUPERVISOR);
  const { whole, weeks, units, stretches } = await new PaceQueries(office).trends(person, week('2026-03-09', '2026-03-22'));
  const lists = [whole, ...weeks, ...units].flatMap(({ replied, inTime, late }) => [replied, inTime, late]);
  const counted = [...lists, ...stretches.flatMap(({ cases, slowest }) => [cases, slowest])];
  for (const { total, filters } of counted)
    expect([filters, (await office.queries.count(person, parseInput(CaseFilters, filters))).total]).toEqual([filters, total]);
  expect([whole.replied.total, ...weeks.map(({ replied }) => replied.total)]).toEqual([1, 1, 1]);
});

test('a suit that comes before reconsideration is told so before it is recorded (ARL 23)', async () => {
  const view = await accepted();
  office.on('2026-03-12');
  const refused = { type: 'decideItem', code: 'refused', ground: 'process_information', article: 'REG 16(2)' } as const;
  for (const item of view.items)
    await step(view.id, { ...refused, itemId: item.id, reasons: '尚在讨论', facts: '讨论稿', severability: '全文均为意见' });
  await step(view.id, { type: 'submitForApproval' });
  for (const type of ['approve', 'signReply'] as const) await office.step(view.id, 'approver.bureau', { type });
  await step(view.id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  const previewed = async (command: Command) => {
    const actor = office.person(CASEWORKER);
    return (await office.desk.preview({ id: randomUUID(), caseId: view.id, actor, command })).suitOrder;
  };
  office.on('2026-03-20');
  expect(await previewed({ type: 'recordSuitCopy', court: '某法院' })).toBe('reconsideration_first');
  expect(await previewed({ type: 'note', text: '收到电话' })).toBeNull();
  await step(view.id, { type: 'recordReconsiderationCopy', track: 'summary' });
  expect(await previewed({ type: 'recordSuitCopy' })).toBe('while_reconsidered');
  expect(await previewed({ type: 'recordSuitCopy', afterReconsideration: true })).toBeNull();
});
