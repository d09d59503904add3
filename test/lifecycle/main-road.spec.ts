import { idOf, Life, personOf } from '../support/life.js';
import { acceptedOn, GRANTED } from '../support/roads.js';

/**
 * The main road: an ordinary letter from the mail room to the archive, with every stop and restart of the clock on its way.
 * T 2025-09-01; corrected 2025-09-15; ten days granted; a third party asked for six working days.
 */
describe('an ordinary letter from the envelope to the archive', () => {
  const life = new Life({ channel: 'ordinary_mail', arrivedOn: '2025-08-28' }, { items: ['the permit', 'the minutes'] });
  const links = (): string[] => life.standing.links.map(({ link, status }) => `${link} ${status}`);

  test('arrives: no date runs, and somebody is told every day', () => {
    expect(life.standing).toMatchObject({ state: 'unconfirmed', light: 'none', clock: 'not_started', daysLeft: null });
    expect(life.standing.turn).toMatchObject({ role: 'clerk', step: 'confirmReceipt' });
    expect(life.ledger).toMatchObject({ receivedOn: null, finalDue: null });
    expect(life.watched).toEqual([{ deadline: 'arrival', about: null, due: '2025-08-28', provisional: false }]);
    expect(life.refusal({ type: 'accept' })).toEqual({
      code: 'step-not-permitted',
      reason: 'receipt-not-settled',
      article: 'REG 31',
    });
  });

  test('is confirmed with the applicant: T, and the first deadlines', () => {
    life.on('2025-08-29').take({ type: 'logContactAttempt', how: 'phone', result: 'no answer' });
    life.on('2025-09-01').take({ type: 'confirmReceipt', confirmedHow: 'phone' });
    expect(life.ledger).toMatchObject({
      receivedOn: '2025-09-01',
      correctionNoticeDeadline: '2025-09-10',
      replyDueAtRegistration: '2025-09-28',
      finalDue: '2025-09-28',
    });
    expect(life.standing).toMatchObject({ state: 'received', light: 'green', daysLeft: 20, budgetDays: 20, usedDays: 0 });
    // Nobody has taken it up since that day.
    expect(life.watched).toContainEqual({ deadline: 'unclaimed', about: null, due: '2025-09-01', provisional: false });
  });

  test('is accepted: handling begins', () => {
    life.on('2025-09-02').take({ type: 'accept' });
    life.take({ type: 'claim' });
    expect(life.watched.map(({ deadline }) => deadline)).not.toContain('unclaimed');
    expect(life.standing).toMatchObject({ state: 'accepted', daysLeft: 19, usedDays: 1 });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', personId: 'the-caseworker', step: 'decideItem' });
    expect(links()).toEqual(['acceptance done', 'handling current', 'reply pending', 'delivery pending', 'filing pending']);
  });

  test('a correction is asked: the clock halts when the notice is served', () => {
    life.on('2025-09-03');
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which permit', dispatchedOn: null }));
    life.on('2025-09-04').take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001870CN' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    life.on('2025-09-05').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.ledger).toMatchObject({ clock: 'awaiting_correction', finalDue: null, correctionDueFromApplicant: '2025-09-26' });
    expect(life.standing).toMatchObject({ state: 'awaiting_correction', light: 'stopped', daysLeft: null });
    expect(life.alarms).toEqual([{ kind: 'correction_over', subject: '', ringsOn: '2025-09-30' }]);
  });

  test('it is corrected: a fresh period from that day', () => {
    life.on('2025-09-15').take({ type: 'receiveCorrection', content: 'permit no. 3' });
    expect(life.ledger).toMatchObject({ receivedOn: '2025-09-01', restartedOn: '2025-09-15', finalDue: '2025-10-17' });
    expect(life.standing).toMatchObject({ state: 'accepted', light: 'green', budgetDays: 20, usedDays: 0 });
    expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'more' })).toEqual({
      code: 'second-correction',
      article: 'REG 30',
    });
  });

  test('a third party is asked: the clock stops and the wait is seen', () => {
    life.on('2025-09-17');
    const consultationId = idOf(life.take({ type: 'askThirdParty', party: 'the builder', itemIds: ['item-1'] }));
    life.on('2025-09-18').take({ type: 'recordService', consultationId, how: 'signed for' });
    expect(life.ledger.consultations).toMatchObject([{ answerDue: '2025-10-15', closedOn: null }]);
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'stopped', light: 'stopped', usedDays: 2, stoppedDays: 1 });
    expect(life.standing.turn).toMatchObject({ role: 'consulted', step: 'recordAnswer' });
    expect(life.alarms).toContainEqual({ kind: 'consultation_lapse', subject: consultationId, ringsOn: '2025-10-16' });
    life.on('2025-09-25').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    expect(life.ledger).toMatchObject({
      finalDue: '2025-10-27',
      consultations: [{ closedOn: '2025-09-25', closedBy: 'answer' }],
    });
    expect(life.standing).toMatchObject({ clock: 'running', light: 'green', budgetDays: 20, usedDays: 2, stoppedDays: 6 });
  });

  test('it is extended by the head of the unit', () => {
    life.on('2025-10-20').take({ type: 'proposeExtension', workingDays: 10, reason: 'many records' });
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approveExtension' });
    expect(life.refusal({ type: 'approveExtension' }, { ...personOf('approver'), ogiHead: false })).toEqual({
      code: 'role-missing',
    });
    life.on('2025-10-21').take({ type: 'approveExtension' });
    expect(life.ledger).toMatchObject({ replyDue: '2025-10-27', extendedDue: '2025-11-10', finalDue: '2025-11-10' });
    expect(life.standing).toMatchObject({ budgetDays: 30, usedDays: 16, stoppedDays: 6, daysLeft: 14 });
  });

  test('its items are decided; nobody decides that a record is missing without a search', () => {
    life.on('2025-10-22');
    expect(life.refusal({ type: 'decideItem', itemId: 'item-2', code: 'not_existing' })).toEqual({
      code: 'search-missing',
      article: 'REG 36(4)',
    });
    expect(life.refusal({ type: 'submitForApproval' })).toEqual({
      code: 'step-not-permitted',
      reason: 'item-undecided',
      article: 'REG 36',
    });
    life.take({ type: 'recordSearch', where: 'archive room', words: 'minutes 2024', result: 'nothing found' });
    life.take({ type: 'decideItem', itemId: 'item-2', code: 'not_existing' });
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'granted', fileIds: ['hash-of-the-permit'] });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'review-missing' });
  });

  test('what is released is reviewed, byte for byte', () => {
    life.take({ type: 'submitReview', itemId: 'item-1' });
    expect(life.standing.turn).toMatchObject({ role: 'reviewer', step: 'passReview' });
    life.on('2025-10-23').take({ type: 'blockReview', itemId: 'item-1', reason: 'page 3' });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'review-missing' });
    life.take({ type: 'submitReview', itemId: 'item-1', fileIds: ['hash-with-page-3-blacked-out'] });
    life.take({ type: 'passReview', itemId: 'item-1' });
    expect(life.now.file.items[0]?.review).toMatchObject({ status: 'passed', fileIds: ['hash-with-page-3-blacked-out'] });
  });

  test('it is approved and signed, by nobody who drafted it', () => {
    life.on('2025-10-24').take({ type: 'submitForApproval' });
    expect(links()).toEqual(['acceptance done', 'handling done', 'reply current', 'delivery pending', 'filing pending']);
    life.take({ type: 'sendBack', reason: 'wording' });
    expect(links()[1]).toBe('handling current');
    life.take({ type: 'submitForApproval', unchanged: 'it is the wording of the Regulations' });
    const drafter = { id: 'the-caseworker', roles: ['approver' as const], ogiHead: true };
    expect(life.refusal({ type: 'approve' }, drafter)).toEqual({ code: 'self-approval', article: 'REG 17' });
    life.take({ type: 'approve' });
    expect(life.standing.state).toBe('approving');
    expect(life.refusal({ type: 'signReply' }, drafter)).toEqual({ code: 'self-approval', article: 'REG 17' });
    life.take({ type: 'signReply' });
    expect(life.standing).toMatchObject({ state: 'signed', outcome: null, light: 'green' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'dispatch' });
  });

  test('it is dispatched by EMS: the clock ends with the posting', () => {
    life.on('2025-10-27').take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EX1' });
    expect(life.standing).toMatchObject({
      state: 'dispatched',
      light: 'none',
      clock: 'ended',
      outcome: 'partly_granted',
      daysLeft: null,
    });
    expect(life.refusal({ type: 'withdraw', how: 'letter' })).toEqual({ code: 'withdrawal-late' });
    expect(life.alarms).toEqual([]);
  });

  test('it is served and filed', () => {
    life.on('2025-10-29').take({ type: 'recordService', noticeId: 'reply', how: 'signed for' });
    expect(life.standing.state).toBe('closed');
    expect(links()).toEqual(['acceptance done', 'handling done', 'reply done', 'delivery done', 'filing current']);
    life.on('2025-11-03').take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(life.standing).toMatchObject({ state: 'filed', outcome: 'partly_granted' });
    expect(life.standing.links).toEqual([
      { link: 'acceptance', status: 'done', since: '2025-08-28', until: '2025-09-02' },
      { link: 'handling', status: 'done', since: '2025-09-02', until: '2025-10-24' },
      { link: 'reply', status: 'done', since: '2025-10-24', until: '2025-10-24' },
      { link: 'delivery', status: 'done', since: '2025-10-24', until: '2025-10-29' },
      { link: 'filing', status: 'done', since: '2025-10-29', until: '2025-11-03' },
    ]);
  });

  test('its journal tells the same case again', () => {
    expect(life.replayed()).toEqual(life.now);
  });
});

