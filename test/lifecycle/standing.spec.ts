import { localDate } from '@gongkai/calendar';
import type { ClockState } from '@gongkai/contracts';
import { lightOf, type Lit } from '../../libs/lifecycle/src/light.js';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { calendarDaysAfter } from '../support/days.js';
import { acceptedOn, asked, correctionAsked, signed } from '../support/roads.js';
import { ORIGINAL } from '../support/original.js';

/** Due on Monday 2025-03-31; every day here is a plain working week. */
const running: Lit = { due: localDate('2025-03-31'), over: false, stopped: false, clock: 'running', settled: true };
const light = (today: string, change: Partial<Lit> = {}): string =>
  lightOf({ ...running, ...change }, localDate(today), LAW.calendar);

describe('the light', () => {
  test.each([
    ['2025-03-03', 20, 'green'],
    ['2025-03-21', 6, 'green'],
    ['2025-03-23', 6, 'green'],
    ['2025-03-24', 5, 'yellow'],
    ['2025-03-27', 2, 'yellow'],
    ['2025-03-28', 1, 'red'],
    ['2025-03-30', 1, 'red'],
    ['2025-03-31', 0, 'red'],
    ['2025-04-01', -1, 'overdue'],
  ])('on %s, %d working days before the end: %s', (today, left, expected) => {
    expect(LAW.calendar.count(localDate(today), localDate('2025-03-31'))).toBe(left);
    expect(light(today)).toBe(expected);
  });

  test('is out when the reply was dispatched or the case has ended, however late', () => {
    expect(light('2025-04-10', { over: true })).toBe('none');
    expect(light('2025-03-10', { over: true, stopped: true })).toBe('none');
    expect(light('2025-03-10', { clock: 'withdrawn', due: null })).toBe('none');
  });

  test('is out while T is not settled, unless a cautious reading gives a date', () => {
    expect(light('2025-03-10', { settled: false, due: null, clock: 'not_started' })).toBe('none');
    expect(light('2025-03-28', { settled: false, clock: 'not_started' })).toBe('red');
    expect(light('2025-04-01', { settled: false, clock: 'not_started' })).toBe('overdue');
  });

  test('says overdue also while a consultation is open', () => {
    expect(light('2025-04-01', { stopped: true })).toBe('overdue');
    expect(light('2025-03-31', { stopped: true })).toBe('stopped');
  });

  test.each<ClockState>(['awaiting_correction', 'awaiting_payment', 'deemed_abandoned'])('says stopped when %s', (clock) => {
    expect(light('2025-06-01', { clock, due: null })).toBe('stopped');
  });

  test('says stopped while nobody can name the date', () => {
    expect(light('2025-03-10', { due: null, stopped: true })).toBe('stopped');
  });
});

test('the first link begins on the day the application came in, however late it is logged', () => {
  const life = new Life({ channel: 'in_person', submittedOn: '2025-03-03' }, { today: '2025-03-05' });
  expect(life.standing.links[0]).toMatchObject({ link: 'acceptance', status: 'current', since: '2025-03-03' });
});

describe('the light of a case', () => {
  test('follows it from green to the end', () => {
    const life = acceptedOn('2025-03-03');
    const lights = ['2025-03-21', '2025-03-24', '2025-03-28', '2025-04-01'].map((day) => life.on(day).standing.light);
    expect(lights).toEqual(['green', 'yellow', 'red', 'overdue']);
    expect(life.standing.daysLeft).toBe(-1);
    signed(life, '2025-04-02').take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001617CN' });
    expect(life.standing).toMatchObject({ light: 'none', daysLeft: null });
  });

  test('a letter asked too late does not hide that the reply is overdue', () => {
    const life = acceptedOn('2025-03-03');
    asked(life, 'askThirdParty', '2025-04-01', '2025-04-02');
    expect(life.standing).toMatchObject({ clock: 'stopped', light: 'overdue' });
  });

  test('shines by an estimate where the calendar of the next year is not known', () => {
    const life = acceptedOn('2026-12-10');
    expect(life.ledger).toMatchObject({ finalDue: null, provisionalFinalDue: '2027-01-08' });
    expect(life.standing).toMatchObject({ light: 'green', budgetDays: 20, usedDays: 0 });
  });
});

