import { localDate } from '@gongkai/calendar';
import { verifyChains, verifyReplay } from '@gongkai/casework';
import type { CaseView, Command } from '@gongkai/contracts';
import { Office, refusalOf } from './office.js';
import { ORIGINAL } from '../../support/original.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const step = (id: string, role: string, command: Command): Promise<CaseView> => office.step(id, `${role}.bureau`, command);
const viewOf = (id: string): Promise<CaseView> => office.queries.view(office.person('caseworker.bureau'), id, 'zh-CN');
const entryOf = async (id: string, type: string): Promise<string> => {
  const { items } = await office.queries.journal(office.person('caseworker.bureau'), id, { limit: 50 });
  return items.find((entry) => entry.type === type)?.id ?? '';
};
const correct = async (id: string, type: string, fields: Record<string, unknown>): Promise<Command> => ({
  type: 'correctFact',
  entryId: await entryOf(id, type),
  fields,
  reason: '回执上的日期看错了',
});
const confirm = ({ toConfirm }: CaseView, reject?: string): Command => ({
  type: 'confirmFact',
  entryId: toConfirm[0]?.entryId ?? '',
  ...(reject === undefined ? {} : { reject }),
});

/** A third party asked on 3 March, served on the 6th; one item taken out on the 9th; and the answer of the 11th in both cases. */
async function divided(): Promise<{ first: CaseView; second: CaseView }> {
  office.on('2026-03-03');
  const { id, items } = await office.accepted();
  await step(id, 'caseworker', { type: 'askThirdParty', party: '某建筑公司' });
  office.on('2026-03-09');
  const asked = await viewOf(id);
  const consultationId = asked.consultations[0]?.id ?? '';
  await step(id, 'clerk', { type: 'recordService', consultationId, on: localDate('2026-03-06'), how: 'EMS' });
  const split = await step(id, 'caseworker', { type: 'split', items: [items[1]?.id ?? ''] });
  office.on('2026-03-11');
  const secondId = split.linkedCaseIds[0] ?? '';
  await step(secondId, 'caseworker', { type: 'accept' });
  const answer = (one: string) => step(one, 'caseworker', { type: 'recordAnswer', consultationId, answer: 'agree' });
  return { first: await answer(id), second: await answer(secondId) };
}