describe('days in their order', () => {
  const ready = (): Life => {
    const life = acceptedOn('2026-03-02').on('2026-03-04');
    life.take({ type: 'decideItem', itemId: 'item-1', ...GRANTED });
    life.take({ type: 'submitReview', itemId: 'item-1' });
    return life.on('2026-03-09');
  };
  const earlier = (path: string): object => ({ code: 'invalid-request', fields: [`${path} before-earlier-fact`] });

  test('reviewed after it was decided, approved after that, signed after that (REG 17)', () => {
    const life = ready();
    expect(life.refusal({ type: 'passReview', itemId: 'item-1', on: '2026-03-03' })).toMatchObject(earlier('on'));
    life.take({ type: 'passReview', itemId: 'item-1', on: '2026-03-05' });
    life.take({ type: 'submitForApproval' });
    expect(life.refusal({ type: 'approve', on: '2026-03-04' })).toMatchObject(earlier('on'));
    life.take({ type: 'approve', on: '2026-03-06' });
    expect(life.refusal({ type: 'signReply', on: '2026-03-05' })).toMatchObject(earlier('on'));
    life.take({ type: 'signReply', on: '2026-03-06' });
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001881CN', dispatchedOn: '2026-03-06' });
    expect(life.now.file.items[0]?.review).toMatchObject({ passedOn: '2026-03-05' });
  });

  test('an arrival is neither telephoned about nor withdrawn before it came', () => {
    const life = new Life({ channel: 'ordinary_mail', arrivedOn: '2026-03-05' });
    const contact = { type: 'logContactAttempt', how: '电话', result: '无人接听' } as const;
    expect(life.refusal({ ...contact, on: '2026-03-04' })).toMatchObject(earlier('on'));
    expect(life.refusal({ type: 'withdraw', how: '来电', on: '2026-03-04' })).toMatchObject(earlier('on'));
  });

  test('no reconsideration was accepted before the application came', () => {
    const life = ready();
    const copy = { type: 'recordReconsiderationCopy', acceptedOn: '2018-12-30' } as const;
    expect(life.refusal(copy)).toMatchObject({ fields: ['acceptedOn before-earlier-fact'] });
  });

  test('nothing is published for an application before it came', () => {
    const life = acceptedOn('2026-03-02');
    life.take({ type: 'suggestPublication' });
    expect(life.refusal({ type: 'publish', on: '2019-01-02' })).toMatchObject(earlier('on'));
  });
});
