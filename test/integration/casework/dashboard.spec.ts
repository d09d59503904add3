import { addDays, localDate as day, type LocalDate } from '@gongkai/calendar';
import { PaceQueries, verifyReplay } from '@gongkai/casework';
import {
  CaseFilters,
  ForecastFilters,
  LIGHTS,
  parseInput,
  type Command,
  type DashboardFilters,
  type DashboardView,
  type TrendFilters,
} from '@gongkai/contracts';
import { migrate } from '@gongkai/platform';
import { atTheCounter, Office } from './office.js';
const EMS = { mode: 'ems', trackingNumber: 'EA1' } as const;
let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await aSpring();
});
afterAll(() => office.close());

const received = (on: LocalDate) => atTheCounter(on, { receipt: { channel: 'in_person', submittedOn: on } });

async function accepted(on: LocalDate, organ: 'district' | 'street'): Promise<string> {
  const { id } = await office.log(received(on), `clerk.${organ}`);
  await office.step(id, `caseworker.${organ}`, { type: 'accept' });
  return id;
}

/** Weeks of applications in two organs, some taken up, some stopped, one unconfirmed, one logged late. */
async function aSpring(): Promise<void> {
  for (let i = 0; i < 26; i += 1) {
    const on = addDays(day('2026-04-01'), i);
    office.on(on);
    const id = await accepted(on, i % 3 === 0 ? 'district' : 'street');
    if (i % 4 === 0) await office.step(id, `caseworker.${i % 3 === 0 ? 'district' : 'street'}`, { type: 'claim' });
  }
  office.on('2026-04-27');
  const stopped = await accepted(day('2026-04-27'), 'district');
  await office.step(stopped, 'caseworker.district', { type: 'askSecrecyAuthority', party: '保密局' });
  const awaited = await accepted(day('2026-04-27'), 'district');
  const { notices } = await office.step(awaited, 'caseworker.district', { type: 'sendCorrectionNotice', missing: '年度' });
  await office.step(awaited, 'clerk.district', { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' });
  await office.log(atTheCounter('2026-04-27', { receipt: { channel: 'fax', submittedOn: day('2026-04-27') } }), 'clerk.street');
  await office.log(atTheCounter('2026-04-20'), 'clerk.street');
}

const look = (filters: DashboardFilters = {}, by = 'supervisor.district'): Promise<DashboardView> =>
  office.queries.dashboard(office.person(by), filters);

type Counted = { readonly total: number; readonly filters: Readonly<Record<string, string>> };

/** Every number of a dashboard with the query that lists it. */
function numbersOf(view: DashboardView): Counted[] {
  const with1 = (name: string, counts: Partial<Record<string, number>>): Counted[] =>
    Object.entries(counts).map(([key, total = 0]) => ({ total, filters: { ...view.filters, [name]: key } }));
  const litOf = ({ total, byLight, filters }: DashboardView['byUnit'][number] | DashboardView['days'][number]): Counted[] => [
    { total, filters },
    ...Object.entries(byLight).map(([light, lit]) => ({ total: lit, filters: { ...filters, light } })),
  ];
  return [
    { total: view.total, filters: view.filters },
    ...with1('light', view.byLight),
    ...with1('state', view.byState),
    ...with1('channel', view.byChannel),
    ...view.byUnit.flatMap(litOf),
    ...view.byPerson.flatMap((each) => litOf({ organ: '', ...each })),
    ...view.days.filter(({ place }) => place === 'today' || place === 'ahead').flatMap(litOf),
    ...[view.ahead, view.overdue, view.unclaimed, view.unconfirmed, view.toConfirm, view.answers, view.answers.late],
    ...[...view.within, ...Object.values(view.stoppedBy)],
  ];
}

const listed = async (filters: Counted['filters'], by: string): Promise<number> =>
  (await office.queries.count(office.person(by), parseInput(CaseFilters, filters))).total;
const differences = async () => (await verifyReplay(office)).differences;

describe.each(['2026-04-28', '2026-05-09', '2026-05-20'])('on %s', (today) => {
  test.each<[string, DashboardFilters, string]>([
    ['the district and below', {}, 'supervisor.district'],
    ['one unit', { unit: 'street' }, 'supervisor.district'],
    ['what nobody holds', { person: 'none' }, 'supervisor.district'],
    ['what one person holds', { person: 'me' }, 'caseworker.district'],
    ['the street by itself', { organ: 'street' }, 'supervisor.street'],
  ])('every number is its list: %s', async (_name, filters, by) => {
    office.on(today);
    for (const { total, filters: query } of numbersOf(await look(filters, by)))
      expect({ query, total: await listed(query, by) }).toEqual({ query, total });
  });

  test('the parts are the whole', async () => {
    office.on(today);
    const view = await look();
    const sum = (counts: Partial<Record<string, number>>): number =>
      Object.values(counts).reduce<number>((all, count = 0) => all + count, 0);
    expect([sum(view.byLight), sum(view.byState), sum(view.byChannel)]).toEqual([view.total, view.total, view.total]);
    expect(view.byUnit.reduce((all, { total }) => all + total, 0)).toBe(view.total);
    const ahead = view.days.filter(({ place }) => place === 'ahead');
    const worked = ahead.filter(({ kind }) => kind === 'working' || kind === 'makeup');
    const upTo = (end = '') => ahead.reduce((all, { date, total }) => all + (date <= end ? total : 0), 0);
    expect(view.within).toMatchObject([1, 3, 5, 10].map((n) => ({ workingDays: n, total: upTo(worked[n - 1]?.date) })));
    expect([worked.length, view.ahead.total, view.overdue.total]).toEqual([10, upTo(ahead.at(-1)?.date), view.byLight.overdue]);
    const { consultation, correction, payment } = view.stoppedBy;
    expect(consultation.total + correction.total + payment.total).toBe(view.byLight.stopped);
    expect(LIGHTS.every((light) => view.byLight[light] >= 0)).toBe(true);
  });
});

test('the ten working days stand in whole weeks, with a worked Saturday and the holidays in their place', async () => {
  office.on('2026-05-08');
  const { days } = await look();
  expect([days[0]?.date, days.at(-1)?.date, days.length]).toEqual(['2026-05-04', '2026-05-24', 21]);
  const of = (date: string) => days.find((each) => each.date === date);
  expect(of('2026-05-04')).toMatchObject({ kind: 'holiday', place: 'past', total: 0 });
  expect(of('2026-05-08')).toMatchObject({ kind: 'working', place: 'today' });
  expect(of('2026-05-09')).toMatchObject({ kind: 'makeup', place: 'ahead' });
  expect(of('2026-05-10')).toMatchObject({ kind: 'weekend', place: 'ahead' });
  expect(of('2026-05-21')).toMatchObject({ kind: 'working', place: 'ahead' });
  expect(of('2026-05-22')).toMatchObject({ kind: 'working', place: 'later', total: 1 });
});

test('what is overdue is told with whose turn it is, and for how long', async () => {
  office.on('2026-05-20');
  const { overdue } = await look();
  const [first] = overdue.items;
  expect(overdue.items).toHaveLength(overdue.total);
  expect(first).toMatchObject({ light: 'overdue', turn: { who: { role: 'caseworker' }, since: '2026-04-01' } });
  expect(first?.overdueDays).toBe(-(first?.daysLeft ?? 0));
  expect(first?.turn.days).toBeGreaterThan(20);
});

test('a case that is over and challenged is counted until we have answered, and as late after the last day', async () => {
  office.on('2026-04-28');
  const id = await accepted(day('2026-04-28'), 'district');
  const step = (command: Command) => office.step(id, 'caseworker.district', command);
  await step({ type: 'sendCorrectionNotice', missing: '年度', dispatchedOn: day('2026-04-28') });
  await step({ type: 'withdraw', how: '来函' });
  const before = (await look()).answers.total;
  await step({ type: 'recordReconsiderationCopy', acceptedOn: day('2026-04-28') });
  const owed = async () => {
    const { answers } = await look();
    return [answers.total - before, answers.late.total];
  };
  expect(await owed()).toEqual([1, 0]);
  office.on('2026-05-30');
  expect(await owed()).toEqual([1, 1]);
  await step({ type: 'answerRemedy' });
  expect(await owed()).toEqual([0, 0]);
});

test('what somebody holds stands against what they can carry, also where they hold nothing or are away', async () => {
  office.on('2026-04-28');
  const [worker, clerk] = ['caseworker.district', 'clerk.district'].map((name) => office.person(name).id);
  const loads = async (filters: DashboardFilters = {}, by?: string) =>
    (await look(filters, by)).byPerson.flatMap(({ person, total, capacity, awayUntil }) =>
      person === null || (total === 0 && capacity === null) ? [] : [[person.id, total > 0, capacity, awayUntil]],
    );
  expect((await loads({ unit: 'district' }))[0]?.[2]).toBeNull();
  await office.rows(
    `UPDATE person SET capacity = CASE id WHEN '${worker}' THEN 2 ELSE 7 END WHERE id IN ('${worker}', '${clerk}')`,
  );
  await office.rows(
    `INSERT INTO absence (id, person_id, from_day, to_day) VALUES (gen_random_uuid(), '${worker}', '2026-04-27', '2026-04-30')`,
  );
  expect(await loads({ unit: 'district' })).toEqual([
    [worker, true, 2, '2026-04-30'],
    [clerk, false, 7, null],
  ]);
  expect(await loads({ organ: 'street' })).not.toContainEqual([clerk, false, 7, null]);
  expect(await loads({}, 'supervisor.street')).not.toContainEqual([clerk, false, 7, null]);
  const people = async (person: string) => (await look({ person })).byPerson.map((one) => [one.person?.id, one.capacity]);
  expect([await people('none'), await people(clerk ?? '')]).toEqual([[[undefined, null]], [[clerk, 7]]]);
  office.on('2026-05-06');
  expect(await loads({ unit: 'district' })).toContainEqual([worker, true, 2, null]);
});

test('who sees no other organ counts their own', async () => {
  office.on('2026-04-28');
  expect((await look({}, 'caseworker.street')).byUnit.map(({ organ }) => organ)).toEqual(['street']);
  expect((await look({ organ: 'bureau' })).total).toBe(0);
});

/** Cases of March that were answered: one in time, one after its extended day, one late, one after a consultation. */
async function aMarch(): Promise<void> {
  const step = (id: string, by: string, command: Command) => office.step(id, `${by}.district`, command);
  const answered = async (id: string, on: string): Promise<void> => {
    office.on(on);
    await office.sign(await office.queries.view(office.person('caseworker.district'), id));
    await step(id, 'caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA1' });
  };
  office.on('2026-03-02');
  const [quick, extended, late, asked] = [
    await accepted(day('2026-03-02'), 'district'),
    await accepted(day('2026-03-02'), 'district'),
    await accepted(day('2026-03-02'), 'district'),
    await accepted(day('2026-03-02'), 'district'),
  ];
  office.on('2026-03-04');
  const { consultations } = await step(asked, 'caseworker', { type: 'askThirdParty', party: '某公司' });
  const consultationId = consultations[0]?.id ?? '';
  await step(asked, 'clerk', { type: 'recordService', consultationId, how: 'EMS' });
  office.on('2026-03-10');
  await step(asked, 'caseworker', { type: 'recordAnswer', consultationId, answer: 'agree' });
  await answered(quick, '2026-03-12');
  await step(extended, 'caseworker', { type: 'proposeExtension', workingDays: 10, reason: '检索量大' });
  await step(extended, 'approver', { type: 'approveExtension' });
  await answered(late, '2026-04-02');
  await answered(asked, '2026-04-02');
  await answered(extended, '2026-04-14');
}

describe('trends', () => {
  beforeAll(aMarch);
  const looking = (filters: TrendFilters, by = 'supervisor.district') => {
    office.on('2026-05-20');
    return new PaceQueries(office).trends(office.person(by), filters);
  };
  const spring = { from: day('2026-03-02'), to: day('2026-05-10') };

  test.each<[string, TrendFilters, string]>([
    ['the district and below', spring, 'supervisor.district'],
    ['the usual weeks', {}, 'supervisor.district'],
    [
      'one unit in the middle of weeks',
      { unit: 'district', from: day('2026-03-04'), to: day('2026-04-03') },
      'supervisor.district',
    ],
    ['what nobody holds', { ...spring, person: 'none' }, 'supervisor.district'],
    ['the street by itself', spring, 'supervisor.street'],
  ])('every number is its list: %s', async (_name, filters, by) => {
    const view = await looking(filters, by);
    const flows = [view.whole, ...view.weeks, ...view.units];
    const numbers = flows.flatMap(({ received, replied, inTime, late, extended, corrected }) => [
      ...[received, replied, inTime, late, extended, corrected],
    ]);
    const all = [view.overdue, ...numbers, ...view.stretches.flatMap(({ cases, slowest }) => [cases, slowest])];
    for (const { total, filters: query } of all) expect({ query, total: await listed(query, by) }).toEqual({ query, total });
  });

  test('on time, late, extended, and how long each link took', async () => {
    const { whole, weeks, units, stretches, overdue } = await looking({ ...spring, unit: 'district' });
    const totals = ({ replied, inTime, late, extended, corrected }: typeof whole) =>
      [replied, inTime, late, extended, corrected].map(({ total }) => total);
    expect(totals(whole)).toEqual([4, 3, 1, 1, 0]);
    expect(units.map(({ organ, ...flow }) => [organ, ...totals(flow)])).toEqual([['district', 4, 3, 1, 1, 0]]);
    expect([weeks.length, weeks[0]?.from, weeks.at(-1)?.to]).toEqual([10, '2026-03-02', '2026-05-10']);
    expect(weeks.filter(({ replied }) => replied.total > 0).map(({ from, replied }) => [from, replied.total])).toEqual([
      ['2026-03-09', 1],
      ['2026-03-30', 2],
      ['2026-04-13', 1],
    ]);
    // 2 March to 12 March, 2 April (twice) and 14 April: 8, 23, 23 and 30 working days, Tomb Sweeping Day being off.
    const of = (name: string) => stretches.find(({ stretch }) => stretch === name);
    expect(of('whole')).toMatchObject({ cases: { total: 4 }, median: 23, ninth: 30, slowest: { total: 1 } });
    expect(of('handling')).toMatchObject({ cases: { total: 4 }, median: 23, ninth: 30 });
    expect(of('reply')).toMatchObject({ cases: { total: 4 }, median: 0, ninth: 0, slowest: { total: 4 } });
    expect(of('filing')).toMatchObject({ cases: { total: 0 }, median: null, ninth: null, slowest: { total: 0 } });
    expect(overdue.total).toBeGreaterThan(0);
  });

  test('a period that ends before it begins, and one without end', async () => {
    await expect(looking({ from: day('2026-03-02'), to: day('2026-03-01') })).rejects.toThrow('to: ends-before-start');
    await expect(looking({ from: day('2010-03-02') })).rejects.toThrow('from: too-many');
  });

  test('a forecast keeps what it has learnt, and knows of a reply the moment it is recorded', async () => {
    const pace = new PaceQueries(office);
    const learnt = async (from = pace) =>
      (await from.forecast(office.person('supervisor.district'), parseInput(ForecastFilters, { atLeast: 0 }))).learnt;
    office.on('2026-05-20');
    const one = await accepted(day('2026-05-20'), 'district');
    await office.sign(await office.queries.view(office.person('caseworker.district'), one));
    office.on('2026-05-22');
    const before = await learnt();
    expect(before.cases).toBeGreaterThanOrEqual(4);
    expect(await learnt()).toEqual(before);
    await office.step(one, 'caseworker.district', { type: 'dispatch', ...EMS, dispatchedOn: day('2026-05-21') });
    expect(await learnt()).toEqual({ ...before, cases: before.cases + 1 });
    expect(await learnt()).toEqual(await learnt(new PaceQueries(office)));
  });

  test('what trends are counted from is filled for the cases of an earlier version as it is written for new ones', async () => {
    expect(await differences()).toEqual([]);
    await office.rows('ALTER TABLE case_file DROP COLUMN replied_on, DROP COLUMN pace');
    await office.rows(`DELETE FROM migrations WHERE name LIKE 'Pace%'`);
    await migrate(office.database.url);
    expect(await differences()).toEqual([]);
  });
});

test('what lists go by is filled for the cases of an earlier version as it is written for new ones', async () => {
  expect(await differences()).toEqual([]);
  for (const part of ['TABLE case_in_work', 'FUNCTION case_in_work_follows CASCADE']) await office.rows(`DROP ${part}`);
  await office.rows('ALTER TABLE case_file DROP COLUMN due, DROP COLUMN words, DROP COLUMN in_work, DROP COLUMN waits');
  for (const day of ['received', 'opened']) await office.rows(`DROP INDEX case_file_${day}_first, case_file_${day}_last`);
  await office.rows(`DELETE FROM migrations WHERE name SIMILAR TO '(Lists|CaseInWork|RemediesToAnswer)%'`);
  await migrate(office.database.url);
  expect(await differences()).toEqual([]);
});
