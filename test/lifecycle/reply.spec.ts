import { localDate } from '@gongkai/calendar';
import { Command } from '@gongkai/contracts';
import { Life, personOf, type StepInput } from '../support/life.js';
import { ALREADY_PUBLIC, FOUND, GRANTED, REFUSED, acceptedOn, asked, served, signed, type Decided } from '../support/roads.js';

const takes = (step: unknown): boolean => Command.safeParse(step).success;
const decide = (fields: object): StepInput => ({ type: 'decideItem', itemId: 'item-1', ...fields });

test('service told by the id of the reply is that of the reply', () => {
  const life = signed(acceptedOn('2025-07-15'), '2025-07-16').on('2025-07-17');
  life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001518CN' });
  const { noticeId } = life.now.file.round.reply;
  life.on('2025-07-18').take({ type: 'recordService', noticeId, how: 'signed for' });
  expect(life.standing.state).toBe('closed');
});

/** What can be answered, and how a case ends without an answer (REG 30, 36, 39). */
describe('information that another organ holds', () => {
  test('a transfer is no outcome', () => {
    expect(takes(decide({ code: 'transferred' }))).toBe(false);
    expect(takes(decide({ code: 'not_this_organ' }))).toBe(true);
  });

  test('the reply names the other organ', () => {
    const life = acceptedOn('2026-07-06');
    expect(life.ledger.finalDue).toBe('2026-08-03');
    expect(life.refusal(decide({ code: 'not_this_organ' }))).toEqual({
      code: 'invalid-request',
      fields: ['reasons required', 'otherOrgan required'],
    });
    const answer = { code: 'not_this_organ', reasons: 'it plans, we build', otherOrgan: 'Planning Bureau, 0571-0000' } as const;
    served(signed(life, '2026-07-10', [answer]), '2026-07-13', '2026-07-15');
    expect(life.standing).toMatchObject({ state: 'closed', outcome: 'not_this_organ' });
  });
});

