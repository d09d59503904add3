import { ledgerOf } from '@gongkai/lifecycle';
import { withRules } from '@gongkai/statutes';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { abandoned, acceptedOn, asked, correctionAsked, feeAsked } from '../support/roads.js';

/** Correction (补正) and fee (信息处理费): the two waits that restart the clock (REG 30, 42). */
describe('a correction that comes after its period', () => {
  const late = (): Life => {
    const life = acceptedOn('2025-06-03');
    correctionAsked(life, '2025-06-09', '2025-06-10');
    return life;
  };

  test('is not taken: what came late is a new application', () => {
    const life = late().on('2025-07-02');
    expect(life.ledger).toMatchObject({ clock: 'deemed_abandoned', correctionDueFromApplicant: '2025-07-01', finalDue: null });
    expect(life.refusal({ type: 'receiveCorrection' })).toEqual({ code: 'correction-late', article: 'REG 30' });
  });

  test('the last day is in time', () => {
    const life = late().on('2025-07-01');
    life.take({ type: 'receiveCorrection' });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2025-07-01', finalDue: '2025-07-29' });
  });

  test('the alarm journals the end of the period by its legal day, and shuts no door', () => {
    const life = late();
    expect(life.alarms).toEqual([{ kind: 'correction_over', subject: '', ringsOn: '2025-07-04' }]);
    life.on('2025-07-07');
    expect(life.ring({ type: 'endCorrectionPeriod' }).fact).toEqual({ type: 'CORRECTION_PERIOD_OVER', on: '2025-07-02' });
    expect(life.standing).toMatchObject({ state: 'awaiting_correction', clock: 'deemed_abandoned', light: 'stopped' });
    life.take({ type: 'receiveCorrection', on: '2025-06-30' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
  });

  test('still in the mail on the last day: it is in time where the office goes by the postmark, and restarts the clock as it arrives', () => {
    const posted = (rule: 'received' | 'posted', on: string): Life => {
      const law = { ...LAW, statute: withRules(LAW.statute, { 'correction.in_time_by': rule }) };
      const life = new Life(atCounter('2025-06-03'), { law });
      life.take({ type: 'accept' });
      correctionAsked(life, '2025-06-09', '2025-06-10');
      return life.on(on);
    };
    const letter = { type: 'receiveCorrection', postedOn: '2025-07-01' } as const;
    expect(posted('received', '2025-07-03').refusal(letter)).toEqual({ code: 'correction-late', article: 'REG 30' });
    const life = posted('posted', '2025-07-03');
    expect(life.ledger.clock).toBe('deemed_abandoned');
    expect(life.steps().permitted).toContainEqual({
      type: 'receiveCorrection',
      article: 'REG 30',
      limit: 'only what was received or posted by Tue 1 Jul can be recorded',
      until: '2025-07-01',
    });
    expect(life.refusal({ ...letter, postedOn: '2025-07-02' })).toEqual({ code: 'correction-late', article: 'REG 30' });
    expect(life.refusal({ type: 'receiveCorrection' })).toEqual({ code: 'correction-late', article: 'REG 30' });
    expect(() => life.take({ ...letter, postedOn: '2025-07-04' })).toThrow('postedOn: signed-before-posted');
    life.take(letter);
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2025-07-03', finalDue: '2025-07-31' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('an alarm that rings early does nothing', () => {
    const life = late().on('2025-07-01');
    expect(() => life.ring({ type: 'endCorrectionPeriod' })).toThrow('step-not-permitted');
  });

  test('a person closes it, after the grace for letters in the mail; it ended the day after the period', () => {
    const life = late().on('2025-07-03');
    expect(life.refusal(abandoned('correction'))).toEqual({ code: 'period-not-over', article: 'REG 30' });
    expect(life.standing.turn).toMatchObject({ role: 'applicant', step: 'receiveCorrection' });
    life.on('2025-07-04').ring({ type: 'endCorrectionPeriod' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'closeAbandoned' });
    life.take(abandoned('correction'));
    expect(life.now.file.ending).toEqual({ outcome: 'abandoned_correction', on: '2025-07-02' });
    expect(ledgerOf(life.now.file, LAW).clock).toBe('deemed_abandoned');
    expect(life.standing).toMatchObject({ state: 'closed', light: 'none', clock: 'ended', outcome: 'abandoned_correction' });
    expect(life.standing.links.at(-1)).toEqual({ link: 'filing', status: 'current', since: '2025-07-02', until: null });
  });

  test('found after closing but received in time: the case is open again', () => {
    const life = late().on('2025-07-04');
    life.take(abandoned('correction'));
    life.on('2025-07-08');
    expect(life.refusal({ type: 'receiveCorrection', on: '2025-07-02' })).toEqual({ code: 'correction-late', article: 'REG 30' });
    expect(life.refusal({ type: 'recordPayment', on: '2025-07-01', amount: 1 })).toEqual({
      code: 'step-not-permitted',
      reason: 'not-abandoned-for-fee',
      article: 'REG 42',
    });
    life.take({ type: 'receiveCorrection', on: '2025-07-01' });
    expect(life.standing).toMatchObject({ state: 'accepted', light: 'green', clock: 'running', outcome: null });
    expect(life.ledger).toMatchObject({ receivedOn: '2025-06-03', restartedOn: '2025-07-01', finalDue: '2025-07-29' });
    expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'more' }).code).toBe('second-correction');
    expect(life.replayed()).toEqual(life.now);
  });

  test('found in time after the case went to the archive: it comes back', () => {
    const life = late().on('2025-07-04');
    life.take(abandoned('correction'));
    life.take({ type: 'file', unproven: 'on paper' });
    life.on('2025-07-08').take({ type: 'receiveCorrection', on: '2025-07-01' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running', outcome: null });
    expect(life.now.file).toMatchObject({ filedOn: null, ending: null });
    expect(life.replayed()).toEqual(life.now);
  });
});

test('a case that is open again has to be extended by a new proposal', () => {
  const life = acceptedOn('2025-06-03');
  life.take({ type: 'proposeExtension', workingDays: 5, reason: 'many' });
  correctionAsked(life, '2025-06-09', '2025-06-10');
  life.on('2025-07-04').take(abandoned('correction'));
  life.take({ type: 'receiveCorrection', on: '2025-06-30' });
  expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'decideItem' });
  expect(life.refusal({ type: 'approveExtension' })).toMatchObject({ code: 'step-not-permitted' });
  life.take({ type: 'proposeExtension', workingDays: 5, reason: 'many' });
});

