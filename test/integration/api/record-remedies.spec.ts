import { localDate } from '@gongkai/calendar';
import { DutyClock, lawShelf, owedRecordRemedies, verifyRecords } from '@gongkai/casework';
import type {
  AnnualReport,
  DashboardView,
  DueDaysView,
  EnteredRecord,
  RecordCorrection,
  RecordCorrections,
  ReportedCases,
} from '@gongkai/contracts';
import { Sealer } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';

import { fieldsIn, problemIn, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
let caseworker: Officer;
let approver: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-06-30' });
  [caseworker, approver] = [await api.officer('caseworker.bureau'), await api.officer('approver.bureau')];
});
afterAll(() => api.stop());

type At = Pick<RecordCorrection, 'id' | 'version'>;

/** One that came on that day. */
async function entered(receivedOn: string): Promise<RecordCorrection> {
  const asked = {
    applicant: { name: '吴敏' },
    ...{ record: '摊位登记表', wrong: '12平方米', wanted: '8平方米', fileIds: [], proof: '测绘证明' },
    ...{ channel: 'in_person', receivedOn },
  };
  const { body } = await (await api.officer('clerk.bureau')).post('/record-corrections', asked);
  return (body as EnteredRecord).entry;
}

const tried = ({ id, version }: At, step: object, by = caseworker): Promise<HttpAnswer> =>
  by.post(`/record-corrections/${id}/steps`, { version, ...step });

async function taken(at: At, step: object, by = caseworker): Promise<RecordCorrection> {
  const answer = await tried(at, step, by);
  expect([answer.status, answer.text.slice(0, 500)]).toEqual([200, expect.any(String)]);
  return answer.body as RecordCorrection;
}

/** Refused, signed today and handed over. */
async function refused(receivedOn: string): Promise<RecordCorrection> {
  const drafted = await taken(await entered(receivedOn), { step: 'decide', outcome: 'refused', text: '记录无误' });
  return taken(await taken(drafted, { step: 'sign' }, approver), { step: 'send', mode: 'in_person' });
}

/** What table C of the year counts: not zero only. */
async function tableC(): Promise<Record<string, number | null>> {
  const supervisor = await api.officer('supervisor.bureau');
  const { numbers } = (await supervisor.get('/reports/annual/2026?organ=bureau')).body as AnnualReport;
  return Object.fromEntries(Object.entries(numbers).filter(([cell, count]) => cell.startsWith('c.') && count !== 0));
}

const behind = async (cell: string): Promise<ReportedCases> =>
  (await (await api.officer('supervisor.bureau')).get(`/reports/annual/2026/cells/${cell}/cases?organ=bureau`))
    .body as ReportedCases;

test('what is brought against the answer to a request of article 41 is recorded, answered, decided, and counted in table C (REG 51)', async () => {
  const sent = await refused('2026-06-01');
  expect(sent.remedies.map(({ remedy }) => remedy)).toEqual(['reconsideration', 'litigation']);
  const copied = await taken(sent, { step: 'recordReconsiderationCopy', organ: '市政府', number: '复议7号', track: 'summary' });
  expect(copied.challenges).toMatchObject([
    { kind: 'reconsideration', openedOn: '2026-06-30', before: '市政府', number: '复议7号', answeredOn: null, result: null },
  ]);
  // The organ answers within 5 working days (ARL 54); who took one way takes no other meanwhile.
  expect(copied.challenges[0]?.due).toEqual({ on: '2026-07-07', provisional: false, article: 'ARL 54' });
  expect(copied.remedies).toEqual([]);
  expect(await tableC()).toEqual({ 'c.reconsideration.pending': 1, 'c.reconsideration.total': 1 });
  const cases = await behind('c.reconsideration.pending');
  expect(cases).toMatchObject({ total: 1, items: [{ caseId: sent.id, number: sent.number, known: true, isRecord: true }] });

  const answered = await taken(copied, { step: 'answerRemedy', content: '已提交答复书和证据' });
  const decided = await taken(answered, { step: 'recordReconsiderationDecision', result: 'upheld' });
  expect(decided.challenges).toMatchObject([{ answeredOn: '2026-06-30', closedOn: '2026-06-30', result: 'upheld', due: null }]);
  expect(decided.remedies).toMatchObject([{ remedy: 'litigation', until: '2026-07-15' }]);
  const sued = await taken(decided, { step: 'recordSuitCopy', court: '朝阳法院' });
  const lost = await taken(sued, { step: 'recordJudgment', result: 'annulled' });
  expect(lost.challenges).toMatchObject([{}, { kind: 'litigation', afterReconsideration: true, result: 'annulled' }]);
  expect(await tableC()).toEqual({
    ...{ 'c.reconsideration.upheld': 1, 'c.reconsideration.total': 1 },
    ...{ 'c.litigation_after_reconsideration.corrected': 1, 'c.litigation_after_reconsideration.total': 1 },
  });
});

test('what reports count of it is held against the sealed request: a changed result is found', async () => {
  const { id, number } = await taken(await refused('2026-06-08'), { step: 'recordReconsiderationCopy' });
  const { pool, source } = api.services;
  const checked = async () => (await verifyRecords(pool, new Sealer([api.settings.secretKeys[0]]))).brokenRecords;
  expect(await checked()).toEqual([]);
  const said = (result: string) =>
    source.query(`UPDATE record_correction SET remedies = jsonb_set(remedies, '{0,result}', $2) WHERE id = $1`, [id, result]);
  await said('"upheld"');
  expect(await checked()).toEqual([{ recordId: id, number, seq: 5, problem: 'beside' }]);
  await said('null');
});

