import { localDate } from '@gongkai/calendar';
import { CoHandling } from '@gongkai/casework';
import { CaseFilters, parseInput, type CaseFiltersInput, type Command } from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';
import { ORIGINAL } from '../../support/original.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const waits = async (filters: CaseFiltersInput, by: string): Promise<number> =>
  (await office.queries.list(office.person(`${by}.bureau`), parseInput(CaseFilters, filters))).items.length;

/** What waits for whom, in one line: review, approval, extension, publication. */
async function queues(): Promise<string> {
  const kinds = ['review', 'approval', 'extension', 'publication'] as const;
  const lengths = await Promise.all(kinds.map((waiting) => waits({ waiting }, 'approver')));
  return lengths.join(' ');
}

test('a case stands in a queue for as long as somebody waits there, and then among what they have done', async () => {
  const { id, items } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '收运合同' }] }));
  const itemId = items[0]?.id ?? '';
  const take = (by: string, command: Command) => office.step(id, `${by}.bureau`, command);
  await take('caseworker', { type: 'accept' });
  await take('caseworker', { type: 'claim' });
  expect(await queues()).toBe('0 0 0 0');
  await take('caseworker', { type: 'proposeExtension', workingDays: 10, reason: '查找量大' });
  expect(await queues()).toBe('0 0 1 0');
  await take('approver', { type: 'refuseExtension', reason: '材料已齐' });
  await take('caseworker', { type: 'decideItem', itemId, code: 'granted' });
  await take('caseworker', { type: 'submitReview', itemId, ...ORIGINAL });
  expect(await queues()).toBe('1 0 0 0');
  expect(await waits({ done: 'review' }, 'reviewer')).toBe(0);
  await take('reviewer', { type: 'passReview', itemId });
  expect(await waits({ done: 'review' }, 'reviewer')).toBe(1);
  await take('caseworker', { type: 'submitForApproval' });
  expect(await queues()).toBe('0 1 0 0');
  await take('approver', { type: 'approve' });
  // Approved and not yet signed: it still waits for the approver.
  expect(await queues()).toBe('0 1 0 0');
  await take('approver', { type: 'signReply' });
  await take('caseworker', { type: 'suggestPublication' });
  expect(await queues()).toBe('0 0 0 1');
  expect(await waits({ done: 'approval' }, 'approver')).toBe(1);
  expect(await waits({ done: 'approval' }, 'reviewer')).toBe(0);
});

test('what its applicant withdraws waits for nobody any more: neither for a reviewer nor for who was asked', async () => {
  const asked = { items: [{ description: '一' }, { description: '二' }] };
  const { id, items } = await office.log(atTheCounter('2026-03-02', asked));
  const [one = '', two = ''] = items.map((item) => item.id);
  const take = (by: string, command: Command) => office.step(id, `${by}.bureau`, command);
  const waiting = () => Promise.all((['review', 'consultation'] as const).map((what) => waits({ waiting: what }, 'approver')));
  await take('caseworker', { type: 'accept' });
  await take('caseworker', { type: 'askThirdParty', party: '甲公司', itemIds: [two] });
  await take('caseworker', { type: 'decideItem', itemId: one, code: 'granted' });
  await take('caseworker', { type: 'submitReview', itemId: one, ...ORIGINAL });
  expect(await waiting()).toEqual([1, 1]);
  const { consultations } = await take('caseworker', { type: 'withdrawItem', itemId: two, how: '来信' });
  expect(consultations).toMatchObject([{ isAwaited: false, isHeeded: false, elsewhereFrom: '2026-03-02' }]);
  expect(await waiting()).toEqual([1, 0]);
  await take('caseworker', { type: 'withdraw', how: '来信' });
  expect(await waiting()).toEqual([0, 0]);
});

