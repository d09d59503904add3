import { customCalendar, localDate } from '@gongkai/calendar';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, asked, correctionAsked, feeAsked } from '../support/roads.js';

/**
 * A period that reaches 2027, whose calendar is not published: the case goes by the estimate, marked as such (1 January off, Monday to
 * Friday worked), and by the firm date as soon as there is one.
 */
const watchedAs = (life: Life, deadline: string): unknown[] =>
  life.watched.filter((one) => one.deadline === deadline).map(({ due, provisional }) => ({ due, provisional }));

describe('a correction that is awaited over the year end', () => {
  const waiting = (): Life => {
    const life = acceptedOn('2026-12-10');
    correctionAsked(life, '2026-12-14', '2026-12-15');
    return life;
  };

  test('has a day, an alarm and a reminder, all by the estimate', () => {
    const life = waiting();
    expect(life.ledger).toMatchObject({
      clock: 'awaiting_correction',
      correctionDueFromApplicant: null,
      provisionalCorrectionDueFromApplicant: '2027-01-06',
    });
    expect(life.alarms).toEqual([{ kind: 'correction_over', subject: '', ringsOn: '2027-01-09' }]);
    expect(watchedAs(life, 'correctionDueFromApplicant')).toEqual([{ due: '2027-01-06', provisional: true }]);
    expect(life.steps().permitted).toContainEqual(
      expect.objectContaining({
        ...{ type: 'receiveCorrection', until: '2027-01-06', provisional: true },
        limit: 'received by Wed 6 Jan 2027 (provisional)',
      }),
    );
  });

  test('the estimate is derived like any other date', () => {
    expect(waiting().ledger.derivation.filter(({ rule }) => rule === 'correction.applicant_period')).toMatchObject([
      {
        deadline: 'provisionalCorrectionDueFromApplicant',
        from: '2026-12-15',
        counted: 15,
        due: '2027-01-06',
        calendarVersion: 'cn-2026.1 cn-2027.estimated',
      },
    ]);
  });

  test('the last day is in time, the day after is not', () => {
    const life = waiting().on('2027-01-07');
    expect(life.refusal({ type: 'receiveCorrection' })).toEqual({ code: 'correction-late', article: 'REG 30' });
    life.take({ type: 'receiveCorrection', on: '2027-01-06' });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2027-01-06' });
  });

  test('its end is journalled by its legal day, and a person closes it after the grace', () => {
    const life = waiting().on('2027-01-06');
    expect(() => life.ring({ type: 'endCorrectionPeriod' })).toThrow('step-not-permitted');
    life.on('2027-01-08');
    expect(life.ring({ type: 'endCorrectionPeriod' }).fact).toEqual({ type: 'CORRECTION_PERIOD_OVER', on: '2027-01-07' });
    expect(life.refusal({ type: 'closeAbandoned', cause: 'correction', unproven: 'lost' })).toEqual({
      code: 'period-not-over',
      article: 'REG 30',
    });
    expect(life.steps().refused).toContainEqual({
      ...{ type: 'closeAbandoned', code: 'period-not-over', article: 'REG 30', from: '2027-01-09' },
      reason:
        'The period ends on Wed 6 Jan (provisional) and letters in the mail are awaited until Fri 8 Jan (provisional); it can be closed from Sat 9 Jan (provisional)',
    });
    life.on('2027-01-09').take({ type: 'closeAbandoned', cause: 'correction', unproven: 'lost' });
    expect(life.now.file.ending).toEqual({ outcome: 'abandoned_correction', on: '2027-01-07' });
  });

  test('when the calendar is published its date holds, from the next look at the case on', () => {
    const calendar = customCalendar([localDate('2027-01-01'), localDate('2027-01-04')], []);
    const published = new Life(atCounter('2026-12-10'), { law: { ...LAW, calendar } });
    published.take({ type: 'accept' });
    correctionAsked(published, '2026-12-14', '2026-12-15');
    expect(published.ledger.correctionDueFromApplicant).toBe('2027-01-07');
    expect(published.ledger).not.toHaveProperty('provisionalCorrectionDueFromApplicant');
    // The alarm that was set by the estimate rings a day early: nothing is over yet.
    published.on('2027-01-07');
    expect(() => published.ring({ type: 'endCorrectionPeriod' })).toThrow('step-not-permitted');
    published.take({ type: 'receiveCorrection' });
    expect(published.ledger.clock).toBe('running');
  });
});