describe('a withdrawal', () => {
  test('after the letter to a third party went out: the case is closed, nothing waits any more', () => {
    const life = acceptedOn('2025-08-11');
    asked(life, 'askThirdParty', '2025-08-20', '2025-08-21');
    life.on('2025-08-27').take({ type: 'withdraw', how: 'letter' });
    expect(life.standing).toMatchObject({ state: 'closed', outcome: 'withdrawn', light: 'none', clock: 'ended' });
    expect(life.ledger).toMatchObject({ clock: 'withdrawn', finalDue: null, consultations: [{ closedOn: null }] });
    expect(life.on('2025-12-01').alarms).toEqual([]);
    expect(life.now.file.ending).toEqual({ outcome: 'withdrawn', on: '2025-08-27' });
  });

  test('after the reply was made comes too late', () => {
    const life = signed(acceptedOn('2025-08-11'), '2025-08-25');
    life.on('2025-08-26').take({ type: 'dispatch', mode: 'registered_mail', trackingNumber: 'EA000001529CN' });
    life.on('2025-08-27');
    expect(life.refusal({ type: 'withdraw', how: 'letter' })).toEqual({ code: 'withdrawal-late' });
    expect(life.refusal({ type: 'withdraw', how: 'letter', on: '2025-08-26' })).toEqual({ code: 'withdrawal-late' });
  });

  test.each(['dispatched', 'returned'])('that came before the reply left is recorded late: %s', (state) => {
    const life = signed(acceptedOn('2025-08-11'), '2025-08-25');
    life.on('2025-08-26').take({ type: 'dispatch', mode: 'registered_mail', trackingNumber: 'EA000001540CN' });
    if (state === 'returned') life.on('2025-08-28').take({ type: 'recordReturn', reason: 'moved', fileIds: ['envelope'] });
    const step = life
      .on('2025-08-29')
      .steps()
      .permitted.find(({ type }) => type === 'withdraw');
    expect(step).toMatchObject({ until: '2025-08-25' });
    life.take({ type: 'withdraw', how: 'letter', on: '2025-08-25' });
    expect(life.standing).toMatchObject({ state: 'closed', outcome: 'withdrawn', clock: 'ended', light: 'none' });
    expect(life.alarms).toEqual([]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('of an application that was never confirmed', () => {
    const life = new Life({ channel: 'ordinary_mail', arrivedOn: '2025-08-11' });
    life.on('2025-08-13').take({ type: 'withdraw', how: 'phone' });
    expect(life.standing).toMatchObject({ state: 'closed', outcome: 'withdrawn', clock: 'ended', light: 'none' });
  });

  test('is not dated in the future', () => {
    expect(acceptedOn('2025-08-11').refusal({ type: 'withdraw', how: 'letter', on: '2025-08-12' })).toEqual({
      code: 'invalid-request',
      fields: ['on future-date'],
    });
  });
});

describe('the same thing asked again', () => {
  test('after it was answered: repeated', () => {
    const life = acceptedOn('2025-07-15');
    expect(life.ledger.finalDue).toBe('2025-08-12');
    const repeated = { type: 'decideItem', itemId: 'item-1', code: 'repeated' } as const;
    expect(life.refusal(repeated).fields).toEqual(['earlierCaseId earlier-missing']);
    expect(life.refusal({ ...repeated, earlierNumber: 'No. 7' }).fields).toEqual(['earlierDay required']);
    expect(life.refusal({ ...repeated, earlierNumber: 'No. 7', earlierDay: '2025-07-16' }).fields).toEqual([
      'earlierDay future-date',
      'earlierDay earlier-day-off',
    ]);
    const named = { earlierNumber: 'No. 7', earlierDay: localDate('2025-06-20') };
    for (const earlierDay of ['2025-07-15', '2008-04-30', '1980-01-01'])
      expect(life.refusal({ ...repeated, earlierNumber: 'No. 7', earlierDay }).fields).toEqual(['earlierDay earlier-day-off']);
    expect(life.refusal({ ...repeated, ...named, earlierNumber: '上次' }).fields).toEqual(['earlierNumber earlier-number-none']);
    expect(life.refusal({ ...repeated, code: 'granted', ...named }).fields).toEqual([
      'earlierNumber only-where-repeated',
      'earlierDay only-where-repeated',
    ]);
    served(signed(life, '2025-07-16', [{ code: 'repeated', ...named }]), '2025-07-16', '2025-07-18');
    expect(life.standing.outcome).toBe('repeated');
  });

  test('while the first is still open: merged into it', () => {
    const second = acceptedOn('2025-07-08');
    expect([acceptedOn('2025-07-01').ledger.finalDue, second.ledger.finalDue]).toEqual(['2025-07-29', '2025-08-05']);
    second.on('2025-07-09').take({ type: 'merge', intoCaseId: 'the-first' });
    expect(second.standing).toMatchObject({ state: 'closed', outcome: 'merged', light: 'none' });
    expect(second.alarms).toEqual([]);
  });
});

describe('several items, one reply', () => {
  const decisions = [
    ALREADY_PUBLIC,
    { code: 'partly_granted', ground: 'third_party_rights', article: 'REG 15', reasons: 'ID numbers', ...FOUND, fileIds: ['h'] },
    REFUSED,
    { code: 'not_existing' },
  ] as const satisfies readonly Decided[];
  const opened = (): Life => acceptedOn('2026-02-09', ['a', 'b', 'c', 'd']);

  test('each has its own decision; the case counts once, as partly granted', () => {
    const life = opened();
    expect(life.ledger).toMatchObject({ correctionNoticeDeadline: '2026-02-25', finalDue: '2026-03-13' });
    life.take({ type: 'recordSearch', where: 'archive', words: 'd', result: 'nothing' });
    served(signed(life, '2026-03-02', decisions), '2026-03-03', '2026-03-06');
    expect(life.now.file.items.map(({ decision }) => decision?.code)).toEqual(decisions.map(({ code }) => code));
    expect(life.standing).toMatchObject({ outcome: 'partly_granted', state: 'closed' });
  });

  test('what is withheld has its ground, article and reasons', () => {
    expect(opened().refusal(decide({ code: 'refused' }))).toEqual({
      code: 'invalid-request',
      fields: [
        'ground required',
        'article required',
        'facts facts-missing',
        'reasons required',
        'severability severability-missing',
      ],
    });
    expect(opened().refusal({ type: 'decideItem', itemId: 'item-9', code: 'granted' })).toEqual({
      code: 'invalid-request',
      fields: ['itemId unknown-item'],
    });
  });

  test('once submitted it is split no more', () => {
    const life = opened();
    life.now.file.items.forEach(({ id }) =>
      life.take({ type: 'decideItem', itemId: id, code: 'already_public', otherOrgan: '门户网站' }),
    );
    life.take({ type: 'submitForApproval' });
    const split = { type: 'split', items: ['item-1'] } as const;
    expect(life.refusal(split)).toEqual({ code: 'step-not-permitted', reason: 'reply-submitted' });
    life.take({ type: 'sendBack', reason: 'two matters' });
    life.take(split);
    expect(life.now.file.items).toHaveLength(3);
  });

  test('not one may be left undecided', () => {
    const life = opened();
    life.take(decide({ code: 'granted' }));
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'item-undecided' });
  });

  test('a review stands for its very files: of other bytes nothing is released, until they are reviewed', () => {
    const life = acceptedOn('2026-02-09');
    life.take(decide(GRANTED));
    for (const type of ['submitReview', 'passReview'] as const) life.take({ type, itemId: 'item-1' });
    life.take(decide({ code: 'granted', fileIds: ['another-hash'] }));
    expect(life.now.file.items[0]?.review).toMatchObject({ status: 'changed', fileIds: ['hash-1'] });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ code: 'review-hash-changed', article: 'REG 17' });
    expect(life.refusal({ type: 'passReview', itemId: 'item-1' })).toMatchObject({ reason: 'no-review-pending' });
    life.take(decide(REFUSED));
    expect(life.now.file.items[0]?.review).toBeNull();
    life.take(decide(GRANTED));
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'review-missing' });
  });

  test('some may become a case of their own, but not all of them', () => {
    const life = opened();
    expect(life.refusal({ type: 'split', items: ['item-1', 'item-2', 'item-3', 'item-4'] })).toEqual({
      code: 'invalid-request',
      fields: ['items all-items'],
    });
    life.take({ type: 'split', items: ['item-2', 'item-3', 'item-4'] });
    expect(life.now.file.items.map(({ id }) => id)).toEqual(['item-1']);
    expect(life.refusal({ type: 'split', items: ['item-1'] })).toMatchObject({ reason: 'single-item' });
  });
});