test('a unit that is asked to help has the case in its list until it answers; nobody asks themselves, or who only supervises', async () => {
  const { id } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '协办的件' }] }));
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  const ask = { type: 'askUnit', unit: '档案室', task: '查2025年台账', workingDays: 3 } as const;
  const asking = (username: string) =>
    refusalOf(office.handle(id, 'caseworker.bureau', { ...ask, person: office.person(username).id }));
  expect(await asking('caseworker.bureau')).toMatchObject({ fields: ['person asks-oneself'] });
  expect(await asking('auditor.bureau')).toMatchObject({ fields: ['person unknown-person'] });
  expect(await asking('caseworker.street')).toMatchObject({ fields: ['person unknown-person'] });
  const { id: person, name } = office.person('archivist.bureau');
  await office.step(id, 'caseworker.bureau', { ...ask, person });
  const { unitRequests, people } = await office.queries.view(office.person('caseworker.bureau'), id);
  expect([unitRequests, people[person]]).toMatchObject([[{ unit: '档案室', due: '2026-03-05', answeredOn: null }], name]);
  expect([await waits({ asked: 'me' }, 'archivist'), await waits({ asked: 'me' }, 'approver')]).toEqual([1, 0]);
  const { items } = await office.queries.list(office.person('archivist.bureau'), parseInput(CaseFilters, { asked: 'me' }));
  expect(items.map(({ unitsAsked }) => unitsAsked)).toEqual([[{ person, due: '2026-03-05', provisional: false }]]);
  const helping = new CoHandling(office);
  const requestId = unitRequests[0]?.id ?? '';
  const answer = { answer: '台账一份，可以公开', language: 'zh-CN' } as const;
  // The post of an archivist takes no step of the case but this one, and nobody else takes it for them.
  expect(
    await refusalOf(office.handle(id, 'archivist.bureau', { type: 'recordUnitAnswer', requestId, answer: '有' })),
  ).toMatchObject({
    code: 'role-missing',
  });
  expect(await refusalOf(helping.answer(office.person('reviewer.bureau'), requestId, answer))).toMatchObject({
    code: 'help-not-asked',
  });
  expect(await helping.answer(office.person('archivist.bureau'), requestId, answer)).toEqual([]);
  expect(await waits({ asked: 'me' }, 'archivist')).toBe(0);
  const answered = await office.queries.view(office.person('caseworker.bureau'), id);
  expect(answered.unitRequests).toMatchObject([{ answeredOn: '2026-03-02', answer: answer.answer }]);
});

test('an organ below is a unit: whoever is asked there, or stands in for them, reads what the letter says and answers; of the case they see nothing', async () => {
  office.on('2026-03-02');
  const [asker, helper] = [office.person('caseworker.district'), office.person('caseworker.street')];
  const { id, number } = await office.log(
    atTheCounter('2026-03-02', { items: [{ description: '街道的台账' }] }),
    'clerk.district',
  );
  await office.step(id, 'caseworker.district', { type: 'accept' });
  const helping = new CoHandling(office);
  const askable = (await helping.helpers(asker, id)).map(({ id: one, organ }) => [one, organ]);
  expect(askable).toContainEqual([helper.id, 'street']);
  expect(askable).not.toContainEqual([asker.id, 'district']);
  const ask = { type: 'askUnit', unit: '街道办', person: helper.id, task: '查台账', workingDays: 3 } as const;
  const { unitRequests, deadlines } = await office.step(id, 'caseworker.district', ask);
  const inHand = (await helping.helpers(asker, id)).find((one) => one.id === helper.id);
  expect(inHand).toMatchObject({ openRequests: 1, openCases: 0, capacity: null });
  const [asked] = await helping.asked(helper);
  expect(asked).toEqual({
    ...{ id: unitRequests[0]?.id, unit: '街道办', task: '查台账', askedOn: '2026-03-02', due: '2026-03-05', provisional: false },
    case: { id, number, inSight: false },
    organ: { code: 'district', name: expect.objectContaining({ 'zh-CN': '云川市清河区人民政府' }) as object },
    items: ['街道的台账'],
    replyDue: deadlines.finalDue,
    inSteadOf: null,
  });
  expect(await refusalOf(office.queries.view(helper, id))).toMatchObject({ code: 'case-not-found' });
  const stand = office.person('clerk.street');
  await office.source.query(`INSERT INTO absence VALUES (gen_random_uuid(), $1, '2026-03-02', '2026-03-03', $2)`, [
    helper.id,
    stand.id,
  ]);
  expect((await helping.asked(stand)).map(({ inSteadOf }) => inSteadOf?.id)).toEqual([helper.id]);
  const fileId = 'c'.repeat(64);
  await office.source.query(
    `INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_at) VALUES ($1, $2, '台账.pdf', 'application/pdf', 1, now())`,
    [fileId, stand.organId],
  );
  await helping.answer(stand, asked?.id ?? '', { answer: '附台账', fileIds: [fileId], language: 'zh-CN' });
  const again = helping.answer(helper, asked?.id ?? '', { answer: '再答一次', language: 'zh-CN' });
  expect(await refusalOf(again)).toMatchObject({ code: 'help-not-asked' });
  await office.source.query('DELETE FROM absence');
  const { items } = await office.queries.journal(asker, id, { limit: 50 });
  expect(items.at(-1)).toMatchObject({ actor: stand.id, type: 'UNIT_ANSWERED', fact: { answer: '附台账', fileIds: [fileId] } });
  const documents = await office.queries.documents(asker, id);
  expect(documents.items).toContainEqual(expect.objectContaining({ type: 'file', id: fileId, name: '台账.pdf' }));
});