test('an extension proposed before a correction came is still before the approver, for the period that began anew', () => {
  const life = acceptedOn('2025-06-03');
  life.take({ type: 'proposeExtension', workingDays: 5, reason: 'many' });
  correctionAsked(life, '2025-06-09', '2025-06-10');
  life.on('2025-06-12').take({ type: 'receiveCorrection' });
  expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approveExtension' });
  expect(life.ledger).toMatchObject({ restartedOn: '2025-06-12', finalDue: '2025-07-10', extendedDue: null });
  life.take({ type: 'approveExtension' });
  expect(life.ledger).toMatchObject({ finalDue: '2025-07-17', extendedDue: '2025-07-17' });
  expect(life.replayed()).toEqual(life.now);
});

describe('the correction notice has 7 working days', () => {
  const opened = (law = LAW): Life => new Life(atCounter('2025-09-22'), { law });
  const notice = { type: 'sendCorrectionNotice', missing: 'which year' } as const;

  test('on the eighth it is refused, and the reply stays due', () => {
    const life = opened().on('2025-10-09');
    expect(life.refusal(notice)).toEqual({ code: 'correction-notice-late', article: 'REG 30' });
    expect(life.steps().permitted).toContainEqual({
      type: 'sendCorrectionNotice',
      article: 'REG 30',
      limit: 'too late to go out today; only what was sent by Tue 30 Sep can be recorded',
      until: '2025-09-30',
    });
    expect(life.ledger.finalDue).toBe('2025-10-24');
  });

  test('posted in time and recorded late it stands', () => {
    const life = opened().on('2025-10-09');
    life.take({ ...notice, dispatchedOn: '2025-09-30' });
    expect(life.now.file.notices).toMatchObject([{ kind: 'correction', dispatchedOn: '2025-09-30' }]);
  });

  test('made in time but sent on the eighth it is refused', () => {
    const life = opened().on('2025-09-30');
    const noticeId = idOf(life.take({ ...notice, dispatchedOn: null }));
    life.on('2025-10-09');
    expect(life.refusal({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA1' })).toEqual({
      code: 'correction-notice-late',
      article: 'REG 30',
    });
    expect(life.refusal({ type: 'recordService', noticeId, how: 'by hand' })).toEqual({
      code: 'step-not-permitted',
      reason: 'no-notice-to-serve',
    });
  });

  test('an office may allow late ones to restart the clock', () => {
    const law = { ...LAW, statute: withRules(LAW.statute, { 'correction.late_notice': 'allow_restart' }) };
    const life = opened(law).on('2025-10-09');
    expect(life.steps().permitted).toContainEqual({ type: 'sendCorrectionNotice', article: 'REG 30' });
    const noticeId = idOf(life.take(notice));
    life.take({ type: 'recordService', noticeId, how: 'by hand' });
    life.on('2025-10-20').take({ type: 'receiveCorrection' });
    expect(life.ledger.finalDue).toBe('2025-11-17');
  });

  test('it was not sent before the application came', () => {
    expect(
      opened()
        .on('2025-09-23')
        .refusal({ ...notice, dispatchedOn: '2025-09-19' }),
    ).toMatchObject({
      code: 'invalid-request',
      fields: [expect.stringMatching(/^dispatchedOn /)],
    });
  });

  test('a second one is refused while the first is under way, awaited and answered', () => {
    const life = acceptedOn('2026-03-02').on('2026-03-03');
    const noticeId = idOf(life.take(notice));
    expect(life.refusal(notice)).toEqual({ code: 'second-correction', article: 'REG 30' });
    life.on('2026-03-09').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.refusal(notice)).toEqual({ code: 'second-correction', article: 'REG 30' });
    life.on('2026-03-10').take({ type: 'receiveCorrection' });
    expect(life.refusal(notice)).toEqual({ code: 'second-correction', article: 'REG 30' });
  });
});

