import { localDate } from '@gongkai/calendar';
import type { CaseView, Command } from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';

const FILE = { type: 'file', unproven: 'the slips lie in the paper folder', unkept: 'so do the letters' } as const;

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const EMS = { channel: 'ems', signedOn: localDate('2026-03-02') } as const;

/** Accepted, and its date of receipt corrected to a day later: a date moves, and an approver has to look. */
async function corrected(): Promise<CaseView> {
  office.on('2026-03-03');
  const { id } = await office.log(atTheCounter('2026-03-02', { receipt: EMS }));
  office.on('2026-03-05');
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  const { items } = await office.queries.journal(office.person('clerk.bureau'), id, { limit: 10 });
  const command: Command = {
    type: 'correctFact',
    entryId: items[0]?.id ?? '',
    fields: { receipt: { ...EMS, signedOn: '2026-03-03' } },
    reason: '回执上是3日',
  };
  const { told } = await office.desk.preview(office.envelope(id, 'caseworker.bureau', command));
  expect(told).toEqual([{ who: 'approver', by: 'task', step: 'confirmFact' }]);
  const view = await office.step(id, 'caseworker.bureau', command);
  expect(view).toMatchObject({ deadlines: { finalDue: '2026-03-31' }, toConfirm: [{ about: items[0]?.id }] });
  return view;
}

const confirming = ({ toConfirm }: CaseView, reject?: string): Command => ({
  type: 'confirmFact',
  entryId: toConfirm[0]?.entryId ?? '',
  ...(reject === undefined ? {} : { reject }),
});

describe('a corrected fact that moves a date', () => {
  test('is confirmed by an approver; who wrote it is named', async () => {
    const view = await corrected();
    expect(view.people[view.toConfirm[0]?.by ?? '']).toBe(office.person('caseworker.bureau').name);
    const waiting = async (): Promise<number> =>
      (await office.queries.count(office.person('approver.bureau'), { waiting: ['confirmation'] })).total;
    expect(await waiting()).toBe(1);
    const confirmed = await office.step(view.id, 'approver.bureau', confirming(view));
    expect(confirmed).toMatchObject({ toConfirm: [], deadlines: { finalDue: '2026-03-31' } });
    expect(await waiting()).toBe(0);
  });

  test('is rejected: the case is told as before, and stays so', async () => {
    const view = await corrected();
    const rejected = await office.step(view.id, 'approver.bureau', confirming(view, '回执看错了'));
    expect(rejected).toMatchObject({
      toConfirm: [],
      receipt: { signedOn: '2026-03-02' },
      deadlines: { receivedOn: '2026-03-02', finalDue: '2026-03-30' },
    });
    const next = await office.step(view.id, 'caseworker.bureau', { type: 'claim' });
    expect(next.deadlines.finalDue).toBe('2026-03-30');
    const [{ file } = { file: null }] = await office.rows<{ file: unknown }>('SELECT file FROM case_file WHERE id = $1', [
      view.id,
    ]);
    expect(file).toMatchObject({ receipt: { signedOn: '2026-03-02' }, toConfirm: [] });
  });

  test('cannot be rejected where what was done since hangs on it', async () => {
    const view = await corrected();
    await office.step(view.id, 'approver.bureau', confirming(view));
    office.on('2026-03-06');
    const noticed = await office.step(view.id, 'caseworker.bureau', {
      type: 'sendCorrectionNotice',
      missing: '年度',
      dispatchedOn: localDate('2026-03-05'),
    });
    await office.step(view.id, 'clerk.bureau', {
      type: 'recordService',
      noticeId: noticed.notices[0]?.id ?? '',
      how: 'EMS',
    });
    const earlier = await office.queries.journal(office.person('clerk.bureau'), view.id, { limit: 20 });
    const service = earlier.items.find(({ type }) => type === 'CORRECTION_NOTICE_RECEIVED');
    const moved = await office.step(view.id, 'caseworker.bureau', {
      type: 'correctFact',
      entryId: service?.id ?? '',
      fields: { on: '2026-03-05' },
      reason: '笔误',
    });
    await office.step(view.id, 'clerk.bureau', { type: 'receiveCorrection', on: localDate('2026-03-05') });
    const pending = moved.toConfirm.find(({ about }) => about === service?.id);
    const step: Command = { type: 'confirmFact', entryId: pending?.entryId ?? '', reject: '不对' };
    expect(await refusalOf(office.handle(view.id, 'approver.bureau', step))).toMatchObject({
      code: 'invalid-request',
      fields: ['reject before-notice'],
    });
    expect(await office.step(view.id, 'approver.bureau', { ...step, reject: undefined })).toMatchObject({
      state: 'accepted',
    });
  });
});