describe('whose turn it is', () => {
  const turn = (life: Life): unknown => {
    const { role, step } = life.standing.turn;
    return [role, step];
  };

  test('before acceptance', () => {
    expect(turn(new Life({ channel: 'fax', submittedOn: '2025-03-03' }))).toEqual(['clerk', 'confirmReceipt']);
    expect(turn(new Life({ channel: 'in_person', submittedOn: '2025-03-03' }))).toEqual(['caseworker', 'accept']);
  });

  test('on the way to the reply', () => {
    const life = acceptedOn('2025-03-03');
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'granted' });
    expect(turn(life)).toEqual(['caseworker', 'submitReview']);
    life.take({ type: 'submitReview', itemId: 'item-1', ...ORIGINAL });
    expect(turn(life)).toEqual(['reviewer', 'passReview']);
    life.take({ type: 'passReview', itemId: 'item-1' });
    expect(turn(life)).toEqual(['caseworker', 'submitForApproval']);
    life.take({ type: 'submitForApproval' });
    expect(turn(life)).toEqual(['approver', 'approve']);
    life.take({ type: 'approve' });
    expect(turn(life)).toEqual(['approver', 'signReply']);
    life.take({ type: 'signReply' });
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001628CN' });
    expect(turn(life)).toEqual(['post', 'recordService']);
    life.on(calendarDaysAfter(life.today, 1)).take({ type: 'recordReturn', reason: 'moved', fileIds: ['envelope'] });
    expect(turn(life)).toEqual(['caseworker', 'dispatch']);
    life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
    expect(turn(life)).toEqual(['archivist', 'file']);
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(turn(life)).toEqual([null, null]);
  });

  test('what the review blocked is to be decided anew', () => {
    const life = acceptedOn('2025-03-03');
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'granted' });
    life.take({ type: 'submitReview', itemId: 'item-1', ...ORIGINAL });
    life.take({ type: 'blockReview', itemId: 'item-1', reason: 'names a source' });
    expect(turn(life)).toEqual(['caseworker', 'decideItem']);
  });

  test('what was sent back is the caseworker’s to change, and says what', () => {
    const life = acceptedOn('2025-03-03');
    const decided = { type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' } as const;
    life.take(decided);
    life.take({ type: 'submitForApproval' });
    life.take({ type: 'sendBack', reason: 'name the page' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'decideItem', sentBackFor: 'name the page' });
    life.take(decided);
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'submitForApproval', sentBackFor: null });
  });

  test('a correction notice under way waits for its service', () => {
    const life = acceptedOn('2025-03-03');
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which' }));
    expect(turn(life)).toEqual(['caseworker', 'recordService']);
    life.take({ type: 'recordService', noticeId, how: 'EMS' });
    expect(turn(life)).toEqual(['applicant', 'receiveCorrection']);
  });

  test('a release that a third party refused is to be decided anew until it is set aside (REG 32)', () => {
    const life = acceptedOn('2025-03-03');
    const consultationId = asked(life, 'askThirdParty', '2025-03-04', '2025-03-05');
    life.on('2025-03-06').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'granted' });
    life.take({ type: 'submitReview', itemId: 'item-1', ...ORIGINAL });
    life.take({ type: 'passReview', itemId: 'item-1' });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ code: 'third-party-refused' });
    expect(turn(life)).toEqual(['caseworker', 'decideItem']);
    life.take({ type: 'overrideThirdParty', consultationId, publicInterest: 'safety' });
    expect(turn(life)).toEqual(['caseworker', 'submitForApproval']);
  });

  test('an extension that is proposed waits for its approver, also before the case is accepted', () => {
    const life = new Life({ channel: 'in_person', submittedOn: '2025-03-03' });
    life.on('2025-03-04').take({ type: 'proposeExtension', workingDays: 10, reason: 'many' });
    expect(turn(life)).toEqual(['approver', 'approveExtension']);
    expect(life.standing.turn.since).toBe('2025-03-04');
    life.on('2025-03-05').take({ type: 'refuseExtension', reason: 'it is all there' });
    expect(turn(life)).toEqual(['caseworker', 'accept']);
  });

  test('a letter that asks somebody passes the case on with its service, and not before', () => {
    const life = acceptedOn('2025-03-03');
    const consultationId = asked(life, 'askThirdParty', '2025-03-05');
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'recordService', since: '2025-03-03', days: 2 });
    life.on('2025-03-07').take({ type: 'recordService', consultationId, how: 'EMS' });
    expect(life.standing.turn).toMatchObject({ role: 'consulted', since: '2025-03-07', days: 0 });
    life.on('2025-03-11').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', since: '2025-03-11', days: 0 });
  });

  test('what is deemed abandoned waits for the grace of letters in the mail, and says until when', () => {
    const life = acceptedOn('2025-03-03');
    correctionAsked(life, '2025-03-04', '2025-03-05', 5);
    life.on('2025-03-13');
    expect(turn(life)).toEqual(['applicant', 'receiveCorrection']);
    const { refused } = life.steps();
    expect(refused.find(({ type }) => type === 'closeAbandoned')).toMatchObject({
      code: 'period-not-over',
      from: '2025-03-15',
      reason:
        'The period ends on Wed 12 Mar and letters in the mail are awaited until Fri 14 Mar; it can be closed from Sat 15 Mar',
    });
    life.on('2025-03-15').ring({ type: 'endCorrectionPeriod' });
    expect(turn(life)).toEqual(['caseworker', 'closeAbandoned']);
  });
});