test('still unclear after correction: no second notice, an answer', () => {
  const life = acceptedOn('2026-03-02').on('2026-03-03');
  const unclear = { type: 'decideItem', itemId: 'item-1', code: 'still_unclear', reasons: 'it names no record' } as const;
  expect(life.refusal(unclear)).toEqual({ code: 'no-correction-made', article: 'REG 30' });
  correctionAsked(life, '2026-03-06', '2026-03-09');
  expect(life.ledger.correctionDueFromApplicant).toBe('2026-03-30');
  expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'correction-awaited' });
  life.on('2026-03-18').take({ type: 'receiveCorrection' });
  expect(life.ledger.finalDue).toBe('2026-04-16');
  life.take(unclear);
  expect(life.now.file.items[0]?.decision).toMatchObject({ code: 'still_unclear' });
});

test('a consultation still open when the correction arrives goes on stopping the new period', () => {
  const life = acceptedOn('2025-05-28');
  const noticeId = idOf(
    life.on('2025-06-05').take({ type: 'sendCorrectionNotice', missing: 'which', dispatchedOn: '2025-06-05' }),
  );
  const consultationId = asked(life, 'askThirdParty', '2025-06-09', '2025-06-09');
  life.on('2025-06-10').take({ type: 'recordService', noticeId, how: 'signed for' });
  life.on('2025-06-20').take({ type: 'receiveCorrection' });
  expect(life.standing).toMatchObject({ state: 'accepted', clock: 'stopped', light: 'stopped' });
  life.on('2025-06-27').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
  expect(life.ledger.finalDue).toBe('2025-07-25');
});

