import { localDate } from '@gongkai/calendar';
import type { CaseView, Command } from '@gongkai/contracts';
import { createDatabaseOn15 } from '../../support/postgres-15.js';
import { suiteNeeding } from '../../support/tools.js';
import { atTheCounter, Office } from './office.js';
import { ORIGINAL } from '../../support/original.js';

let office: Office;

const day = localDate;

const idOf = (thing: { id: string } | undefined): string => thing?.id ?? '';

/** Takes a step on a day and gives the view after it. */
async function take(on: string, id: string, by: string, command: Command): Promise<CaseView> {
  office.on(on);
  return office.step(id, `${by}.bureau`, command);
}

const fromEnvelopeToArchive = async (): Promise<void> => {
  office.on('2026-03-02');
  const letter = { receipt: { channel: 'ordinary_mail' as const, arrivedOn: day('2026-03-02'), pages: 2, signedBy: '收发室' } };
  const logged = await office.log(atTheCounter('2026-03-02', letter));
  const { id } = logged;
  expect(logged).toMatchObject({ state: 'unconfirmed', clock: 'not_started', light: 'none', daysLeft: null });
  expect(logged.receipt).toMatchObject({ pages: 2, signedBy: '收发室', receivedOn: null });

  let view = await take('2026-03-04', id, 'clerk', { type: 'confirmReceipt', confirmedHow: '电话' });
  expect(view).toMatchObject({ state: 'received', deadlines: { receivedOn: '2026-03-04', finalDue: '2026-04-01' } });
  await take('2026-03-04', id, 'clerk', { type: 'register' });
  view = await take('2026-03-05', id, 'caseworker', { type: 'accept' });
  expect(view.state).toBe('accepted');
  await take('2026-03-05', id, 'caseworker', { type: 'claim' });

  view = await take('2026-03-06', id, 'caseworker', { type: 'sendCorrectionNotice', missing: '年度不明', period: 10 });
  expect(view.notices).toMatchObject([{ kind: 'correction', dispatchedOn: '2026-03-06', servedOn: null }]);
  expect(view.notices[0]?.number).toMatch(/补〔2026〕1号$/);
  const [notice] = view.notices;
  view = await take('2026-03-10', id, 'clerk', {
    type: 'recordService',
    noticeId: idOf(notice),
    on: day('2026-03-09'),
    how: '签收',
  });
  expect(view).toMatchObject({
    state: 'awaiting_correction',
    light: 'stopped',
    deadlines: { correctionDueFromApplicant: '2026-03-23', finalDue: null, clock: 'awaiting_correction' },
    turn: { who: { role: 'applicant' } },
  });
  view = await take('2026-03-16', id, 'clerk', { type: 'receiveCorrection', content: '2025年' });
  expect(view).toMatchObject({ state: 'accepted', deadlines: { restartedOn: '2026-03-16', finalDue: '2026-04-14' } });

  view = await take('2026-03-18', id, 'caseworker', { type: 'askThirdParty', party: '某公司', dispatchedOn: day('2026-03-18') });
  const consultationId = idOf(view.consultations[0]);
  view = await take('2026-03-20', id, 'caseworker', { type: 'recordService', consultationId, how: 'EMS' });
  expect(view).toMatchObject({ clock: 'stopped', light: 'stopped', consultations: [{ answerDue: '2026-04-13' }] });
  view = await take('2026-03-25', id, 'caseworker', { type: 'recordAnswer', consultationId, answer: 'agree' });
  expect(view).toMatchObject({ clock: 'running', deadlines: { finalDue: '2026-04-21' } });

  await take('2026-03-26', id, 'caseworker', { type: 'proposeExtension', workingDays: 10, reason: '数量较大' });
  view = await take('2026-03-27', id, 'approver', { type: 'approveExtension', dispatchedOn: day('2026-03-27') });
  expect(view.deadlines).toMatchObject({ replyDue: '2026-04-21', extendedDue: '2026-05-08', finalDue: '2026-05-08' });

  const [first, second] = view.items;
  await take('2026-04-01', id, 'caseworker', { type: 'recordSearch', where: '档案室', words: '改造', result: '找到一份' });
  await take('2026-04-02', id, 'caseworker', { type: 'decideItem', itemId: idOf(first), code: 'granted' });
  await take('2026-04-02', id, 'caseworker', { type: 'decideItem', itemId: idOf(second), code: 'not_existing' });
  await take('2026-04-02', id, 'caseworker', { type: 'submitReview', itemId: idOf(first), ...ORIGINAL });
  view = await take('2026-04-03', id, 'reviewer', { type: 'passReview', itemId: idOf(first) });
  expect(view.items).toMatchObject([
    { decision: { code: 'granted' }, review: { status: 'passed' } },
    { decision: { code: 'not_existing' } },
  ]);
  await take('2026-04-07', id, 'caseworker', { type: 'submitForApproval' });
  await take('2026-04-08', id, 'approver', { type: 'approve' });
  view = await take('2026-04-08', id, 'approver', { type: 'signReply' });
  expect(view).toMatchObject({ state: 'signed', turn: { who: { role: 'caseworker', person: { name: expect.any(String) } } } });
  view = await take('2026-04-09', id, 'caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA123' });
  expect(view).toMatchObject({ state: 'dispatched', clock: 'ended', light: 'none', daysLeft: null });
  view = await take('2026-04-13', id, 'clerk', { type: 'recordService', noticeId: 'reply', on: day('2026-04-11'), how: '签收' });
  expect(view).toMatchObject({ state: 'closed', outcome: 'partly_granted', closedOn: '2026-04-11' });
  expect(view.deadlines.others.map(({ deadline }) => deadline)).toEqual(
    expect.arrayContaining(['reconsiderationUntil', 'filingDue']),
  );
  // Each organ says whether it waits for the periods of the applicant (REG 45); as shipped it does not.
  await office.rows('UPDATE organ SET files_after_remedies = true');
  await expect(
    take('2026-04-14', id, 'archivist', {
      type: 'file',
      unproven: 'the slips lie in the paper folder',
      unkept: 'the letters lie there as well',
    }),
  ).rejects.toThrow('remedy-possible');
  await office.rows('UPDATE organ SET files_after_remedies = NULL');
  view = await take('2026-04-14', id, 'archivist', {
    type: 'file',
    unproven: 'the slips lie in the paper folder',
    unkept: 'the letters lie there as well',
  });
  expect(view).toMatchObject({ state: 'filed', version: 24 });
  expect(view.links.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(await linksOf(id)).toEqual(Array.from({ length: 24 }, (_, i) => ({ seq: i + 1, follows: true })));
};

type Link = { seq: number; hash: string; previous_hash: string };

/** Whether each entry carries the hash of the one before. */
async function linksOf(id: string): Promise<{ seq: number; follows: boolean }[]> {
  const chain = await office.rows<Link>('SELECT seq, hash, previous_hash FROM journal WHERE case_id = $1 ORDER BY seq', [id]);
  const hashes = ['0'.repeat(64), ...chain.map(({ hash }) => hash)];
  return chain.map(({ seq, previous_hash }, i) => ({ seq, follows: previous_hash === hashes[i] }));
}

const servers = [
  { suite: describe, name: 'on the embedded PostgreSQL', open: () => Office.open() },
  { suite: suiteNeeding('postgresql-15'), name: 'on PostgreSQL 15', open: async () => Office.open(await createDatabaseOn15()) },
];

for (const { suite, name, open } of servers)
  suite(name, () => {
    beforeAll(async () => {
      office = await open();
    });
    afterAll(() => office.close());

    test('a letter from its envelope to the archive, every date by the ledger', fromEnvelopeToArchive);
  });