test('a row says in which link a case is, and for how many working days it has been where it is', async () => {
  await office.log(atTheCounter('2026-03-02', { items: [{ description: '停留多久' }] }));
  office.on('2026-03-09');
  const filters = parseInput(CaseFilters, { q: '停留多久' });
  const { items } = await office.queries.list(office.person('caseworker.bureau'), filters);
  // Monday to Monday: five working days.
  expect(items[0]).toMatchObject({ link: 'acceptance', turn: { since: '2026-03-02', days: 5, step: 'accept' } });
});

test('what I have in hand is also what those have whom I stand in for, on the days of their absence', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '代为办理' }] }));
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  await office.step(id, 'caseworker.bureau', { type: 'claim' });
  const [away, instead] = [office.person('caseworker.bureau'), office.person('clerk.bureau')];
  await office.source.query(`INSERT INTO absence VALUES (gen_random_uuid(), $1, '2026-03-03', '2026-03-04', $2)`, [
    away.id,
    instead.id,
  ]);
  const mine = async (day: string): Promise<number> => {
    office.on(day);
    return (await office.queries.list(instead, parseInput(CaseFilters, { q: '代为办理', assignee: 'me' }))).items.length;
  };
  expect([await mine('2026-03-02'), await mine('2026-03-03'), await mine('2026-03-05')]).toEqual([0, 1, 0]);
});

test('how long somebody holds a case begins anew when it is passed on to them', async () => {
  office.on('2026-03-02');
  const { id, items } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '转手之后' }] }));
  const on = (day: string, by: string, command: Command) => {
    office.on(day);
    return office.step(id, `${by}.bureau`, command);
  };
  await on('2026-03-02', 'caseworker', { type: 'accept' });
  await on('2026-03-03', 'caseworker', { type: 'claim' });
  await on('2026-03-04', 'caseworker', { type: 'decideItem', itemId: items[0]?.id ?? '', code: 'granted' });
  const review = { itemId: items[0]?.id ?? '' };
  await on('2026-03-05', 'caseworker', { type: 'submitReview', ...review, ...ORIGINAL });
  await on('2026-03-06', 'reviewer', { type: 'passReview', ...review });
  await on('2026-03-06', 'caseworker', { type: 'submitForApproval' });
  office.on('2026-03-10');
  const { items: rows } = await office.queries.list(office.person('approver.bureau'), parseInput(CaseFilters, { q: '转手之后' }));
  // Friday to Tuesday: two working days, and not the days of the caseworker.
  expect(rows[0]).toMatchObject({ turn: { since: '2026-03-06', days: 2 } });
});