describe('what is corrected in a case that another one was taken out of', () => {
  test('is corrected there as well, and waits for the same second person', async () => {
    const { first, second } = await divided();
    expect([first.deadlines.finalDue, second.deadlines.finalDue]).toEqual(['2026-04-08', '2026-04-08']);
    const command = await correct(first.id, 'CONSULTATION', { dispatchedOn: '2026-03-02' });
    const preview = await office.desk.preview(office.envelope(first.id, 'caseworker.bureau', command));
    const moved = { deadline: 'finalDue', before: '2026-04-08', after: '2026-04-09' };
    expect(preview.follows).toMatchObject([{ id: second.id, number: second.number, changes: expect.arrayContaining([moved]) }]);
    const told = await step(first.id, 'caseworker', command);
    const follows = told.toConfirm[0]?.entryId;
    expect(await viewOf(second.id)).toMatchObject({
      deadlines: { finalDue: '2026-04-09' },
      consultations: [{ dispatchedOn: '2026-03-02', answeredOn: '2026-03-11' }],
      toConfirm: [{ reason: 'fact-corrected', follows }],
    });
    const here = office.handle(second.id, 'approver.bureau', confirm(await viewOf(second.id), '看错了'));
    expect(await refusalOf(here)).toMatchObject({ fields: ['entryId follows-another-case'] });
    const { refused } = await office.queries.view(office.person('approver.bureau'), second.id);
    expect(refused).toContainEqual(expect.objectContaining({ type: 'confirmFact', code: 'step-not-permitted' }));
    await step(first.id, 'approver', confirm(told));
    expect(await viewOf(second.id)).toMatchObject({ deadlines: { finalDue: '2026-04-09' }, toConfirm: [] });
  });

  test('is undone there as well where it is rejected', async () => {
    const { first, second } = await divided();
    const told = await step(first.id, 'caseworker', await correct(first.id, 'CONSULTATION', { dispatchedOn: '2026-03-02' }));
    await step(first.id, 'approver', confirm(told, '存根上是3日'));
    expect(await viewOf(second.id)).toMatchObject({
      deadlines: { finalDue: '2026-04-08' },
      consultations: [{ dispatchedOn: '2026-03-03', answeredOn: '2026-03-11' }],
      toConfirm: [],
    });
  });

  test('waits there until nothing waits any more in the first', async () => {
    const { first, second } = await divided();
    const once = await step(first.id, 'caseworker', await correct(first.id, 'CONSULTATION_RECEIVED', { on: '2026-03-05' }));
    const twice = await step(first.id, 'caseworker', await correct(first.id, 'CONSULTATION', { dispatchedOn: '2026-03-04' }));
    expect(await viewOf(second.id)).toMatchObject({ deadlines: { finalDue: '2026-04-07' } });
    await step(first.id, 'approver', { type: 'confirmFact', entryId: once.toConfirm[0]?.entryId ?? '', reject: '看错了' });
    expect(await viewOf(second.id)).toMatchObject({
      deadlines: { finalDue: '2026-04-07' },
      consultations: [{ dispatchedOn: '2026-03-04', servedOn: '2026-03-06' }],
      toConfirm: [{ reason: 'fact-corrected' }],
    });
    const left = await step(first.id, 'approver', confirm({ ...twice, toConfirm: twice.toConfirm.slice(1) }));
    expect(left.deadlines.finalDue).toBe('2026-04-07');
    expect(await viewOf(second.id)).toMatchObject({ toConfirm: [] });
  });

  test('reaches a case that was taken out of that one, also where the first is over', async () => {
    office.on('2026-03-03');
    const items = ['甲', '乙', '丙'].map((description) => ({ description }));
    const { id, items: asked } = await office.accepted({ items });
    const idsOf = (n: number): string[] => asked.slice(n).map((item) => item.id);
    const split = await step(id, 'caseworker', { type: 'split', items: idsOf(1) });
    const secondId = split.linkedCaseIds[0] ?? '';
    await step(secondId, 'caseworker', { type: 'accept' });
    const again = await step(secondId, 'caseworker', { type: 'split', items: idsOf(2) });
    const thirdId = again.linkedCaseIds.find((one) => one !== id) ?? '';
    await step(id, 'caseworker', { type: 'withdraw', how: '书面' });
    const receipt = { channel: 'in_person', submittedOn: '2026-03-03' };
    const told = await step(id, 'caseworker', await correct(id, 'APPLICATION_RECEIVED', { receipt }));
    expect(told.toConfirm).toHaveLength(1);
    for (const one of [secondId, thirdId])
      expect(await viewOf(one)).toMatchObject({
        deadlines: { finalDue: '2026-03-31' },
        toConfirm: [{ about: expect.any(String) }],
      });
    await step(id, 'approver', confirm(told));
    expect((await viewOf(thirdId)).toConfirm).toEqual([]);
  });

  test('is not corrected there by itself: how it came is one fact', async () => {
    const { second } = await divided();
    const receipt = { channel: 'in_person', submittedOn: '2026-03-01' };
    const command = await correct(second.id, 'APPLICATION_RECEIVED', { receipt });
    expect(await refusalOf(step(second.id, 'caseworker', command))).toMatchObject({
      fields: ['fields.receipt field-not-correctable'],
    });
  });

  test('says in which case something stands against it', async () => {
    office.on('2026-03-03');
    const { id, items } = await office.accepted();
    const asked = await step(id, 'caseworker', { type: 'askThirdParty', party: '某建筑公司' });
    const consultationId = asked.consultations[0]?.id ?? '';
    await step(id, 'clerk', { type: 'recordService', consultationId, how: 'EMS' });
    await step(id, 'caseworker', { type: 'recordAnswer', consultationId, answer: 'agree' });
    const split = await step(id, 'caseworker', { type: 'split', items: [items[1]?.id ?? ''] });
    const second = await step(split.linkedCaseIds[0] ?? '', 'caseworker', { type: 'accept' });
    const fileIds: string[] = [];
    const itemId = second.items[0]?.id ?? '';
    await step(second.id, 'caseworker', { type: 'decideItem', itemId, code: 'granted', reasons: '属于主动公开范围', fileIds });
    await step(second.id, 'caseworker', { type: 'submitReview', itemId, ...ORIGINAL });
    await step(second.id, 'reviewer', { type: 'passReview', itemId });
    await step(second.id, 'caseworker', { type: 'submitForApproval' });
    const command = await correct(id, 'CONSULTATION_ANSWERED', { answer: 'refuse', grounds: '商业秘密' });
    expect(await refusalOf(step(id, 'caseworker', command))).toMatchObject({ fields: ['entryId split-off-case'] });
    await step(second.id, 'approver', { type: 'sendBack', reason: '意见有误' });
    await step(id, 'caseworker', command);
    expect(await viewOf(second.id)).toMatchObject({
      consultations: [{ answer: 'refuse' }],
      toConfirm: [{ reason: 'fact-corrected' }],
    });
  });

  test('leaves every journal as whole as before', async () => {
    expect(await verifyChains(office.pool)).toMatchObject({ broken: [] });
    expect(await verifyReplay({ pool: office.pool, laws: office.laws })).toMatchObject({ differences: [] });
  });
});
