import { localDate as day } from '@gongkai/calendar';
import { PaceQueries } from '@gongkai/casework';
import { CaseFilters, ForecastFilters, parseInput, type CaseView, type Command } from '@gongkai/contracts';
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
const week = (monday: string, sunday: string) => ({ from: day(monday), to: day(sunday) });
const THE_YEAR = week('2026-01-01', '2026-12-31');

/** Handed in on 2 March, due on the 30th; nobody answers, and on 13 April the organ is ordered to, and does so in time. */
async function answeredOnlyWhenOrdered(): Promise<CaseView> {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'));
  await step(id, { type: 'accept' });
  office.on('2026-04-07');
  await step(id, { type: 'recordReconsiderationCopy', track: 'summary' });
  office.on('2026-04-13');
  const ordered = await step(id, { type: 'recordReconsiderationDecision', result: 'ordered', actAnew: true });
  office.on('2026-04-20');
  await office.sign(ordered);
  await step(id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  return office.queries.view(office.person(CASEWORKER), id);
}

async function trends(period: ReturnType<typeof week>) {
  office.on('2026-06-30');
  const person = office.person(SUPERVISOR);
  const { whole, weeks, stretches } = await new PaceQueries(office).trends(person, period);
  const all = [whole, ...weeks].flatMap(({ replied, inTime, late }) => [replied, inTime, late]);
  for (const { total, filters } of [...all, ...stretches.map(({ cases }) => cases)])
    expect([filters, (await office.queries.count(person, parseInput(CaseFilters, filters))).total]).toEqual([filters, total]);
  return { replied: whole.replied.total, inTime: whole.inTime.total, late: whole.late.total };
}

async function counted(period = THE_YEAR) {
  const organIds = (await office.rows<{ id: string }>(`SELECT id FROM organ WHERE code = 'bureau'`)).map(({ id }) => id);
  return [...(await new Measures(office).count('on_time', { organIds, period, today: day('2026-06-30') })).values()];
}

test('a round that passed without an answer is late in the week it was due, and the case is punctual in no period with it', async () => {
  const { number } = await answeredOnlyWhenOrdered();
  expect(await trends(week('2026-03-30', '2026-04-05'))).toEqual({ replied: 0, inTime: 0, late: 1 });
  expect(await trends(week('2026-04-20', '2026-04-26'))).toEqual({ replied: 1, inTime: 1, late: 0 });
  expect(await trends(week('2026-03-30', '2026-04-26'))).toEqual({ replied: 1, inTime: 0, late: 1 });
  const missed = { number, begunOn: '2026-03-02', due: '2026-03-30', doneOn: null, good: false };
  expect(await counted()).toEqual([{ items: [missed] }]);
  expect(await counted(week('2026-03-01', '2026-03-31'))).toEqual([{ items: [missed] }]);
  expect(await counted(week('2026-04-01', '2026-04-30'))).toEqual([{ items: [] }]);
  const filters = parseInput(ForecastFilters, { atLeast: 0 });
  expect((await new PaceQueries(office).forecast(office.person(SUPERVISOR), filters)).learnt).toMatchObject({ cases: 1 });
});

test('an ordered round that is missed counts late in its own period, beside the first that was in time', async () => {
  office.on('2026-03-02');
  const view = await office.log(atTheCounter('2026-03-02'));
  await step(view.id, { type: 'accept' });
  await office.sign(view);
  await step(view.id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  office.on('2026-03-16');
  await step(view.id, { type: 'recordReconsiderationCopy', track: 'summary' });
  await step(view.id, { type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true, redoWorkingDays: 15 });
  expect(await counted(week('2026-03-01', '2026-03-31'))).toMatchObject([{ items: [{ good: true }] }]);
  expect(await counted(week('2026-04-01', '2026-04-30'))).toMatchObject([
    { items: [{ number: view.number, begunOn: '2026-03-16', due: '2026-04-07', doneOn: null, good: false }] },
  ]);
  expect(await counted()).toMatchObject([{ items: [{ due: '2026-04-07', good: false }] }]);
});

test('what was missed before it was kept is found in the journal', async () => {
  await answeredOnlyWhenOrdered();
  const kept = () => office.rows('SELECT round, missed, replied_on, final_due FROM earlier_reply');
  const written = await kept();
  expect(written).toEqual([{ round: 1, missed: true, replied_on: '2026-03-30', final_due: '2026-03-30' }]);
  await office.rows('DELETE FROM earlier_reply');
  await office.rows('ALTER TABLE earlier_reply DROP COLUMN missed');
  await office.rows(`DELETE FROM migrations WHERE name LIKE 'MissedRounds%'`);
  await migrate(office.database.url);
  expect(await kept()).toEqual(written);
});