test('an order to act anew opens it again with a period of its own; one that is challenged is not done', async () => {
  const sent = await refused('2026-06-02');
  const list = async (state: string) =>
    ((await caseworker.get(`/record-corrections?state=${state}`)).body as RecordCorrections).items.map(({ id }) => id);
  expect(await list('done')).toContain(sent.id);
  const copied = await taken(sent, { step: 'recordReconsiderationCopy', organ: '市政府', number: '复议8号' });
  expect(copied.due.order).toBeNull();
  expect(await list('done')).not.toContain(sent.id);
  expect(await list('open')).toContain(sent.id);
  const order = { step: 'recordReconsiderationDecision', result: 'annulled', actAnew: true, redoWorkingDays: 10 };
  const again = await taken(copied, order);
  expect(again).toMatchObject({
    ...{ state: 'open', decision: null, notice: null, sentOn: null, servedOn: null },
    // Of the decision and not of the receipt: by it the day is reckoned.
    due: {
      ...{ on: '2026-07-14', length: 10 },
      order: { on: '2026-06-30', kind: 'reconsideration', before: '市政府', number: '复议8号' },
    },
  });
  expect(again.may).toContain('decide');
  expect(await list('owed')).toContain(sent.id);
  const drafted = await taken(again, { step: 'decide', outcome: 'corrected', text: '已更正为8平方米' });
  const anew = await taken(await taken(drafted, { step: 'sign' }, approver), { step: 'send', mode: 'in_person' });
  // Against the new answer either way; against the decision that ordered it, a suit within 15 days (ALL 45).
  expect(anew.remedies.map(({ remedy, until }) => [remedy, until])).toEqual([
    ['reconsideration', '2026-08-31'],
    ['litigation', '2026-12-30'],
    ['litigation', '2026-07-15'],
  ]);
});

test('what cannot be is refused with its field: nothing to challenge, too late without a reason, a result without a remedy', async () => {
  const open = await entered('2026-06-29');
  expect(problemIn(await tried(open, { step: 'recordReconsiderationCopy' })).code).toBe('nothing-to-challenge');
  const sent = await refused('2026-06-03');
  expect(fieldsIn(await tried(sent, { step: 'recordJudgment', result: 'dismissed' }))).toEqual(['remedyId unknown-remedy']);
  expect(fieldsIn(await tried(sent, { step: 'recordComplaint', on: '2026-07-01' }))).toEqual(['on future-date']);
  const first = await taken(sent, { step: 'recordSuitCopy', number: '行初9号' });
  expect(fieldsIn(await tried(first, { step: 'recordSuitCopy', number: '行初9号' }))).toEqual(['number raised-twice']);
  const orders = { step: 'recordJudgment', result: 'dismissed', actAnew: true };
  expect(fieldsIn(await tried(first, orders))).toEqual(['actAnew orders-nothing']);
  expect((await tried(first, { step: 'recordComplaint' }, approver)).status).toBe(403);
});

test('a complaint ends with its answer, and is no row of table C', async () => {
  const before = await tableC();
  const told = await taken(await refused('2026-06-04'), { step: 'recordComplaint', content: '认为测绘有误' });
  expect(told.challenges).toMatchObject([{ kind: 'complaint', due: { on: '2026-07-30' } }]);
  const answered = await taken(told, { step: 'answerRemedy' });
  expect(answered.challenges).toMatchObject([{ closedOn: '2026-06-30', due: null }]);
  expect(await tableC()).toEqual(before);
});

const seen = async (path: string): Promise<unknown> => (await (await api.officer('supervisor.bureau')).get(path)).body;
const dueOn = async (day: string) =>
  ((await seen(`/due-days?month=${day.slice(0, 7)}`)) as DueDaysView).days.find(({ date }) => date === day)?.records;

test('the answer to what was brought is told of by the ladder, and no more once it is given', async () => {
  const { number, ...at } = await taken(await refused('2026-06-05'), { step: 'recordReconsiderationCopy', track: 'summary' });
  const laws = lawShelf(api.settings.configDir);
  const duties = new DutyClock({ pool: api.services.pool, laws, clock: api.clock, sources: [owedRecordRemedies(laws)] });
  const rung = async () => {
    await duties.ring();
    return api.services.source.query<{ day: string; due: string; username: string }[]>(
      `SELECT ring_on::text AS day, due::text, username FROM notification JOIN person ON person.id = person_id
        WHERE subject = $1 AND acknowledged_at IS NULL ORDER BY ring_on, username`,
      [`reconsiderationAnswerDue:${number}`],
    );
  };
  // The number of answers owed, its list, the days due and the calendar feed know of it too.
  const [days, { records }] = [await dueOn('2026-07-07'), (await seen('/dashboard')) as DashboardView];
  expect(days).toContainEqual(expect.objectContaining({ number, deadline: 'reconsiderationAnswerDue' }));
  const owed = (await seen('/record-corrections?state=owed')) as RecordCorrections;
  expect([records?.total, owed.items.map((one) => one.number).includes(number)]).toEqual([owed.items.length, true]);
  api.clock.set(localDate('2026-07-06'));
  const due = '2026-07-07';
  expect(await rung()).toEqual([
    { day: '2026-07-06', due, username: 'caseworker.bureau' },
    { day: '2026-07-06', due, username: 'supervisor.bureau' },
  ]);
  await taken(at, { step: 'answerRemedy' }, await api.officer('caseworker.bureau'));
  expect(await rung()).toEqual([]);
});