describe('a reply that is challenged', () => {
  const CASEWORKER = 'caseworker.bureau';
  const desk: CaseFiltersInput = { assignee: 'me', underWay: 'true' };
  const archive: CaseFiltersInput = { state: 'closed', turnRole: 'archivist' };
  const rowsOf = async (filters: CaseFiltersInput, by: string) =>
    (await office.queries.list(office.person(by), parseInput(CaseFilters, { q: '被复议的', ...filters }))).items;
  const changesOf = async (id: string, command: Command) =>
    (await office.desk.preview(office.envelope(id, CASEWORKER, command))).changes;

  async function signed(): Promise<string> {
    office.on('2026-03-02');
    const { id, items } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '被复议的' }] }));
    const itemId = items[0]?.id ?? '';
    const steps: readonly [string, Command][] = [
      ['caseworker', { type: 'accept' }],
      ['caseworker', { type: 'claim' }],
      ['caseworker', { type: 'decideItem', itemId, code: 'already_public', otherOrgan: '门户网站' }],
      ['caseworker', { type: 'submitForApproval' }],
      ['approver', { type: 'approve' }],
      ['approver', { type: 'signReply' }],
    ];
    for (const [by, command] of steps) await office.step(id, `${by}.bureau`, command);
    return id;
  }

  async function handedOver(): Promise<string> {
    const id = await signed();
    await office.step(id, CASEWORKER, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
    return id;
  }

  test('stands on the caseworker’s desk with its date, and not before the archivist, until it is over', async () => {
    const id = await handedOver();
    expect((await rowsOf(archive, 'archivist.bureau')).map((row) => row.id)).toEqual([id]);
    expect(await rowsOf(desk, CASEWORKER)).toEqual([]);
    office.on('2026-04-20');
    const copy = { type: 'recordReconsiderationCopy' as const, track: 'summary' as const };
    const taken = ['reconsiderationUntil', 'suitUntil'].map((deadline): unknown => expect.objectContaining({ deadline }));
    expect(await changesOf(id, copy)).toEqual([
      ...taken,
      { deadline: expect.stringMatching(/^reconsiderationAnswerDue:/) as string, before: null, after: '2026-04-27' },
    ]);
    await office.step(id, CASEWORKER, copy);
    const turn = { who: { role: 'caseworker', person: { id: office.person(CASEWORKER).id } }, since: '2026-04-20', days: 0 };
    expect(await rowsOf(desk, CASEWORKER)).toMatchObject([
      { state: 'closed', light: 'none', turn: { ...turn, step: 'answerRemedy', due: '2026-04-27', daysLeft: 5 } },
    ]);
    expect(await rowsOf({ ...desk, dueOn: '2026-04-27' }, CASEWORKER)).toHaveLength(1);
    expect(await rowsOf(archive, 'archivist.bureau')).toEqual([]);
    expect(await changesOf(id, { type: 'answerRemedy' })).toMatchObject([
      { before: '2026-04-27', after: '2026-04-27', metOn: '2026-04-20' },
    ]);
    await office.step(id, CASEWORKER, { type: 'answerRemedy' });
    expect(await rowsOf(desk, CASEWORKER)).toMatchObject([
      { turn: { who: { role: 'remedy_organ' }, step: 'recordReconsiderationDecision', due: null } },
    ]);
    await office.step(id, CASEWORKER, { type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(await rowsOf(desk, CASEWORKER)).toEqual([]);
    expect(await rowsOf(archive, 'archivist.bureau')).toMatchObject([{ turn: { since: '2026-04-20' } }]);
  });

  test('when it leaves late, the periods against silence fall away, and the preview says so', async () => {
    const id = await signed();
    office.on('2026-04-10');
    const changes = await changesOf(id, { type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001122CN' });
    expect(changes.filter(({ after }) => after === null).map(({ deadline, before }) => `${deadline} ${before ?? ''}`)).toEqual([
      'reconsiderationUntil 2026-05-29',
      'suitUntil 2026-09-30',
    ]);
  });
});

test('a preview tells of a task only where the case is passed on, and of the case that a split opens', async () => {
  office.on('2026-03-02');
  const { id, items } = await office.log(atTheCounter('2026-03-02'));
  const preview = (command: Command) => office.desk.preview(office.envelope(id, 'caseworker.bureau', command));
  expect(await preview({ type: 'note', text: '已电话联系' })).toMatchObject({ told: [], opens: [] });
  expect(await preview({ type: 'accept' })).toMatchObject({ told: [{ who: 'caseworker', by: 'task', step: 'decideItem' }] });
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  const taken = items.slice(1).map((item) => item.id);
  expect(await preview({ type: 'split', items: taken })).toMatchObject({ told: [], opens: [{ items: taken }] });
});

test('while an applicant waits at the counter the case is marked wherever it waits: today, until the reply is handed over', async () => {
  office.on('2026-03-02');
  const receipt = { channel: 'in_person', submittedOn: localDate('2026-03-02'), onTheSpot: true } as const;
  const description = '当场要答复';
  const { id, items, turn } = await office.log(atTheCounter('2026-03-02', { receipt, items: [{ description }] }));
  const marked = async () => {
    const filters = parseInput(CaseFilters, { q: description });
    return (await office.queries.list(office.person('approver.bureau'), filters)).items.map((row) => row.turn.onTheSpot);
  };
  expect([turn.onTheSpot, await marked()]).toEqual([true, [true]]);
  const take = (by: string, command: Command) => office.step(id, `${by}.bureau`, command);
  await take('caseworker', { type: 'accept' });
  await take('caseworker', { type: 'decideItem', itemId: items[0]?.id ?? '', code: 'already_public', otherOrgan: '门户网站' });
  await take('caseworker', { type: 'submitForApproval' });
  await take('approver', { type: 'approve' });
  expect((await take('approver', { type: 'signReply' })).turn.onTheSpot).toBe(true);
  office.on('2026-03-03');
  expect(await marked()).toEqual([undefined]);
  office.on('2026-03-02');
  expect((await take('caseworker', { type: 'dispatch', mode: 'in_person', signedBy: '本人' })).turn.onTheSpot).toBeUndefined();
});
