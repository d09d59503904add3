import { idOf, Life, personOf } from '../support/life.js';
import { acceptedOn, acceptedWithoutFees, asked, correctionAsked } from '../support/roads.js';

/** What lengthens and what stops the clock, step by step: extension, consultations, delay (REG 32–35). */
describe('an extension', () => {
  const proposal = { type: 'proposeExtension', workingDays: 20, reason: 'many records' } as const;

  test('dispatched on the last day lengthens the period, a day later it is refused', () => {
    const life = acceptedOn('2025-04-01').on('2025-04-28');
    life.take(proposal);
    life.on('2025-04-30');
    expect(life.refusal({ type: 'approveExtension' })).toEqual({ code: 'extension-late', article: 'REG 33(2)' });
    life.take({ type: 'approveExtension', dispatchedOn: '2025-04-29' });
    expect(life.ledger).toMatchObject({ replyDue: '2025-04-29', finalDue: '2025-05-30' });
  });

  test('posted in time and recorded late is entered afterwards: the day of dispatch decides', () => {
    const life = acceptedOn('2025-04-01').on('2025-05-06');
    expect(life.standing.light).toBe('overdue');
    expect(life.refusal(proposal)).toEqual({ code: 'proposal-late', article: 'REG 33(2)' });
    expect(life.refusal({ ...proposal, on: '2025-04-30' })).toMatchObject({ code: 'proposal-late' });
    expect(life.refusal({ ...proposal, on: '2025-03-31' })).toMatchObject({ code: 'invalid-request' });
    life.take({ ...proposal, on: '2025-04-29' });
    expect(life.refusal({ type: 'approveExtension' })).toEqual({ code: 'extension-late', article: 'REG 33(2)' });
    life.take({ type: 'approveExtension', dispatchedOn: '2025-04-29' });
    expect(life.ledger).toMatchObject({ replyDue: '2025-04-29', finalDue: '2025-05-30' });
    expect(life.standing.light).toBe('green');
  });

  test('consented to in time but posted a day late has no effect', () => {
    const life = acceptedOn('2026-01-12').on('2026-02-09');
    life.take(proposal);
    const noticeId = idOf(life.take({ type: 'approveExtension', dispatchedOn: null }));
    expect(life.ledger.finalDue).toBe('2026-02-09');
    life.on('2026-02-10');
    expect(life.refusal({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001771CN' })).toEqual({
      code: 'extension-late',
      article: 'REG 33(2)',
    });
    expect(life.ledger.finalDue).toBe('2026-02-09');
    life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001782CN', dispatchedOn: '2026-02-09' });
    expect(life.ledger.finalDue).toBe('2026-03-13');
  });

  test('is not consented to by a notice that could leave only after the period', () => {
    const life = acceptedOn('2026-01-12').on('2026-02-09');
    life.take(proposal);
    life.on('2026-02-10');
    const late = { code: 'extension-late', article: 'REG 33(2)' };
    expect(life.refusal({ type: 'approveExtension', dispatchedOn: null })).toEqual(late);
    life.take({ type: 'approveExtension', dispatchedOn: '2026-02-09' });
  });

  test('that was consented to and never left is the one extension only as long as it can leave', () => {
    const life = acceptedOn('2026-01-12').on('2026-02-09');
    life.take(proposal);
    life.take({ type: 'approveExtension', dispatchedOn: null });
    expect(life.refusal(proposal)).toEqual({ code: 'second-extension', article: 'REG 33(2)' });
    expect(life.on('2026-02-10').refusal(proposal)).toEqual({ code: 'proposal-late', article: 'REG 33(2)' });
  });

  test('has no effect when it leaves while the applicant is awaited, told of before or after', () => {
    const life = acceptedOn('2025-11-03');
    life.on('2025-11-04').take(proposal);
    const noticeId = idOf(life.take({ type: 'approveExtension', dispatchedOn: null }));
    correctionAsked(life, '2025-11-04', '2025-11-05');
    const leaves = { type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA1', dispatchedOn: '2025-11-10' } as const;
    const refused = { code: 'clock-not-running', article: 'REG 33(2)' };
    expect(life.on('2025-11-10').refusal(leaves)).toEqual(refused);
    life.on('2025-11-11').take({ type: 'receiveCorrection' });
    expect(life.on('2025-11-12').refusal(leaves)).toEqual(refused);
    life.take({ ...leaves, dispatchedOn: '2025-11-12' });
    expect(life.ledger.extendedDue).not.toBeNull();
  });

  test('there is one for a period, of 20 days at most', () => {
    const life = acceptedOn('2025-04-01').on('2025-04-02');
    life.take({ ...proposal, workingDays: 5 });
    expect(life.refusal(proposal)).toMatchObject({ code: 'step-not-permitted' });
    life.take({ type: 'refuseExtension', reason: 'no need yet' });
    life.take({ ...proposal, workingDays: 5 });
    life.take({ type: 'approveExtension' });
    expect(life.refusal(proposal)).toEqual({ code: 'second-extension', article: 'REG 33(2)' });
  });

  test('under the law of 2007 it is 15 days at most', () => {
    const life = acceptedWithoutFees('2019-05-10').on('2019-05-13');
    const article = 'REG2007 24(2)';
    expect(life.refusal({ ...proposal, workingDays: 16 })).toEqual({ code: 'extension-over-limit', article });
    expect(life.steps().permitted).toContainEqual(expect.objectContaining({ type: 'proposeExtension', article }));
    life.take({ ...proposal, workingDays: 15 });
    expect(life.refusal(proposal)).toEqual({ code: 'step-not-permitted', reason: 'extension-proposed', article });
    life.take({ type: 'approveExtension' });
    expect(life.refusal(proposal)).toEqual({ code: 'second-extension', article });
    expect(life.steps().refused).toContainEqual(expect.objectContaining({ type: 'proposeExtension', article }));
  });

  test('a restart drops it, and the new period may be extended again', () => {
    const life = acceptedOn('2025-04-01');
    const noticeId = idOf(life.on('2025-04-02').take({ type: 'sendCorrectionNotice', missing: 'which' }));
    life.take(proposal);
    life.take({ type: 'approveExtension' });
    life.on('2025-04-03').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.refusal(proposal).code).toMatch(/clock-not-running|second-extension/);
    life.on('2025-04-08').take({ type: 'receiveCorrection' });
    expect(life.ledger).toMatchObject({ restartedOn: '2025-04-08', extendedDue: null });
    life.on('2025-04-09').take({ ...proposal, workingDays: 10 });
    life.take({ type: 'approveExtension' });
    expect(life.ledger.extendedDue).toBe('2025-05-22');
  });

  test('one sent on the day of the restart, after it, holds and is the one there may be', () => {
    const life = acceptedOn('2025-04-01');
    correctionAsked(life, '2025-04-02', '2025-04-03');
    life.on('2025-04-08').take({ type: 'receiveCorrection' });
    life.take({ ...proposal, workingDays: 10 });
    life.take({ type: 'approveExtension' });
    expect(life.ledger).toMatchObject({ extendedDue: '2025-05-22', finalDue: '2025-05-22' });
    expect(life.refusal(proposal)).toMatchObject({ code: 'second-extension' });
  });

  test('one sent on the day of the restart, before it, is dropped with its period', () => {
    const life = acceptedOn('2025-04-01');
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which' }));
    life.take({ ...proposal, workingDays: 10 });
    life.take({ type: 'approveExtension' });
    life.take({ type: 'recordService', noticeId, how: 'in person' });
    life.take({ type: 'receiveCorrection' });
    expect(life.ledger).toMatchObject({ restartedOn: '2025-04-01', extendedDue: null });
    life.take({ ...proposal, workingDays: 10 });
    life.take({ type: 'approveExtension' });
    expect(life.ledger.extendedDue).toBe('2025-05-16');
  });

  test('belongs to the head of the OGI unit', () => {
    const life = acceptedOn('2025-04-01');
    life.take(proposal);
    const approver = { ...personOf('approver'), ogiHead: false };
    expect(life.refusal({ type: 'approveExtension' }, approver)).toEqual({ code: 'role-missing' });
    expect(life.steps(approver).refused).toContainEqual({
      type: 'approveExtension',
      code: 'role-missing',
      reason: 'This step belongs to the head of the OGI unit',
    });
  });

  test('while a correction is awaited nothing can be extended', () => {
    const life = acceptedOn('2025-06-03');
    correctionAsked(life, '2025-06-09', '2025-06-10');
    expect(life.refusal(proposal)).toEqual({ code: 'clock-not-running', article: 'REG 33(2)' });
  });
});

describe('a third party asked during the extension', () => {
  test('its days are added to the extended period, and the budget stays what it was', () => {
    const life = acceptedOn('2025-07-01');
    life.on('2025-07-28').take({ type: 'proposeExtension', workingDays: 20, reason: 'many' });
    life.take({ type: 'approveExtension' });
    expect(life.ledger.finalDue).toBe('2025-08-26');
    const consultationId = asked(life, 'askThirdParty', '2025-08-04', '2025-08-05');
    life.on('2025-08-20').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    expect(life.ledger).toMatchObject({ finalDue: '2025-09-11', consultations: [{ excludedWorkingDays: 12 }] });
    expect(life.standing).toMatchObject({ budgetDays: 40, stoppedDays: 12, usedDays: 24, daysLeft: 16 });
  });
});

test('a clock that stands shows the days the law still gives, beside a date that is a forecast (§4)', () => {
  const life = acceptedOn('2026-04-07');
  const consultationId = asked(life, 'askThirdParty', '2026-04-07', '2026-04-07');
  const untouched = { clock: 'stopped', light: 'stopped', budgetDays: 20, usedDays: 0, daysLeft: 20 };
  expect(life.standing).toMatchObject(untouched);
  expect(life.on('2026-04-20').standing).toMatchObject(untouched);
  life.take({ type: 'recordAnswer', consultationId, answer: 'agree' });
  expect(life.on('2026-04-21').standing).toMatchObject({ clock: 'running', usedDays: 1, daysLeft: 19 });
});

describe('silence has two meanings', () => {
  test.each([
    ['askThirdParty', 'organ_decides'],
    ['askJointProducer', 'deemed_consent'],
    ['askOtherOrgan', 'organ_decides'],
  ] as const)('%s: %s', (type, effectOfSilence) => {
    const life = acceptedOn('2026-04-07');
    const consultationId = asked(life, type, '2026-04-10', '2026-04-13');
    expect(life.alarms).toContainEqual({ kind: 'consultation_lapse', subject: consultationId, ringsOn: '2026-05-08' });
    life.on('2026-05-07');
    expect(() => life.ring({ type: 'lapseConsultation', consultationId })).toThrow('step-not-permitted');
    life.on('2026-05-11');
    expect(life.ring({ type: 'lapseConsultation', consultationId }).fact).toEqual({
      type: 'CONSULTATION_LAPSED',
      on: '2026-05-07',
      consultationId,
    });
    expect(life.ledger).toMatchObject({ finalDue: '2026-05-29', consultations: [{ closedBy: 'lapse', effectOfSilence }] });
    expect(life.standing).toMatchObject({ clock: 'running', budgetDays: 20, stoppedDays: 16 });
  });

  test('a late answer is recorded without effect', () => {
    const life = acceptedOn('2026-04-07');
    const consultationId = asked(life, 'askJointProducer', '2026-04-10', '2026-04-13');
    life.on('2026-05-08').ring({ type: 'lapseConsultation', consultationId });
    life.on('2026-05-11').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    expect(life.now.file.consultations).toMatchObject([{ answer: 'refuse', answeredOn: '2026-05-11' }]);
    expect(life.ledger).toMatchObject({
      finalDue: '2026-05-29',
      consultations: [{ closedOn: '2026-05-07', closedBy: 'lapse', effectOfSilence: 'deemed_consent' }],
    });
  });

  test('an answer of a day before the lapse, found after it, wins', () => {
    const life = acceptedOn('2026-04-07');
    const consultationId = asked(life, 'askThirdParty', '2026-04-10', '2026-04-13');
    life.on('2026-05-08').ring({ type: 'lapseConsultation', consultationId });
    life.take({ type: 'recordAnswer', consultationId, answer: 'agree', answeredOn: '2026-04-20' });
    expect(life.ledger.consultations).toMatchObject([{ closedOn: '2026-04-20', closedBy: 'answer' }]);
  });
});

test('service of a letter that was answered already can still be recorded', () => {
  const life = acceptedOn('2025-10-10');
  const consultationId = asked(life, 'askThirdParty', '2025-10-15');
  life.on('2025-10-20').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
  life.on('2025-10-22').take({ type: 'recordService', consultationId, on: '2025-10-17', how: 'signed for' });
  expect(life.ledger.consultations).toMatchObject([{ closedOn: '2025-10-20', closedBy: 'answer' }]);
  expect(life.refusal({ type: 'recordService', consultationId, how: 'again' })).toMatchObject({ code: 'step-not-permitted' });
});

test('a third party refuses and the leader overrides in the public interest', () => {
  const life = acceptedOn('2025-10-10');
  const consultationId = asked(life, 'askThirdParty', '2025-10-15', '2025-10-16');
  const override = { type: 'overrideThirdParty', consultationId, publicInterest: 'safety of the bridge' } as const;
  expect(life.refusal(override)).toEqual({ code: 'step-not-permitted', reason: 'no-refusal-to-override', article: 'REG 32' });
  life.on('2025-10-27').take({ type: 'recordAnswer', consultationId, answer: 'refuse', grounds: 'trade secret' });
  expect(life.ledger).toMatchObject({ finalDue: '2025-11-18', consultations: [{ excludedWorkingDays: 8 }] });
  expect(life.refusal(override, personOf('caseworker'))).toEqual({ code: 'role-missing' });
  life.on('2025-10-29').take(override);
  const noticeId = life.now.file.notices.at(-1)?.id;
  expect(life.now.file).toMatchObject({
    consultations: [{ setAside: [{ itemIds: ['item-1'] }] }],
    notices: [{ kind: 'consultation' }, { kind: 'third_party_disclosure', dispatchedOn: null }],
  });
  life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001804CN' });
  expect(life.refusal(override).reason).toBe('no-refusal-to-override');
  expect(life.ledger.finalDue).toBe('2025-11-18');
});

test('over who stays silent nobody finds a public interest: it is said, not that nobody was asked', () => {
  const life = acceptedOn('2025-10-10');
  const refusing = asked(life, 'askThirdParty', '2025-10-15', '2025-10-16');
  const silent = idOf(life.take({ type: 'askThirdParty', party: 'another' }));
  life.on('2025-10-27').take({ type: 'recordAnswer', consultationId: refusing, answer: 'refuse', grounds: 'trade secret' });
  const override = { type: 'overrideThirdParty', publicInterest: 'safety of the bridge' } as const;
  expect(life.refusal({ ...override, consultationId: silent })).toMatchObject({ fields: ['consultationId nobody-refused'] });
  expect(life.refusal({ ...override, consultationId: 'none' })).toMatchObject({
    fields: ['consultationId unknown-consultation'],
  });
});

test('a letter that came back stops nothing; the one that was delivered does', () => {
  const life = acceptedOn('2025-03-03');
  const noticeId = asked(life, 'askThirdParty', '2025-03-10');
  expect(life.ledger.finalDue).toBe('2025-03-31');
  life.on('2025-03-20').take({ type: 'recordReturn', noticeId, reason: 'moved', fileIds: ['envelope'] });
  const second = asked(life, 'askThirdParty', '2025-03-21', '2025-03-24');
  life.on('2025-04-16').ring({ type: 'lapseConsultation', consultationId: second });
  expect(life.ledger).toMatchObject({ finalDue: '2025-04-23', consultations: [{ closedOn: '2025-04-15' }] });
});

test('while the secrecy authority is asked no date can be named, and the light says stopped', () => {
  const life = acceptedOn('2025-03-03');
  const consultationId = asked(life, 'askSecrecyAuthority', '2025-03-10');
  expect(life.ledger).toMatchObject({ clock: 'running', finalDue: null });
  expect(life.standing).toMatchObject({ clock: 'stopped', light: 'stopped', daysLeft: null });
  life.on('2025-05-12').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
  expect(life.standing).toMatchObject({ clock: 'running', light: 'green' });
});

describe('EMS to a section chief', () => {
  const life = new Life({ channel: 'ems', signedOn: '2025-05-12', misaddressed: true });

  test('waits to be confirmed, and shines by the cautious date already', () => {
    expect(life.standing).toMatchObject({ state: 'unconfirmed', light: 'green', daysLeft: 20, clock: 'not_started' });
    expect(life.ledger).toMatchObject({ receivedOn: null, finalDue: null, cautiousFinalDue: '2025-06-10' });
  });

  test('confirmed by the unit: T is that day, lights go by the earlier reading', () => {
    life.on('2025-05-19');
    expect(life.refusal({ type: 'confirmReceipt', confirmedOn: '2025-05-09' })).toEqual({
      code: 'invalid-request',
      fields: ['confirmedOn confirmed-before-arrival'],
    });
    life.take({ type: 'confirmReceipt' });
    expect(life.ledger).toMatchObject({ receivedOn: '2025-05-19', finalDue: '2025-06-17', cautiousFinalDue: '2025-06-10' });
    life.on('2025-06-11');
    expect(life.standing).toMatchObject({ light: 'overdue', daysLeft: -1 });
  });
});