describe('a correction notice whose last day is in the next year', () => {
  test('is told of, limited and judged by the estimate', () => {
    const life = acceptedOn('2026-12-24');
    expect(life.ledger).toMatchObject({ correctionNoticeDeadline: null, provisionalCorrectionNoticeDeadline: '2027-01-05' });
    expect(watchedAs(life, 'correctionNoticeDeadline')).toEqual([{ due: '2027-01-05', provisional: true }]);
    expect(life.steps().permitted).toContainEqual(expect.objectContaining({ type: 'sendCorrectionNotice', until: '2027-01-05' }));
    life.on('2027-01-06');
    expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'what exactly' })).toEqual({
      code: 'correction-notice-late',
      article: 'REG 30',
    });
    life.take({ type: 'sendCorrectionNotice', missing: 'what exactly', dispatchedOn: '2027-01-05' });
  });
});

describe('a payment that is awaited over the year end', () => {
  const waiting = (): Life => {
    const life = acceptedOn('2026-12-10');
    feeAsked(life, '2026-12-14', '2026-12-15');
    return life;
  };

  test('has a day, an alarm and a reminder, all by the estimate', () => {
    const life = waiting();
    expect(life.ledger).toMatchObject({ feePaymentDue: null, provisionalFeePaymentDue: '2027-01-13' });
    expect(life.alarms).toEqual([{ kind: 'fee_over', subject: '', ringsOn: '2027-01-16' }]);
    expect(watchedAs(life, 'feePaymentDue')).toEqual([{ due: '2027-01-13', provisional: true }]);
  });

  test('is late the day after, and closed after the grace', () => {
    const life = waiting().on('2027-01-14');
    expect(life.refusal({ type: 'recordPayment', amount: 200 })).toMatchObject({ code: 'payment-late' });
    expect(life.ring({ type: 'endFeePeriod' }).fact).toEqual({ type: 'FEE_PERIOD_OVER', on: '2027-01-14' });
    life.on('2027-01-16').take({ type: 'closeAbandoned', cause: 'fee', unproven: 'lost' });
    expect(life.now.file.ending).toEqual({ outcome: 'abandoned_fee', on: '2027-01-14' });
  });
});

describe('a consultation that is open over the year end', () => {
  const consulting = (): { life: Life; id: string } => {
    const life = acceptedOn('2026-12-10');
    return { life, id: asked(life, 'askThirdParty', '2026-12-14', '2026-12-15') };
  };

  test('stops the clock, and is waited for by the estimate', () => {
    const { life, id } = consulting();
    expect(life.ledger.consultations).toMatchObject([{ answerDue: null, provisionalAnswerDue: '2027-01-06', closedBy: null }]);
    expect(life.ledger.derivation).toContainEqual(expect.objectContaining({ deadline: `provisionalAnswerDue:${id}` }));
    expect(life.standing).toMatchObject({ clock: 'stopped', light: 'stopped', turn: { step: 'recordAnswer' } });
    expect(life.alarms).toEqual([{ kind: 'consultation_lapse', subject: id, ringsOn: '2027-01-07' }]);
    expect(watchedAs(life, 'answerDue')).toEqual([{ due: '2027-01-06', provisional: true }]);
  });

  test('lapses by its legal day', () => {
    const { life, id } = consulting();
    life.on('2027-01-07');
    expect(life.ring({ type: 'lapseConsultation', consultationId: id }).fact).toEqual({
      type: 'CONSULTATION_LAPSED',
      on: '2027-01-06',
      consultationId: id,
    });
    expect(life.standing.clock).toBe('running');
    expect(life.alarms).toEqual([]);
  });

  test('a letter that was sent and not served stops nothing', () => {
    const life = acceptedOn('2026-12-10');
    idOf(life.on('2026-12-14').take({ type: 'askThirdParty', party: 'somebody' }));
    expect(life.standing.clock).toBe('running');
  });
});

describe('a letter to a single person that can be read in two ways', () => {
  const arrived = (): Life => new Life({ channel: 'ems', signedOn: '2026-12-10', misaddressed: true }, { today: '2026-12-17' });

  test('is worked to the estimate of the earlier reading, confirmed or not', () => {
    const life = arrived();
    expect(life.ledger).toMatchObject({
      clock: 'not_started',
      cautiousFinalDue: null,
      provisionalCautiousFinalDue: '2027-01-08',
    });
    expect(watchedAs(life, 'finalDue')).toEqual([{ due: '2027-01-08', provisional: true }]);
    life.take({ type: 'confirmReceipt', confirmedOn: '2026-12-17' });
    expect(life.ledger).toMatchObject({ provisionalFinalDue: '2027-01-15', provisionalCautiousFinalDue: '2027-01-08' });
    expect(watchedAs(life, 'finalDue')).toEqual([{ due: '2027-01-08', provisional: true }]);
    expect(life.on('2027-01-11').standing.light).toBe('overdue');
    const read = life.ledger.derivation.filter(({ deadline }) => deadline === 'provisionalCautiousFinalDue');
    expect(read).toMatchObject([{ from: '2026-12-10', counted: 20, due: '2027-01-08' }]);
  });
});