test('a petition in disguise is told so within the period', () => {
  const life = acceptedOn('2025-12-22');
  expect(life.ledger.finalDue).toBe('2026-01-20');
  served(signed(life, '2026-01-05', [{ code: 'disguised_complaint', reasons: '信访' }]), '2026-01-05', '2026-01-08');
  expect(life.standing.outcome).toBe('disguised_complaint');
});

describe('the last day and the post', () => {
  test('a private courier carries no official document', () => {
    expect(takes({ type: 'dispatch', mode: 'courier' })).toBe(false);
  });

  test('posted on a worked Saturday in time, returned, served again: the day of posting stays', () => {
    const life = signed(acceptedOn('2025-09-08'), '2025-10-10');
    expect(life.ledger.finalDue).toBe('2025-10-11');
    life.on('2025-10-11');
    expect(life.standing).toMatchObject({ light: 'red', daysLeft: 0 });
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001551CN' });
    life.on('2025-10-27').take({ type: 'recordReturn', reason: 'nobody at home', on: '2025-10-25', fileIds: ['envelope'] });
    expect(life.standing).toMatchObject({ state: 'returned', light: 'none', clock: 'ended' });
    expect(life.refusal({ type: 'recordService', how: 'signed for' })).toMatchObject({ reason: 'reply-returned' });
    expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001562CN', dispatchedOn: '2025-10-24' })).toEqual({
      code: 'invalid-request',
      fields: ['dispatchedOn before-earlier-fact'],
    });
    life.take({ type: 'dispatch', mode: 'left_at_address', witness: 'a neighbour' });
    expect(life.standing.state).toBe('closed');
    expect(life.now.file.round.reply).toMatchObject({ dispatchedOn: '2025-10-11', servedOn: '2025-10-27', returnedOn: null });
  });

  test('decided, signed and posted on the last day, and typed after it: it is in time', () => {
    const life = acceptedOn('2025-09-08').on('2025-10-13');
    expect(life.standing.light).toBe('overdue');
    life.take(decide({ ...ALREADY_PUBLIC, on: '2025-10-11' }));
    life.take({ type: 'submitForApproval' });
    life.take({ type: 'approve', on: '2025-10-11' });
    expect(life.refusal({ type: 'signReply', on: '2025-10-10' })).toEqual({
      code: 'invalid-request',
      fields: ['on before-earlier-fact'],
    });
    life.take({ type: 'signReply', on: '2025-10-11' });
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001573CN', dispatchedOn: '2025-10-11' });
    expect(life.now.file.notices).toMatchObject([{ kind: 'reply', madeOn: '2025-10-11', dispatchedOn: '2025-10-11' }]);
  });

  test('nothing is decided before the application came', () => {
    expect(acceptedOn('2025-09-08').refusal(decide({ ...ALREADY_PUBLIC, on: '2025-09-07' }))).toEqual({
      code: 'invalid-request',
      fields: ['on before-earlier-fact'],
    });
  });

  test('handed over at the counter it is served and closed at once', () => {
    const life = signed(acceptedOn('2025-09-08'), '2025-09-10');
    life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
    expect(life.standing).toMatchObject({ state: 'closed', outcome: 'already_public' });
    expect(life.now.file.round.reply).toMatchObject({ dispatchedOn: '2025-09-10', servedOn: '2025-09-10' });
  });

  test('not before it was signed', () => {
    const life = signed(acceptedOn('2025-09-08'), '2025-09-10').on('2025-09-12');
    expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001584CN', dispatchedOn: '2025-09-09' })).toEqual({
      code: 'invalid-request',
      fields: ['dispatchedOn before-earlier-fact'],
    });
  });

  test('public notice is the last resort: an alarm closes the case when it has run out', () => {
    const life = signed(acceptedOn('2025-09-08'), '2025-10-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001595CN' });
    expect(life.refusal({ type: 'serveByPublicNotice' })).toMatchObject({ code: 'step-not-permitted' });
    expect(() => life.ring({ type: 'completePublicNotice' })).toThrow('no-public-notice');
    life
      .on('2025-10-27')
      .take({ type: 'recordReturn', reason: 'moved', untraceable: true, sought: 'asked the police', fileIds: ['envelope'] });
    life.on('2025-11-03').take({ type: 'serveByPublicNotice' });
    expect(life.standing.state).toBe('dispatched');
    expect(life.alarms).toEqual([{ kind: 'public_notice_over', subject: '', ringsOn: '2025-12-03' }]);
    expect(() => life.on('2025-12-02').ring({ type: 'completePublicNotice' })).toThrow('step-not-permitted');
    expect(life.on('2025-12-08').ring({ type: 'completePublicNotice' }).fact).toEqual({
      type: 'PUBLIC_NOTICE_SERVED',
      on: '2025-12-03',
    });
    expect([life.standing.state, life.now.file.reached.filing]).toEqual(['closed', '2025-12-03']);
    expect(life.alarms).toEqual([]);
  });
});

test('across the year end: T belongs to one year, the reply to the next', () => {
  const life = acceptedOn('2025-12-15');
  expect(life.ledger.finalDue).toBe('2026-01-13');
  signed(life, '2026-01-07').on('2026-01-08').take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001606CN' });
  expect(life.now.file).toMatchObject({
    reached: { acceptance: '2025-12-15' },
    round: { reply: { dispatchedOn: '2026-01-08' } },
  });
});

test('a case that is nobody’s application is void, by an approver with a reason', () => {
  const life = acceptedOn('2025-12-15');
  expect(life.refusal({ type: 'voidCase', reason: 'logged twice' }, personOf('caseworker'))).toEqual({ code: 'role-missing' });
  life.take({ type: 'voidCase', reason: 'logged twice' });
  expect(life.standing).toMatchObject({ state: 'closed', outcome: 'other', clock: 'ended' });
});
