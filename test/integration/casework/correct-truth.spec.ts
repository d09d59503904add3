import { localDate } from '@gongkai/calendar';
import type { CaseDesk } from '@gongkai/casework';
import type { CaseView, Command } from '@gongkai/contracts';
import { readCounted } from '../../../libs/reporting/src/reads/counted-sql.js';
import { atTheCounter, chargingDesk, Office, refusalOf } from './office.js';

const CASEWORKER = 'caseworker.bureau';
const APPROVER = 'approver.bureau';

let office: Office;
let charging: CaseDesk;
beforeAll(async () => {
  office = await Office.open();
  charging = chargingDesk(office);
});
afterAll(() => office.close());

const step = (id: string, command: Command, who = CASEWORKER): Promise<CaseView> => office.step(id, who, command);
const charge = async (id: string, command: Command, who = CASEWORKER): Promise<CaseView> =>
  (await charging.handle(office.envelope(id, who, command))).view;

async function accepted(): Promise<CaseView> {
  office.on('2026-03-02');
  return office.accepted();
}

async function correcting(id: string, type: string, fields: Record<string, unknown>): Promise<Command> {
  const { items } = await office.queries.journal(office.person(CASEWORKER), id, { limit: 50 });
  return { type: 'correctFact', entryId: items.findLast((entry) => entry.type === type)?.id ?? '', fields, reason: '笔误' };
}
const refusedTo = async (id: string, type: string, fields: Record<string, unknown>) =>
  refusalOf(office.handle(id, CASEWORKER, await correcting(id, type, fields)));