describe('the fee', () => {
  test('on the nineteenth day: the clock halts, and payment restarts it', () => {
    const life = acceptedOn('2025-11-03');
    feeAsked(life, '2025-11-28', '2025-11-28', 200);
    expect(life.ledger).toMatchObject({ clock: 'awaiting_payment', feePaymentDue: '2025-12-26', finalDue: null });
    expect(life.standing).toMatchObject({ state: 'awaiting_payment', light: 'stopped' });
    expect(life.alarms).toEqual([{ kind: 'fee_over', subject: '', ringsOn: '2025-12-31' }]);
    life.on('2025-12-10');
    expect(life.refusal({ type: 'recordPayment', amount: 199.99 })).toEqual({ code: 'payment-partial', article: 'REG 42' });
    expect(life.refusal({ type: 'recordPayment', amount: 200.01 })).toMatchObject({ fields: ['amount payment-over'] });
    expect(life.steps().permitted.find(({ type }) => type === 'recordPayment')).toMatchObject({ amount: 200 });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'payment-awaited' });
    life.take({ type: 'recordPayment', amount: 200 });
    expect(life.ledger).toMatchObject({ restartedOn: '2025-12-10', finalDue: '2026-01-08' });
    expect(life.standing.state).toBe('accepted');
  });

  test('contested on its own and not paid: abandoned the day after, and now that can be challenged', () => {
    const life = acceptedOn('2026-03-03');
    feeAsked(life, '2026-03-19', '2026-03-20');
    expect(life.ledger.feePaymentDue).toBe('2026-04-20');
    life.on('2026-04-03').take({ type: 'recordReconsiderationCopy', organ: 'the city', on: '2026-04-01' });
    life.take({ type: 'recordReconsiderationDecision', result: 'not_accepted' });
    life.on('2026-04-22');
    expect(life.refusal(abandoned('fee'))).toEqual({ code: 'period-not-over', article: 'REG 42' });
    expect(life.refusal(abandoned('correction'))).toMatchObject({ code: 'step-not-permitted' });
    expect(life.refusal({ type: 'recordPayment', amount: 200 })).toEqual({ code: 'payment-late', article: 'REG 42' });
    expect(life.ring({ type: 'endFeePeriod' }).fact).toEqual({ type: 'FEE_PERIOD_OVER', on: '2026-04-21' });
    life.on('2026-04-23').take(abandoned('fee'));
    expect(life.now.file.ending).toEqual({ outcome: 'abandoned_fee', on: '2026-04-21' });
    life.on('2026-05-06').take({ type: 'recordReconsiderationCopy' });
    expect(life.refusal({ type: 'file' })).toMatchObject({ code: 'remedy-open', article: 'REG 45' });
  });

  test('paid in time, found after closing: the case is open again', () => {
    const life = acceptedOn('2026-03-03');
    feeAsked(life, '2026-03-19', '2026-03-20');
    life.on('2026-04-23').take(abandoned('fee'));
    life.on('2026-04-24').take({ type: 'recordPayment', on: '2026-04-20', amount: 200 });
    expect(life.standing).toMatchObject({ state: 'accepted', outcome: null, clock: 'running' });
    expect(life.ledger.restartedOn).toBe('2026-04-20');
  });

  test('after the reply was due, no fee notice', () => {
    const life = acceptedOn('2026-03-03').on('2026-04-01');
    expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 1 })).toEqual({
      code: 'fee-notice-late',
      article: 'REG 42',
    });
  });

  test('a second notice before payment replaces the first once it is served', () => {
    const life = acceptedOn('2026-03-03');
    feeAsked(life, '2026-03-19', '2026-03-20', 500);
    const second = idOf(life.on('2026-03-25').take({ type: 'sendFeeNotice', basis: 'per_volume', amount: 300 }));
    expect(life.standing).toMatchObject({ state: 'awaiting_payment', clock: 'awaiting_payment' });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'payment-awaited' });
    life.on('2026-03-27').take({ type: 'recordService', noticeId: second, how: 'signed for' });
    expect(life.ledger.feePaymentDue).toBe('2026-04-27');
    life.on('2026-04-02').take({ type: 'recordPayment', amount: 300 });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2026-04-02' });
  });

  test('a second notice that left in that period is written down after its end, one that did not is refused', () => {
    const life = acceptedOn('2026-03-03');
    feeAsked(life, '2026-03-19', '2026-03-20', 500);
    expect(life.on('2026-04-21').ledger.clock).toBe('deemed_abandoned');
    const again = { type: 'sendFeeNotice', basis: 'per_volume', amount: 300 } as const;
    expect(life.refusal({ ...again, dispatchedOn: '2026-04-21' }).code).toBe('clock-not-running');
    const second = idOf(life.take({ ...again, dispatchedOn: '2026-04-17' }));
    life.take({ type: 'recordService', noticeId: second, on: '2026-04-20', how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'awaiting_payment', clock: 'awaiting_payment' });
    expect(life.ledger.feePaymentDue).toBe('2026-05-20');
  });
});
