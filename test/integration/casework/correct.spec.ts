import { localDate } from '@gongkai/calendar';
import type { CaseView, Command } from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';
import { ORIGINAL } from '../../support/original.js';

const CASEWORKER = 'caseworker.bureau';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const step = (id: string, command: Command, who = CASEWORKER): Promise<CaseView> => office.step(id, who, command);

async function accepted(): Promise<CaseView> {
  office.on('2026-03-02');
  return step((await office.log(atTheCounter('2026-03-02'))).id, { type: 'accept' });
}

/** Signed and posted on the fourth. */
async function posted(): Promise<CaseView> {
  const view = await accepted();
  office.on('2026-03-04');
  await office.sign(view);
  return step(view.id, { type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001133CN' });
}

async function correcting(id: string, type: string, fields: Record<string, unknown>): Promise<Command> {
  const { items } = await office.queries.journal(office.person(CASEWORKER), id, { limit: 50 });
  return { type: 'correctFact', entryId: items.find((entry) => entry.type === type)?.id ?? '', fields, reason: '笔误' };
}
const refusedTo = async (id: string, type: string, fields: Record<string, unknown>) =>
  refusalOf(office.handle(id, CASEWORKER, await correcting(id, type, fields)));

async function decided({ id, items }: CaseView, decision: Record<string, unknown>): Promise<void> {
  for (const { id: itemId } of items) await step(id, { type: 'decideItem', itemId, ...decision } as Command);
}

describe('a corrected field is one that its step would have taken', () => {
  test.each([
    ['workingDays', 1.5, 'wrong-type'],
    ['workingDays', -3, 'too-small'],
    ['workingDays', 25, 'too-big'],
    ['reason', '', 'too-short'],
    ['reason', null, 'required'],
  ])('of a proposal: %s %s', async (field, value, code) => {
    const { id } = await accepted();
    await step(id, { type: 'proposeExtension', workingDays: 10, reason: '量大' });
    expect(await refusedTo(id, 'EXTENSION_PROPOSED', { [field]: value })).toMatchObject({
      code: 'invalid-request',
      fields: [`fields.${field} ${code}`],
    });
  });

  test.each([
    ['period', 0, 'too-small'],
    ['period', 9999, 'too-big'],
    ['periodUnit', 'fortnight', 'unknown-option'],
    ['missing', '', 'too-short'],
    ['dispatchedOn', null, 'required'],
    ['number', '补〔2026〕99号', 'field-not-correctable'],
    ['period', null, 'required'],
    ['dispatchedOn', '1900-01-01', 'before-earlier-fact'],
  ])('of a correction notice: %s %s', async (field, value, code) => {
    const { id } = await accepted();
    await step(id, { type: 'sendCorrectionNotice', missing: '年度' });
    expect(await refusedTo(id, 'CORRECTION_NOTICE_MADE', { [field]: value })).toMatchObject({
      fields: [`fields.${field} ${code}`],
    });
  });

  test.each([
    ['wantedForm', 'gold'],
    ['delivery', 'owl'],
  ])('of the application: %s %s', async (field, value) => {
    const { id } = await accepted();
    expect(await refusedTo(id, 'APPLICATION_RECEIVED', { [field]: value })).toMatchObject({
      fields: [`fields.${field} unknown-option`],
    });
  });

  test('of a receipt: no postmark after the arrival', async () => {
    const { id } = await accepted();
    office.on('2026-03-10');
    const receipt = { channel: 'ems', signedOn: '2026-02-26', postmarkOn: '2026-03-01' };
    expect(await refusedTo(id, 'APPLICATION_RECEIVED', { receipt })).toMatchObject({
      fields: ['fields.receipt.postmarkOn signed-before-posted'],
    });
  });

  test('what an entry leaves out may be added, and taken back', async () => {
    const { id } = await accepted();
    office.on('2026-03-04');
    await step(id, { type: 'askThirdParty', party: '某公司' });
    await step(id, await correcting(id, 'CONSULTATION', { trackingNumber: '1100' }));
    await step(id, await correcting(id, 'CONSULTATION', { trackingNumber: null }));
    const { items } = await office.queries.journal(office.person(CASEWORKER), id, { limit: 50 });
    const corrections = items.filter(({ type }) => type === 'FACT_CORRECTED').map(({ fact }) => fact.fields);
    expect(corrections).toEqual(expect.arrayContaining([{ trackingNumber: '1100' }, { trackingNumber: null }]));
  });
});

describe('a correction says nothing that the law would have refused', () => {
  test('a decision that no search was made for (REG 36(4))', async () => {
    const view = await accepted();
    await decided(view, { code: 'disguised_complaint', reasons: '信访' });
    expect(await refusedTo(view.id, 'ITEM_DECIDED', { code: 'not_existing' })).toMatchObject({ code: 'search-missing' });
  });

  test('a refusal without its ground, nor one with a ground that it does not have', async () => {
    const view = await accepted();
    await decided(view, { code: 'disguised_complaint', reasons: '信访' });
    expect(await refusedTo(view.id, 'ITEM_DECIDED', { code: 'refused' })).toMatchObject({
      fields: [
        ...['fields.ground required', 'fields.article required'],
        ...['fields.facts facts-missing', 'fields.severability severability-missing'],
      ],
    });
    const found = { facts: '讨论记录', severability: '全文均为讨论意见' };
    const whole = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '讨论稿', ...found };
    const corrected = await step(view.id, await correcting(view.id, 'ITEM_DECIDED', whole));
    expect(corrected.items[0]?.decision).toMatchObject({ code: 'refused', ground: 'process_information' });
    const nothing = { ground: null, article: null, facts: null, severability: null };
    const back = { code: 'disguised_complaint', ...nothing, reasons: '信访' };
    const again = await step(view.id, await correcting(view.id, 'ITEM_DECIDED', back));
    expect(again.items[0]?.decision).not.toHaveProperty('ground');
  });

  test('a correction of the applicant that came too late (REG 30)', async () => {
    const { id } = await accepted();
    const { notices } = await step(id, { type: 'sendCorrectionNotice', missing: '年度' });
    await step(id, { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' }, 'clerk.bureau');
    office.on('2026-04-01');
    await step(id, { type: 'receiveCorrection', on: localDate('2026-03-10') }, 'clerk.bureau');
    expect(await refusedTo(id, 'CORRECTION_RECEIVED', { on: '2026-03-31' })).toMatchObject({ code: 'correction-late' });
    // Nor by way of the notice: its period would have been over before.
    expect(await refusedTo(id, 'CORRECTION_NOTICE_MADE', { period: 1 })).toMatchObject({ fields: ['fields changes-course'] });
  });

  test('what stood against the entry before does not stand against another correction of it', async () => {
    const { id } = await accepted();
    office.on('2026-03-11');
    await step(id, { type: 'sendCorrectionNotice', missing: '年度' });
    const receipt = { channel: 'in_person', submittedOn: '2026-02-25' };
    await step(id, await correcting(id, 'APPLICATION_RECEIVED', { receipt }));
    const view = await step(id, await correcting(id, 'CORRECTION_NOTICE_MADE', { missing: '文号' }));
    expect(view.state).toBe('accepted');
  });

  test('a case closed for want of a correction is not one whose applicant still has time', async () => {
    const { id } = await accepted();
    const { notices } = await step(id, { type: 'sendCorrectionNotice', missing: '年度' });
    await step(id, { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' }, 'clerk.bureau');
    office.on('2026-03-30');
    await step(id, { type: 'closeAbandoned', cause: 'correction', unproven: 'lost' });
    expect(await refusedTo(id, 'CORRECTION_NOTICE_RECEIVED', { on: '2026-03-24' })).toMatchObject({
      fields: ['fields changes-course'],
    });
  });

  test('a service that would let a third party still be heard is not told once the reply is before the approver', async () => {
    const view = await accepted();
    const { consultations } = await step(view.id, { type: 'askThirdParty', party: '某公司' });
    const consultationId = consultations[0]?.id ?? '';
    await step(view.id, { type: 'recordService', consultationId, how: 'EMS' }, 'clerk.bureau');
    office.on('2026-03-26');
    await decided(view, { code: 'granted' });
    for (const { id: itemId } of view.items) {
      await step(view.id, { type: 'submitReview', itemId, ...ORIGINAL });
      await step(view.id, { type: 'passReview', itemId }, 'reviewer.bureau');
    }
    await step(view.id, { type: 'submitForApproval' });
    expect(await refusedTo(view.id, 'CONSULTATION_RECEIVED', { on: '2026-03-20' })).toMatchObject({ code: 'step-not-permitted' });
  });

  test('what was out of time is written down as it was: it has no effect, and an approver looks', async () => {
    const { id } = await accepted();
    await step(id, { type: 'proposeExtension', workingDays: 10, reason: '量大' });
    office.on('2026-03-30');
    const extended = await step(id, { type: 'approveExtension' }, 'approver.bureau');
    expect(extended.deadlines.finalDue).toBe('2026-04-14');
    office.on('2026-04-01');
    const told = await step(id, await correcting(id, 'EXTENSION', { dispatchedOn: '2026-03-31' }));
    expect(told.deadlines).toMatchObject({ finalDue: '2026-03-30', extendedDue: null, extensionRefused: { code: 'late' } });
    expect(told.toConfirm).toHaveLength(1);
    expect(await refusedTo(id, 'EXTENSION', { workingDays: 25 })).toMatchObject({ fields: ['fields.workingDays too-big'] });
  });

  test('of several fields the one that does not fit is named', async () => {
    office.on('2026-03-12');
    const { id } = await office.accepted();
    await step(id, { type: 'askThirdParty', party: '某公司', dispatchedOn: localDate('2026-03-05') });
    const receipt = { channel: 'in_person', submittedOn: '2026-03-11' };
    expect(await refusedTo(id, 'APPLICATION_RECEIVED', { wantedForm: 'electronic', receipt })).toMatchObject({
      fields: [expect.stringMatching(/^fields\.receipt /)],
    });
  });

  test('a reply that came back is not sent after the public notice; one that was sent is not handed over', async () => {
    const view = await posted();
    office.on('2026-03-13');
    const envelope = 'e'.repeat(64);
    await office.source.query(
      `INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_at) VALUES ($1, $2, '信封.pdf', 'application/pdf', 1, now())`,
      [envelope, office.person(CASEWORKER).organId],
    );
    const sought = { untraceable: true, sought: '公安机关查无下落', fileIds: [envelope] };
    await step(view.id, { type: 'recordReturn', reason: '查无此人', ...sought });
    office.on('2026-03-16');
    await step(view.id, { type: 'serveByPublicNotice' });
    expect(await refusedTo(view.id, 'PUBLIC_NOTICE_PUBLISHED', { on: '2026-03-12' })).toMatchObject({
      fields: ['fields.on before-earlier-fact'],
    });
    expect(await refusedTo(view.id, 'REPLY_DISPATCHED', { dispatchedOn: '2026-03-14' })).toMatchObject({
      fields: ['fields.dispatchedOn before-earlier-fact'],
    });
    expect(await refusedTo(view.id, 'REPLY_DISPATCHED', { mode: 'in_person' })).toMatchObject({
      fields: ['fields.mode changes-course'],
    });
    expect(await refusedTo(view.id, 'REPLY_DISPATCHED', { mode: 'portal' })).toMatchObject({ code: 'electronic-not-agreed' });
  });

  test('days of an earlier round stand in their order as well', async () => {
    const view = await posted();
    office.on('2026-03-06');
    await step(view.id, { type: 'recordService', noticeId: 'reply', how: 'EMS' });
    office.on('2026-04-10');
    const copy = { type: 'recordReconsiderationCopy', acceptedOn: localDate('2026-04-08'), track: 'ordinary' } as const;
    await step(view.id, copy, CASEWORKER);
    expect(
      await refusedTo(view.id, 'RECONSIDERATION_COPY_RECEIVED', { acceptedOn: '2026-04-10', on: '2026-04-09' }),
    ).toMatchObject({
      fields: [expect.stringContaining('before-earlier-fact')],
    });
    expect(
      await refusedTo(view.id, 'RECONSIDERATION_COPY_RECEIVED', { acceptedOn: '2026-03-01', on: '2026-03-02' }),
    ).toMatchObject({
      code: 'nothing-to-challenge',
    });
    office.on('2026-05-11');
    const order = { type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true } as const;
    await step(view.id, order, CASEWORKER);
    expect(await refusedTo(view.id, 'REPLY_DISPATCHED', { dispatchedOn: '2026-03-09' })).toMatchObject({
      fields: ['fields.dispatchedOn before-earlier-fact'],
    });
    expect(await refusedTo(view.id, 'ITEM_DECIDED', { on: '2026-03-01' })).toMatchObject({
      fields: ['fields.on before-earlier-fact'],
    });
    const moved = await step(view.id, await correcting(view.id, 'ROUND_ORDERED', { on: '2026-05-08' }));
    expect(moved.deadlines.receivedOn).toBe('2026-05-08');
    expect(
      await refusedTo(view.id, 'APPLICATION_RECEIVED', { receipt: { channel: 'email', submittedOn: '1900-01-01' } }),
    ).toMatchObject({
      fields: [expect.stringMatching(/^fields\.receipt /)],
    });
    expect(await refusedTo(view.id, 'ROUND_ORDERED', { redoWorkingDays: -5 })).toMatchObject({
      fields: ['fields.redoWorkingDays too-small'],
    });
  });
});

describe('what an approver goes by', () => {
  test('is not corrected while the reply is before them, nor after they approved it: it is sent back first', async () => {
    const view = await accepted();
    await decided(view, { code: 'disguised_complaint', reasons: '信访' });
    await step(view.id, { type: 'submitForApproval' });
    const change = { code: 'already_public', otherOrgan: '门户网站' };
    const submitted = await refusedTo(view.id, 'ITEM_DECIDED', change);
    expect(submitted).toMatchObject({ code: 'step-not-permitted' });
    await step(view.id, { type: 'approve' }, 'approver.bureau');
    expect(await refusedTo(view.id, 'ITEM_DECIDED', change)).toMatchObject({ code: 'step-not-permitted' });
    await step(view.id, { type: 'sendBack', reason: '改' }, 'approver.bureau');
    expect((await step(view.id, await correcting(view.id, 'ITEM_DECIDED', change))).toConfirm).toHaveLength(1);
  });

  test('an answer that is told otherwise waits for them', async () => {
    const { id } = await accepted();
    const { consultations } = await step(id, { type: 'askThirdParty', party: '某公司' });
    const consultationId = consultations[0]?.id ?? '';
    await step(id, { type: 'recordService', consultationId, how: 'EMS' }, 'clerk.bureau');
    await step(id, { type: 'recordAnswer', consultationId, answer: 'refuse', grounds: '商业秘密' });
    expect(await refusedTo(id, 'CONSULTATION_ANSWERED', { answer: 'maybe' })).toMatchObject({
      fields: ['fields.answer unknown-option'],
    });
    const view = await step(id, await correcting(id, 'CONSULTATION_ANSWERED', { answer: 'agree' }));
    expect(view.toConfirm).toMatchObject([{ reason: 'fact-corrected' }]);
    await decided(view, { code: 'already_public', otherOrgan: '门户网站' });
    await step(id, { type: 'submitForApproval' });
    const approving = refusalOf(office.handle(id, 'approver.bureau', { type: 'approve' }));
    expect(await approving).toMatchObject({ code: 'confirmation-missing' });
    const entryId = view.toConfirm[0]?.entryId ?? '';
    const rejecting = refusalOf(office.handle(id, 'approver.bureau', { type: 'confirmFact', entryId, reject: '答的是不同意' }));
    expect(await rejecting).toMatchObject({ code: 'step-not-permitted' });
    await step(id, { type: 'confirmFact', entryId }, 'approver.bureau');
    expect((await step(id, { type: 'approve' }, 'approver.bureau')).state).toBe('approving');
  });
});