describe('what came in had come when it was written down', () => {
  test.each([
    ['in_person', 'submittedOn'],
    ['ems', 'signedOn'],
    ['email', 'submittedOn'],
  ])('an application by %s did not come after it was logged and accepted', async (channel, name) => {
    const { id } = await accepted();
    office.on('2026-03-20');
    const receipt = { channel, [name]: '2026-03-19' };
    expect(await refusedTo(id, 'APPLICATION_RECEIVED', { receipt })).toMatchObject({
      fields: [`fields.receipt.${name} after-its-entry`],
    });
  });

  test('nor was it confirmed after that was written down', async () => {
    office.on('2026-03-02');
    const email = { channel: 'email', submittedOn: localDate('2026-03-02') } as const;
    const { id } = await office.log({ ...atTheCounter('2026-03-02'), receipt: email });
    office.on('2026-03-03');
    await step(id, { type: 'confirmReceipt', confirmedBy: '电话', confirmedHow: '电话' }, 'clerk.bureau');
    office.on('2026-03-10');
    expect(await refusedTo(id, 'RECEIPT_CONFIRMED', { confirmedOn: '2026-03-09' })).toMatchObject({
      fields: ['fields.confirmedOn after-its-entry'],
    });
  });

  test('an answer did not come after it was written down', async () => {
    const { id } = await accepted();
    const { consultations } = await step(id, { type: 'askThirdParty', party: '某公司' });
    const consultationId = consultations[0]?.id ?? '';
    await step(id, { type: 'recordService', consultationId, how: 'EMS' }, 'clerk.bureau');
    office.on('2026-03-04');
    await step(id, { type: 'recordAnswer', consultationId, answer: 'agree' });
    office.on('2026-04-01');
    expect(await refusedTo(id, 'CONSULTATION_ANSWERED', { answeredOn: '2026-03-31' })).toMatchObject({
      fields: ['fields.answeredOn after-its-entry'],
    });
  });

  test('an answer that is corrected to a refusal says on what grounds, or that none were given', async () => {
    const { id } = await accepted();
    const { consultations } = await step(id, { type: 'askThirdParty', party: '某公司' });
    await step(id, { type: 'recordAnswer', consultationId: consultations[0]?.id ?? '', answer: 'agree' });
    const unsaid = { fields: ['fields.grounds grounds-unsaid'] };
    for (const answer of ['refuse', 'agree_in_part'])
      expect(await refusedTo(id, 'CONSULTATION_ANSWERED', { answer })).toMatchObject(unsaid);
    await step(id, await correcting(id, 'CONSULTATION_ANSWERED', { answer: 'refuse', grounds: '对方未说明理由' }));
    expect(await refusedTo(id, 'CONSULTATION_ANSWERED', { grounds: null })).toMatchObject(unsaid);
    await step(id, await correcting(id, 'CONSULTATION_ANSWERED', { answer: 'agree_in_part' }));
  });

  test('while somebody is asked the deadlines say that the clock is stopped, and by whom', async () => {
    const { id } = await accepted();
    const { consultations, deadlines } = await step(id, { type: 'askSecrecyAuthority', party: '保密行政管理部门' });
    const letter = consultations[0]?.id ?? '';
    expect(deadlines).toMatchObject({ clock: 'stopped', stoppedBy: [{ id: letter, kind: 'secrecy_authority' }] });
    const answered = await step(id, { type: 'recordAnswer', consultationId: letter, answer: 'agree' });
    expect(answered.deadlines).toMatchObject({ clock: 'running', stoppedBy: [] });
    for (const type of ['askThirdParty', 'askJointProducer', 'askOtherOrgan'] as const) {
      const { consultations: all } = await step(id, { type, party: '对方' });
      const consultationId = all.at(-1)?.id ?? '';
      const view = await step(id, { type: 'recordService', consultationId, how: 'EMS' }, 'clerk.bureau');
      expect([view.clock, view.deadlines.clock, view.deadlines.stoppedBy.length]).toEqual(['stopped', 'stopped', 1]);
      await step(id, { type: 'recordAnswer', consultationId, answer: 'agree' });
    }
  });

  test('what the post was to carry may have left and arrived later than was thought', async () => {
    const { id } = await accepted();
    const { notices } = await step(id, { type: 'sendCorrectionNotice', missing: '年度' });
    await step(id, { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' }, 'clerk.bureau');
    office.on('2026-03-05');
    await step(id, await correcting(id, 'CORRECTION_NOTICE_RECEIVED', { on: '2026-03-04' }));
    const { notices: sent } = await step(id, await correcting(id, 'CORRECTION_NOTICE_MADE', { dispatchedOn: '2026-03-03' }));
    expect(sent).toMatchObject([{ dispatchedOn: '2026-03-03', servedOn: '2026-03-04' }]);
  });
});

describe('what a reply says that has left', () => {
  const found = { facts: '讨论记录', severability: '全文均为讨论意见' };
  const other = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '讨论稿', ...found };
  const refusedAsSent = async (id: string): Promise<void> => {
    const refusal = await refusedTo(id, 'ITEM_DECIDED', other);
    expect(refusal).toMatchObject({ code: 'step-not-permitted', details: { reason: 'reply-sent' } });
  };

  test('is not decided otherwise by a correction: in the post, served, nor in the round that follows', async () => {
    const view = await accepted();
    office.on('2026-03-04');
    await office.sign(view);
    await step(view.id, { type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001144CN' });
    await refusedAsSent(view.id);
    office.on('2026-03-06');
    await step(view.id, { type: 'recordService', noticeId: 'reply', how: 'EMS' }, 'clerk.bureau');
    await refusedAsSent(view.id);
    office.on('2026-04-10');
    const copy = { type: 'recordReconsiderationCopy', acceptedOn: localDate('2026-04-08'), track: 'ordinary' } as const;
    await step(view.id, copy);
    office.on('2026-05-11');
    await step(view.id, { type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    await refusedAsSent(view.id);
    const again = await step(view.id, { type: 'decideItem', itemId: view.items[0]?.id ?? '', ...other } as Command);
    expect(again.items[0]?.decision).toMatchObject({ code: 'refused' });
    const reworded = await step(view.id, await correcting(view.id, 'ITEM_DECIDED', { reasons: '过程稿' }));
    expect(reworded.items[0]?.decision).toMatchObject({ reasons: '过程稿' });
  });

  test("the day it was approved is the approver's to confirm", async () => {
    const view = await accepted();
    office.on('2026-03-04');
    for (const { id: itemId } of view.items)
      await step(view.id, {
        type: 'decideItem',
        itemId,
        code: 'already_public',
        otherOrgan: '门户网站',
        on: localDate('2026-03-03'),
      });
    await step(view.id, { type: 'submitForApproval' });
    await step(view.id, { type: 'approve' }, APPROVER);
    const told = await step(view.id, await correcting(view.id, 'APPROVED', { on: '2026-03-03' }));
    expect(told.toConfirm).toMatchObject([{ reason: 'fact-corrected' }]);
  });
});

describe('a notice on which the clock rests', () => {
  /** Sent on the last day, and served on the next. */
  async function feeAsked(): Promise<CaseView> {
    const { id } = await accepted();
    office.on('2026-03-30');
    const fee = { type: 'sendFeeNotice', basis: 'per_item', finding: '多', itemsBefore: 10, itemsNow: 2 } as const;
    const unexplained = await refusalOf(charging.handle(office.envelope(id, APPROVER, fee)));
    expect(unexplained).toMatchObject({ fields: ['countedOtherwise count-differs'] });
    const explained = { ...fee, countedOtherwise: '含口头' };
    // How much is asked for, and how that comes about, is seen before anything is charged (FEE 4).
    const { fee: asked } = await charging.preview(office.envelope(id, APPROVER, explained));
    expect(asked).toMatchObject({ amount: 200, lines: [{ from: 11, to: 12, units: 2, yuanEach: 100, yuan: 200 }] });
    const { notices } = await charge(id, explained, APPROVER);
    office.on('2026-03-31');
    return charge(id, { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' }, 'clerk.bureau');
  }
  const chargedRefusal = async (id: string, type: string, fields: Record<string, unknown>) =>
    refusalOf(charging.handle(office.envelope(id, CASEWORKER, await correcting(id, type, fields))));

  test('of a fee is not told to have left after the reply was due: it would stop what it cannot (FEE)', async () => {
    const { id } = await feeAsked();
    expect(await chargedRefusal(id, 'FEE_NOTICE_MADE', { dispatchedOn: '2026-03-31' })).toMatchObject({
      code: 'fee-notice-late',
    });
  });

  test('nor one of a delay (REG 35)', async () => {
    const { id } = await accepted();
    await step(id, { type: 'askReasons', reason: 'too many' });
    await step(id, { type: 'acceptReasons', answer: 'for a study' }, APPROVER);
    office.on('2026-03-30');
    await step(id, { type: 'setDelay', until: localDate('2026-05-29') }, APPROVER);
    office.on('2026-03-31');
    expect(await refusedTo(id, 'DELAY_SET', { dispatchedOn: '2026-03-31' })).toMatchObject({ code: 'delay-late' });
  });

  test('does not ask for more than was paid in full: more is asked by a new notice (FEE)', async () => {
    const { id } = await feeAsked();
    office.on('2026-04-02');
    await charge(id, { type: 'recordPayment', amount: 200 });
    expect(await chargedRefusal(id, 'FEE_NOTICE_MADE', { itemsNow: 5, amount: 500 })).toMatchObject({
      fields: ['fields changes-course'],
    });
    expect(await chargedRefusal(id, 'FEE_PAID', { amount: 100 })).toMatchObject({ code: 'payment-partial' });
    expect(await chargedRefusal(id, 'FEE_NOTICE_MADE', { amount: 150 })).toMatchObject({ fields: ['fields.amount fee-differs'] });
    const view = await charge(id, await correcting(id, 'FEE_NOTICE_MADE', { itemsNow: 1, amount: 100 }));
    expect(view.state).toBe('accepted');
  });
});

/** Section six of the annual report counts what was really charged (FEE). */
describe('what a report counts of fees', () => {
  const counted = async (id: string) => {
    const period = { from: localDate('2026-03-01'), to: localDate('2026-03-31') };
    const { fees } = await readCounted(period, [office.person(CASEWORKER).organId], office.pool);
    return fees.filter(({ caseId }) => caseId === id).map(({ notices, noticed, received }) => [notices, noticed, received]);
  };
  const notice = {
    type: 'sendFeeNotice',
    basis: 'per_item',
    finding: '多',
    itemsBefore: 10,
    countedOtherwise: '含口头',
  } as const;
  const ask = async (id: string, itemsNow: number): Promise<string> =>
    (await charge(id, { ...notice, itemsNow }, APPROVER)).notices.at(-1)?.id ?? '';

  test('is the correction of a notice and not the notice it replaced, and an amount as it was corrected', async () => {
    const { id } = await accepted();
    office.on('2026-03-05');
    const first = await ask(id, 2);
    await charge(id, { type: 'recordService', noticeId: first, how: 'EMS' }, 'clerk.bureau');
    expect(await counted(id)).toEqual([[1, 200, 0]]);
    office.on('2026-03-09');
    const second = await ask(id, 1);
    expect(await counted(id)).toEqual([[1, 100, 0]]);
    await charge(id, { type: 'recordService', noticeId: second, how: 'EMS' }, 'clerk.bureau');
    office.on('2026-03-11');
    await charge(id, { type: 'recordPayment', amount: 100 });
    expect(await counted(id)).toEqual([[1, 100, 100]]);
    // What is asked for after a payment is asked for beside it.
    office.on('2026-03-16');
    await ask(id, 3);
    expect(await counted(id)).toEqual([[2, 300, 100]]);
    await charge(id, await correcting(id, 'FEE_NOTICE_MADE', { itemsNow: 2, amount: 100 }));
    expect(await counted(id)).toEqual([[2, 200, 100]]);
    // What is taken back has charged nothing.
    await charge(id, { type: 'liftFee', reason: '按实际件数不收' }, APPROVER);
    expect(await counted(id)).toEqual([[1, 100, 100]]);
  });
});

test('what a correction changes of a reply that was approved makes the approval fall (REG 17)', async () => {
  const { id, items } = await accepted();
  for (const item of items)
    await step(id, { type: 'decideItem', itemId: item.id, code: 'already_public', otherOrgan: '门户网站' });
  const { draft } = await step(id, { type: 'submitForApproval' });
  const approved = await step(id, { type: 'approve', draft: draft ?? '' }, APPROVER);
  expect(approved).toMatchObject({ draft, approvedDraft: draft });
  const corrected = await step(id, await correcting(id, 'APPLICATION_RECEIVED', { wantedForm: 'on_site' }));
  expect(corrected.draft).not.toBe(draft);
  expect(await refusalOf(office.handle(id, APPROVER, { type: 'signReply' }))).toMatchObject({ code: 'draft-changed' });
  await step(id, { type: 'sendBack', reason: '改了提供方式' }, APPROVER);
  await step(id, { type: 'submitForApproval' });
  expect(await refusalOf(office.handle(id, APPROVER, { type: 'approve', draft: draft ?? '' }))).toMatchObject({
    code: 'draft-changed',
  });
  await step(id, { type: 'approve', draft: corrected.draft ?? '' }, APPROVER);
  await step(id, { type: 'signReply' }, APPROVER);
});