describe('the links of a case that was not answered', () => {
  const statuses = (life: Life): string[] => life.standing.links.map(({ status }) => status);

  test('withdrawn before anybody accepted it: nothing was handled, answered or delivered', () => {
    const life = new Life(atCounter('2026-03-02'));
    life.take({ type: 'withdraw', how: 'letter' });
    expect(statuses(life)).toEqual(['done', 'pending', 'pending', 'pending', 'current']);
  });

  test('accepted after the day on which it ended: it began no later than it ended', () => {
    const life = new Life(atCounter('2026-03-02')).on('2026-03-09');
    life.take({ type: 'accept' });
    life.take({ type: 'withdraw', how: 'letter', on: '2026-03-05' });
    expect(days(life).slice(0, 2)).toEqual(['2026-03-02–2026-03-05', '2026-03-05–2026-03-05']);
  });
});

const days = (life: Life): string[] => life.standing.links.map(({ since, until }) => `${since}–${until}`);

test('a road that is typed in afterwards from its papers: each link begins as the one before it ends', () => {
  const life = new Life(atCounter('2026-03-02')).on('2026-03-20');
  life.take({ type: 'accept' });
  life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站', on: '2026-03-04' });
  life.take({ type: 'submitForApproval' });
  life.take({ type: 'approve', on: '2026-03-05' });
  life.take({ type: 'signReply', on: '2026-03-06' });
  life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001639CN', dispatchedOn: '2026-03-09' });
  life.take({ type: 'recordService', how: 'signed for', on: '2026-03-11' });
  const [first, ...between] = [
    '2026-03-02–2026-03-06',
    '2026-03-06–2026-03-06',
    '2026-03-06–2026-03-06',
    '2026-03-06–2026-03-11',
  ];
  expect(days(life)).toEqual([first, ...between, '2026-03-11–null']);
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  expect(days(life)).toEqual([first, ...between, '2026-03-11–2026-03-20']);
});

test('what was written down days later is told by its own day: since when a case is handled, and when was searched (REG 36(4))', () => {
  const life = new Life(atCounter('2025-03-03'), { today: '2025-03-10' });
  expect(life.refusal({ type: 'accept', on: '2025-03-02' })).toMatchObject({ fields: ['on before-earlier-fact'] });
  life.take({ type: 'accept', on: '2025-03-04' });
  expect(life.standing.links[1]).toMatchObject({ link: 'handling', since: '2025-03-04' });
  const search = { type: 'recordSearch', where: 'archive', words: 'all', result: 'none' } as const;
  expect(life.refusal({ ...search, on: '2025-03-11' })).toMatchObject({ fields: ['on future-date'] });
  expect(life.take({ ...search, on: '2025-03-05' }).fact).toMatchObject({ on: '2025-03-05' });
});
