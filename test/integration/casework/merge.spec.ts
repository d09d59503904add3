import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const CASEWORKER = 'caseworker.bureau';

async function acceptedOn(day: string): Promise<CaseView> {
  office.on(day);
  const { id } = await office.log(atTheCounter(day));
  return office.step(id, CASEWORKER, { type: 'accept' });
}

const into = (from: string, intoCaseId: string) => refusalOf(office.handle(from, CASEWORKER, { type: 'merge', intoCaseId }));
const offered = async (id: string) => (await office.queries.mergeable(office.person(CASEWORKER), id)).items.map((row) => row.id);

test('only into the first, and while its reply is still to come: no application goes unanswered', async () => {
  const first = await acceptedOn('2026-03-02');
  const later = await acceptedOn('2026-03-09');
  expect(await into(first.id, later.id)).toMatchObject({ fields: ['intoCaseId later-case'] });
  expect(await offered(first.id)).not.toContain(later.id);
  expect(await offered(later.id)).toContain(first.id);

  const arrival = await office.log(
    atTheCounter('2026-03-09', { receipt: { channel: 'ordinary_mail', arrivedOn: localDate('2026-03-09') } }),
  );
  expect(await into(later.id, arrival.id)).toMatchObject({ fields: ['intoCaseId waiting-case'] });
  const { notices } = await office.step(first.id, CASEWORKER, { type: 'sendCorrectionNotice', missing: '年度' });
  expect(await into(later.id, first.id)).toMatchObject({ fields: ['intoCaseId waiting-case'] });
  expect(await offered(later.id)).not.toContain(first.id);
  await office.step(first.id, 'clerk.bureau', { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' });
  expect(await into(later.id, first.id)).toMatchObject({ fields: ['intoCaseId waiting-case'] });
  expect(await offered(later.id)).not.toContain(first.id);

  const answered = await acceptedOn('2026-03-02');
  await office.sign(answered);
  expect(await into(later.id, answered.id)).toMatchObject({ fields: ['intoCaseId answered-case'] });
  expect(await offered(later.id)).not.toContain(answered.id);
});

test('asked again after its reply has left, it is answered by naming that reply: not of a stranger, nor what is still open (REG 36(6))', async () => {
  const first = await acceptedOn('2026-03-02');
  const again = await acceptedOn('2026-03-09');
  const item = again.items[0]?.id ?? '';
  const decide = { type: 'decideItem', itemId: item, code: 'repeated' } as const;
  expect(await refusalOf(office.handle(again.id, CASEWORKER, decide))).toMatchObject({
    fields: ['earlierCaseId earlier-missing'],
  });
  const naming = (earlierCaseId: string) => office.handle(again.id, CASEWORKER, { ...decide, earlierCaseId });
  expect(await refusalOf(naming(first.id))).toMatchObject({ fields: ['earlierCaseId unanswered-case'] });
  await office.sign(first);
  const { notices } = await office.step(first.id, CASEWORKER, { type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001111CN' });
  const reply = notices.find(({ kind }) => kind === 'reply');
  const applicant = { kind: 'natural_person', category: 'natural_person', name: '别人' } as const;
  const stranger = await office.log(atTheCounter('2026-03-09', { applicant }));
  const theirs = await office.step(stranger.id, CASEWORKER, { type: 'accept' });
  const ofTheirs = { ...decide, itemId: theirs.items[0]?.id ?? '', earlierCaseId: first.id };
  expect(await refusalOf(office.handle(theirs.id, CASEWORKER, ofTheirs))).toMatchObject({
    fields: ['earlierCaseId other-applicant'],
  });
  const { items } = await office.step(again.id, CASEWORKER, { ...decide, earlierCaseId: first.id });
  expect(items[0]?.decision).toMatchObject({ earlierCaseId: first.id, earlierNumber: reply?.number, earlierDay: '2026-03-09' });
});

test('not where the reply to the first is due later: that of the second would come too late (REG 33)', async () => {
  const first = await acceptedOn('2026-03-02');
  const later = await acceptedOn('2026-03-09');
  await office.step(first.id, CASEWORKER, { type: 'proposeExtension', workingDays: 20, reason: '量大' });
  await office.step(first.id, 'approver.bureau', { type: 'approveExtension' });
  expect(await into(later.id, first.id)).toMatchObject({ fields: ['intoCaseId later-date'] });
  expect(await offered(later.id)).not.toContain(first.id);

  const open = await acceptedOn('2026-03-02');
  await office.step(open.id, CASEWORKER, { type: 'askSecrecyAuthority', party: '市保密局' });
  expect(await into(later.id, open.id)).toMatchObject({ fields: ['intoCaseId later-date'] });
  expect(await offered(later.id)).not.toContain(open.id);
});

test('what was merged into a case keeps its date: that case neither waits nor ends without a reply', async () => {
  const first = await acceptedOn('2026-03-02');
  const second = await acceptedOn('2026-03-03');
  await office.step(second.id, CASEWORKER, { type: 'merge', intoCaseId: first.id });
  const view = await office.queries.view(office.person(CASEWORKER), first.id);
  for (const command of [
    { type: 'sendCorrectionNotice', missing: '年度' },
    { type: 'withdraw', how: '书面' },
  ] as const)
    expect(await refusalOf(office.handle(first.id, CASEWORKER, command))).toMatchObject({ code: 'holds-merged-cases' });
  expect(view.refused).toContainEqual(expect.objectContaining({ type: 'sendCorrectionNotice', code: 'holds-merged-cases' }));
});

test('an order to act anew is carried out by a reply of its own', async () => {
  const first = await acceptedOn('2026-02-02');
  const ordered = await acceptedOn('2026-03-02');
  await office.sign(ordered);
  await office.step(ordered.id, CASEWORKER, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  office.on('2026-03-09');
  await office.step(ordered.id, CASEWORKER, { type: 'recordReconsiderationCopy', track: 'ordinary' });
  office.on('2026-03-16');
  await office.step(ordered.id, CASEWORKER, { type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
  const step = office.handle(ordered.id, CASEWORKER, { type: 'merge', intoCaseId: first.id });
  expect(await refusalOf(step)).toMatchObject({ code: 'ordered-anew' });
});

test('cases that belong together name each other', async () => {
  const related = async (id: string) =>
    (await office.queries.related(office.person(CASEWORKER), id)).items.map(({ relation, number }) => `${relation} ${number}`);
  const first = await acceptedOn('2026-03-02');
  const later = await acceptedOn('2026-03-09');
  await office.step(later.id, CASEWORKER, { type: 'merge', intoCaseId: first.id });
  expect(await related(first.id)).toEqual([`merged_here ${later.number}`]);
  expect(await related(later.id)).toEqual([`merged_into ${first.number}`]);

  const taken = first.items.slice(1).map(({ id }) => id);
  await office.step(first.id, CASEWORKER, { type: 'split', items: taken });
  await office.step(first.id, CASEWORKER, { type: 'linkCase', caseId: later.id });
  const { linkedCaseIds } = await office.queries.view(office.person(CASEWORKER), first.id);
  const second = await office.queries.view(office.person(CASEWORKER), linkedCaseIds[0] ?? '');
  expect(await related(first.id)).toEqual([
    `linked ${later.number}`,
    `merged_here ${later.number}`,
    `split_off ${second.number}`,
  ]);
  expect(await related(second.id)).toEqual([`split_from ${first.number}`]);
  expect(await refusalOf(office.queries.related(office.person('caseworker.street'), first.id))).toMatchObject({
    code: 'case-not-found',
  });
});