describe('the days of a reply', () => {
  /** Due on 2026-03-30, sent and served too late. */
  async function late(): Promise<CaseView> {
    office.on('2026-03-02');
    const view = await office.log(atTheCounter('2026-03-02'));
    const step = (command: Command) => office.step(view.id, 'caseworker.bureau', command);
    await step({ type: 'accept' });
    office.on('2026-04-15');
    await office.sign(view);
    await step({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001155CN' });
    office.on('2026-04-17');
    return step({ type: 'recordService', noticeId: 'reply', how: 'EMS' });
  }

  const correcting = async (id: string, type: string, fields: Record<string, string>): Promise<Command> => {
    const { items } = await office.queries.journal(office.person('clerk.bureau'), id, { limit: 20 });
    const entryId = items.find((entry) => entry.type === type)?.id ?? '';
    return { type: 'correctFact', entryId, fields, reason: '笔误' };
  };

  test.each([
    ['dispatched before it was signed', 'REPLY_DISPATCHED', { dispatchedOn: '2026-03-20' }, 'dispatchedOn before-earlier-fact'],
    ['served before it was dispatched', 'REPLY_SERVED', { on: '2026-04-14' }, 'on before-earlier-fact'],
    ['decided before the application came', 'ITEM_DECIDED', { on: '2026-03-01' }, 'on before-earlier-fact'],
    ['decided after it was signed', 'ITEM_DECIDED', { on: '2026-04-16' }, 'on after-its-entry'],
  ])('are not corrected to say that it was %s', async (_name, type, fields, problem) => {
    const { id } = await late();
    const step = await correcting(id, type, fields);
    expect(await refusalOf(office.handle(id, 'caseworker.bureau', step))).toMatchObject({
      code: 'invalid-request',
      fields: [`fields.${problem}`],
    });
  });

  test.each([
    ['dispatch', 'REPLY_DISPATCHED', { dispatchedOn: '2026-04-16' }],
    ['service, from which the applicant’s own periods run', 'REPLY_SERVED', { on: '2026-04-16' }],
  ])('that decide whether it was in time are confirmed by an approver: %s', async (_name, type, fields) => {
    const { id } = await late();
    const view = await office.step(id, 'caseworker.bureau', await correcting(id, type, fields));
    expect(view.toConfirm).toMatchObject([{ reason: 'fact-corrected' }]);
  });
});

describe('what was logged late', () => {
  test('asks for its reason, and for a second person where the day that was typed settles a date', async () => {
    office.on('2026-03-06');
    const counter = await office.log(atTheCounter('2026-03-02'));
    expect(counter).toMatchObject({ lateReasonMissing: true, toConfirm: [{ reason: 'logged-late' }] });
    const fax = { channel: 'fax', submittedOn: localDate('2026-03-02'), confirmedOn: localDate('2026-03-06') } as const;
    const faxed = await office.log(atTheCounter('2026-03-02', { receipt: fax }));
    expect(faxed).toMatchObject({ lateReasonMissing: true, toConfirm: [] });

    const given = await office.step(counter.id, 'clerk.bureau', { type: 'giveLateReason', reason: '收发室漏转' });
    expect(given).toMatchObject({ lateReasonMissing: false, toConfirm: [{ reason: 'logged-late' }] });
    const own = await refusalOf(office.handle(counter.id, 'clerk.bureau', confirming(counter)));
    expect(own.code).toBe('self-approval');
    const confirmed = await office.step(counter.id, 'caseworker.bureau', confirming(counter));
    expect(confirmed.toConfirm).toEqual([]);
  });
});

test('an answered remedy shows when its date was met', async () => {
  office.on('2026-03-09');
  const { id } = await office.log(atTheCounter('2026-03-09'));
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
  await office.step(id, 'caseworker.bureau', { type: 'askReasons', reason: 'too many' });
  const asked = await office.step(id, 'caseworker.bureau', { type: 'recordReconsiderationCopy' });
  const dueIn = ({ deadlines }: CaseView) => deadlines.others.find(({ deadline }) => deadline === 'reconsiderationAnswerDue');
  expect(dueIn(asked)).toBeDefined();
  expect(dueIn(asked)?.metOn).toBeUndefined();
  office.on('2026-03-11');
  expect(dueIn(await office.step(id, 'caseworker.bureau', { type: 'answerRemedy' }))).toMatchObject({ metOn: '2026-03-11' });
});

test('an entry that waits to be confirmed keeps the case from the archive (REG 45)', async () => {
  const view = await corrected();
  const closed = await office.step(view.id, 'caseworker.bureau', { type: 'withdraw', how: '来信' });
  expect(closed.turn).toMatchObject({ who: { role: 'approver' }, step: 'confirmFact' });
  expect(await refusalOf(office.handle(view.id, 'archivist.bureau', FILE))).toMatchObject({
    code: 'confirmation-missing',
  });
  await office.step(view.id, 'approver.bureau', confirming(view));
  expect(await office.step(view.id, 'archivist.bureau', FILE)).toMatchObject({ state: 'filed' });
});

describe('an entry that waits for a second person', () => {
  /** A correction notice served on the 20th, by a correction on the 5th: its period would be over by the 19th. */
  async function hastened(): Promise<CaseView> {
    office.on('2026-03-03');
    const { id } = await office.accepted();
    office.on('2026-03-04');
    const { notices } = await office.step(id, 'caseworker.bureau', { type: 'sendCorrectionNotice', missing: '年度', period: 10 });
    office.on('2026-03-20');
    await office.step(id, 'clerk.bureau', { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' });
    const { items } = await office.queries.journal(office.person('clerk.bureau'), id, { limit: 10 });
    const entryId = items.find(({ type }) => type === 'CORRECTION_NOTICE_RECEIVED')?.id ?? '';
    return office.step(id, 'caseworker.bureau', { type: 'correctFact', entryId, fields: { on: '2026-03-05' }, reason: '回执' });
  }

  test('closes no case as abandoned: whether the period is over is not settled yet', async () => {
    const view = await hastened();
    office.on('2026-03-25');
    const close = { type: 'closeAbandoned', cause: 'correction', unproven: 'lost' } as const;
    expect(await refusalOf(office.handle(view.id, 'caseworker.bureau', close))).toMatchObject({ code: 'confirmation-missing' });
    const seen = await office.queries.view(office.person('caseworker.bureau'), view.id);
    expect(seen.refused).toContainEqual(expect.objectContaining({ type: 'closeAbandoned', code: 'confirmation-missing' }));
    await office.step(view.id, 'approver.bureau', confirming(view));
    expect(await office.step(view.id, 'caseworker.bureau', close)).toMatchObject({ state: 'closed' });
  });

  test('no correction notice is sent: whether it is in time may hang on it', async () => {
    const { id } = await corrected();
    const notice = office.handle(id, 'caseworker.bureau', { type: 'sendCorrectionNotice', missing: '年度' });
    expect(await refusalOf(notice)).toMatchObject({ code: 'confirmation-missing' });
  });

  test('is not rejected where the days of what was done since would stand before the application', async () => {
    office.on('2026-03-09');
    const view = await office.log(atTheCounter('2026-03-09'));
    await office.step(view.id, 'caseworker.bureau', { type: 'accept' });
    const { items } = await office.queries.journal(office.person('clerk.bureau'), view.id, { limit: 10 });
    const receipt = { channel: 'in_person', submittedOn: '2026-03-02' };
    const correction = { type: 'correctFact', entryId: items[0]?.id ?? '', fields: { receipt }, reason: '登记簿' } as const;
    const told = await office.step(view.id, 'caseworker.bureau', correction);
    const decision = {
      type: 'decideItem',
      itemId: view.items[0]?.id ?? '',
      code: 'already_public',
      otherOrgan: '门户网站',
    } as const;
    await office.step(view.id, 'caseworker.bureau', { ...decision, on: localDate('2026-03-05') });
    const reject = office.handle(view.id, 'approver.bureau', confirming(told, '看错了'));
    expect(await refusalOf(reject)).toMatchObject({ fields: ['reject before-earlier-fact'] });
  });
});

test('a correction notice that turns out late leaves nobody waiting: while the applicant is awaited it is not taken', async () => {
  office.on('2026-03-03');
  const { id } = await office.accepted();
  office.on('2026-03-11');
  const { notices } = await office.step(id, 'caseworker.bureau', { type: 'sendCorrectionNotice', missing: '年度' });
  office.on('2026-03-13');
  await office.step(id, 'clerk.bureau', { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' });
  const { items } = await office.queries.journal(office.person('clerk.bureau'), id, { limit: 10 });
  const entryId = items.find(({ type }) => type === 'CORRECTION_NOTICE_MADE')?.id ?? '';
  const late = { type: 'correctFact', entryId, fields: { dispatchedOn: '2026-03-12' }, reason: '存根' } as const;
  expect(await refusalOf(office.handle(id, 'caseworker.bureau', late))).toMatchObject({ fields: ['fields changes-course'] });
});

test('a correction notice that turns out late on its way is served, and nobody is waited for', async () => {
  office.on('2026-03-03');
  const { id, items } = await office.accepted();
  office.on('2026-03-11');
  const { notices } = await office.step(id, 'caseworker.bureau', { type: 'sendCorrectionNotice', missing: '年度' });
  office.on('2026-03-13');
  const { items: entries } = await office.queries.journal(office.person('clerk.bureau'), id, { limit: 10 });
  const entryId = entries.find(({ type }) => type === 'CORRECTION_NOTICE_MADE')?.id ?? '';
  const late = { type: 'correctFact', entryId, fields: { dispatchedOn: '2026-03-12' }, reason: '存根' } as const;
  await office.step(id, 'approver.bureau', confirming(await office.step(id, 'caseworker.bureau', late)));
  const service = { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' } as const;
  const served = await office.step(id, 'clerk.bureau', service);
  expect(served).toMatchObject({ state: 'accepted', clock: 'running', deadlines: { finalDue: '2026-03-30' } });
  for (const item of items)
    await office.step(id, 'caseworker.bureau', {
      type: 'decideItem',
      itemId: item.id,
      code: 'already_public',
      otherOrgan: '门户网站',
    });
  expect(await office.step(id, 'caseworker.bureau', { type: 'submitForApproval' })).toMatchObject({ state: 'approving' });
});

test('a letter logged late with a confirmation of an earlier day is looked at by a second person, as one at the counter is', async () => {
  office.on('2026-03-16');
  const receipt = { channel: 'ordinary_mail', arrivedOn: localDate('2026-03-02'), confirmedOn: localDate('2026-03-03') } as const;
  const { toConfirm } = await office.log(atTheCounter('2026-03-02', { receipt }));
  expect(toConfirm).toMatchObject([{ reason: 'logged-late' }]);
  const today = { ...receipt, confirmedOn: localDate('2026-03-16') };
  expect(await office.log(atTheCounter('2026-03-02', { receipt: today }))).toMatchObject({
    toConfirm: [],
    lateReasonMissing: true,
  });
});

test('nothing is split off while an entry waits to be confirmed: a date that is rejected would live on in the new case', async () => {
  const view = await corrected();
  const step = office.handle(view.id, 'caseworker.bureau', { type: 'split', items: [view.items[0]?.id ?? ''] });
  expect(await refusalOf(step)).toMatchObject({ code: expect.stringMatching(/confirmation-missing|step-not-permitted/) });
});
