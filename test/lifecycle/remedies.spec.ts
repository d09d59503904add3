import { otherFactsOf } from '@gongkai/lifecycle';
import { readGrounds } from '@gongkai/platform';
import { otherDeadlines } from '@gongkai/statutes';
import { idOf, Life } from '../support/life.js';
import { REFUSED, acceptedOn, asked, correctionAsked, served, signed } from '../support/roads.js';

/** Complaint, reconsideration, litigation, and the new round they may order (REG 47, 51). */
const refusedCase = (): Life => {
  const life = signed(acceptedOn('2026-02-09'), '2026-03-05', [REFUSED]);
  return served(life, '2026-03-06', '2026-03-10');
};

/** What is watched of one remedy. */
const watchedFor = (life: Life, remedyId: string): [string, string][] =>
  life.watched.flatMap(({ deadline, about, due }): [string, string][] => (about === remedyId ? [[deadline, due]] : []));

describe('reconsideration', () => {
  test('nothing can be challenged before anything was made', () => {
    expect(acceptedOn('2026-02-09').refusal({ type: 'recordReconsiderationCopy' })).toEqual({
      code: 'nothing-to-challenge',
      article: 'REG 51',
    });
    expect(new Life({ channel: 'ordinary_mail', arrivedOn: '2026-02-09' }).refusal({ type: 'recordComplaint' })).toEqual({
      code: 'step-not-permitted',
      reason: 'receipt-not-settled',
      article: 'REG 31',
    });
  });

  test.each(['recordComplaint', 'recordReconsiderationCopy', 'recordSuitCopy'] as const)(
    'silence can be challenged once the reply is overdue, by the day of the fact: %s',
    (type) => {
      const life = acceptedOn('2026-02-09').on('2026-03-13');
      const refusalOf = (steps: ReturnType<Life['steps']>) => steps.refused.find((step) => step.type === type);
      expect(refusalOf(life.steps())).toMatchObject({ code: 'nothing-to-challenge', article: 'REG 51' });
      life.on('2026-03-17');
      expect(life.steps().permitted.map((step) => step.type)).toContain(type);
      expect(life.refusal({ type, on: '2026-03-13' })).toMatchObject({ code: 'nothing-to-challenge' });
      life.take({ type, on: '2026-03-16' });
      expect(life.now.file.remedies).toMatchObject([{ openedOn: '2026-03-16', closedOn: null }]);
      expect(life.standing).toMatchObject({ state: 'accepted', light: 'overdue' });
    },
  );

  test('a case that is over is passed on while something is left to do in it, and once it is filed while it is challenged', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'assign', assignee: 'the-caseworker' });
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    const assign = { type: 'assign', assignee: 'another' } as const;
    for (const step of [assign, { type: 'claim' } as const])
      expect(life.refusal(step)).toEqual({ code: 'step-not-permitted', reason: 'not-challenged' });
    const remedyId = idOf(life.take({ type: 'recordComplaint' }));
    life.take(assign);
    expect(life.now.file.assignee).toBe('another');
    expect(life.refusal({ type: 'claim' })).toEqual({ code: 'step-not-permitted', reason: 'already-assigned' });
    life.take({ type: 'answerRemedy', remedyId });
    expect(life.refusal(assign)).toEqual({ code: 'step-not-permitted', reason: 'not-challenged' });
  });

  test.each([
    ['summary', '2026-04-27'],
    ['ordinary', '2026-05-07'],
  ])('%s: our answer is watched until it is given', (track, due) => {
    const life = refusedCase().on('2026-04-20');
    const remedyId = idOf(life.take({ type: 'recordReconsiderationCopy', track, acceptedOn: '2026-04-16' }));
    expect(watchedFor(life, remedyId)).toContainEqual(['reconsiderationAnswerDue', due]);
    life.on('2026-04-24').take({ type: 'answerRemedy' });
    expect(watchedFor(life, remedyId).map(([name]) => name)).not.toContain('reconsiderationAnswerDue');
    expect(life.refusal({ type: 'file', unproven: 'the slips lie in the paper folder' })).toEqual({
      code: 'remedy-open',
      article: 'REG 45',
    });
  });

  test('before 2024 there was no summary procedure: it is refused, and a case that names it has its other dates', () => {
    const life = served(signed(acceptedOn('2019-06-03'), '2019-06-20', [REFUSED]), '2019-06-21', '2019-06-24').on('2019-07-08');
    expect(life.refusal({ type: 'recordReconsiderationCopy', track: 'summary' })).toMatchObject({
      code: 'invalid-request',
      fields: ['track no-such-track'],
    });
    life.take({ type: 'recordReconsiderationCopy' });
    expect(life.watched).toContainEqual(expect.objectContaining({ deadline: 'reconsiderationAnswerDue', due: '2019-07-22' }));
    const { file } = life.now;
    const older = { ...file, remedies: file.remedies.map((remedy) => ({ ...remedy, track: 'summary' as const })) };
    const facts = otherFactsOf(older, life.ledger, life.today);
    expect(otherDeadlines(facts, life.law.statute, life.law.calendar, readGrounds()).map(({ deadline }) => deadline)).toEqual([
      'withholdingReviewDue',
      'reconsiderationUntil',
      'suitUntil',
      'filingDue',
    ]);
  });

  test('its order opens a new round with its own clock, its own correction and its own extension', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordReconsiderationCopy', track: 'summary' });
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    expect(life.ledger).toMatchObject({ receivedOn: '2026-05-18', finalDue: '2026-06-15', clock: 'running' });
    expect(life.standing).toMatchObject({ state: 'accepted', outcome: null, light: 'green', daysLeft: 20, budgetDays: 20 });
    expect(life.now.file).toMatchObject({ round: { number: 2 }, ending: null, items: [{ decision: null }] });
    expect(life.now.file.remedies).toMatchObject([{ result: 'annulled', closedOn: '2026-05-18' }]);
    expect(life.now.file.receipt).toMatchObject({ submittedOn: '2026-02-09' });
    correctionAsked(life, '2026-05-20', '2026-05-21');
    life.on('2026-05-25').take({ type: 'receiveCorrection' });
    expect(life.ledger).toMatchObject({ receivedOn: '2026-05-18', restartedOn: '2026-05-25' });
    served(signed(life, '2026-05-29'), '2026-06-01', '2026-06-03');
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(life.standing).toMatchObject({ state: 'filed', outcome: 'already_public' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('an order may name its own period', () => {
    const life = refusedCase();
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    life.on('2026-05-18').take({
      type: 'recordReconsiderationDecision',
      result: 'ordered',
      actAnew: true,
      redoWorkingDays: 30,
    });
    expect(life.ledger).toMatchObject({ replyDueAtRegistration: '2026-06-30', finalDue: '2026-06-30' });
    expect(life.standing).toMatchObject({ budgetDays: 30, stoppedDays: 0, usedDays: 0 });
  });

  test('what was asked in the first round does not stop the second', () => {
    const life = acceptedOn('2026-02-09');
    asked(life, 'askThirdParty', '2026-02-10', '2026-02-11');
    served(signed(life, '2026-03-05', [REFUSED]), '2026-03-06', '2026-03-10');
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    expect(life.ledger).toMatchObject({ consultations: [], finalDue: '2026-06-15' });
  });

  test('a notice of the first round, served in the second, begins no wait there', () => {
    const life = acceptedOn('2026-02-09');
    const first = idOf(life.on('2026-02-10').take({ type: 'sendCorrectionNotice', missing: 'which' }));
    served(signed(life, '2026-03-05', [REFUSED]), '2026-03-06', '2026-03-10');
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    life.on('2026-05-20').take({ type: 'sendCorrectionNotice', missing: 'which' });
    const { fact } = life.on('2026-05-21').take({ type: 'recordService', noticeId: first, how: 'signed for' });
    expect(fact.type).toBe('NOTICE_SERVED');
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
  });

  test('a filed case is opened again by an order', () => {
    const life = refusedCase();
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    expect(life.standing.state).toBe('filed');
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    expect(life.standing).toMatchObject({ state: 'accepted', light: 'green' });
    expect(life.now.file.filedOn).toBeNull();
  });

  test('a result without an order closes it, and the case can be filed', () => {
    const life = refusedCase().on('2026-04-20');
    const remedyId = idOf(life.take({ type: 'recordReconsiderationCopy' }));
    expect(life.refusal({ type: 'recordReconsiderationDecision', remedyId, result: 'upheld', on: '2026-04-19' })).toEqual({
      code: 'invalid-request',
      fields: ['on before-earlier-fact'],
    });
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(life.standing.state).toBe('filed');
  });
});

describe('litigation', () => {
  test('a judgment that is not final leaves it open', () => {
    const life = refusedCase().on('2026-04-20');
    const remedyId = idOf(life.take({ type: 'recordSuitCopy' }));
    expect(watchedFor(life, remedyId)).toEqual([['defenceDue', '2026-05-06']]);
    life.on('2026-06-15').take({ type: 'recordJudgment', result: 'dismissed', final: false });
    expect(life.refusal({ type: 'file', unproven: 'the slips lie in the paper folder' }).code).toBe('remedy-open');
    life.on('2026-09-15').take({ type: 'recordJudgment', result: 'dismissed' });
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(life.standing.state).toBe('filed');
  });

  test('its order opens a new round', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordSuitCopy' });
    expect(life.refusal({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true })).toEqual({
      code: 'step-not-permitted',
      reason: 'no-reconsideration-open',
      article: 'REG 51',
    });
    life.on('2026-06-15').take({ type: 'recordJudgment', result: 'annulled', actAnew: true, redoWorkingDays: 15 });
    expect(life.standing).toMatchObject({ state: 'accepted', budgetDays: 15 });
  });
});

describe('who has a closed case that is challenged', () => {
  const turn = ({ standing }: Life): unknown => [standing.state, standing.turn.role, standing.turn.step, standing.turn.since];

  test('its caseworker until our answer is given, then whoever decides, then the archivist', () => {
    const life = refusedCase();
    life.take({ type: 'recordComplaint' });
    expect(turn(life)).toEqual(['closed', 'caseworker', 'answerRemedy', '2026-03-10']);
    life.on('2026-03-11').take({ type: 'answerRemedy' });
    expect(turn(life)).toEqual(['closed', 'archivist', 'file', '2026-03-11']);
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    expect(turn(life)).toEqual(['closed', 'caseworker', 'answerRemedy', '2026-04-20']);
    life.on('2026-04-24').take({ type: 'answerRemedy' });
    expect(turn(life)).toEqual(['closed', 'remedy_organ', 'recordReconsiderationDecision', '2026-04-24']);
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(turn(life)).toEqual(['closed', 'archivist', 'file', '2026-05-18']);
    life.on('2026-05-20').take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    life.on('2026-05-28').take({ type: 'recordSuitCopy' });
    expect(turn(life)).toEqual(['filed', 'caseworker', 'answerRemedy', '2026-05-28']);
    life.on('2026-05-29').take({ type: 'answerRemedy' });
    expect(turn(life)).toEqual(['filed', 'remedy_organ', 'recordJudgment', '2026-05-29']);
    life.on('2026-06-30').take({ type: 'recordJudgment', result: 'dismissed' });
    expect(turn(life)).toEqual(['filed', null, null, '2026-06-30']);
  });

  test('on the way to its reply a case stays with whom it was', () => {
    const life = acceptedOn('2026-02-09');
    correctionAsked(life, '2026-02-10', '2026-02-11');
    life.on('2026-02-12').take({ type: 'recordComplaint' });
    expect(turn(life)).toEqual(['awaiting_correction', 'applicant', 'receiveCorrection', '2026-02-11']);
  });
});

test('what decides a remedy is recorded for one of its kind, and an answer for one that waits for it', () => {
  const life = refusedCase().on('2026-04-20');
  const reasonOf = (type: string): unknown => life.steps().refused.find((step) => step.type === type);
  life.take({ type: 'recordReconsiderationCopy' });
  expect(reasonOf('recordJudgment')).toMatchObject({ article: 'REG 51', reason: expect.stringContaining('no suit is open') });
  expect(reasonOf('recordReconsiderationDecision')).toBeUndefined();
  life.take({ type: 'answerRemedy' });
  expect(reasonOf('answerRemedy')).toMatchObject({
    reason: expect.stringContaining('no complaint, reconsideration or suit waits for an answer'),
  });
  life.take({ type: 'recordSuitCopy' });
  const { permitted } = life.steps();
  const subjectsOf = (type: string): unknown => permitted.find((step) => step.type === type)?.subjects?.length;
  expect(['answerRemedy', 'recordJudgment', 'recordReconsiderationDecision'].map(subjectsOf)).toEqual([1, 1, 1]);
});

test('a complaint is over with its answer, and does not keep the case from the archive', () => {
  const life = refusedCase().on('2026-04-20');
  life.take({ type: 'recordComplaint', content: 'too slow' });
  expect(life.refusal({ type: 'file', unproven: 'the slips lie in the paper folder' })).toEqual({
    code: 'remedy-open',
    article: 'REG 45',
  });
  life.take({ type: 'answerRemedy', content: 'it was in time' });
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  expect(life.standing.state).toBe('filed');
});

describe('an order that reaches a case still open', () => {
  /** The extension was attacked; before the reply is out, the reconsideration organ orders the organ to act anew. */
  const attacked = (): Life => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    life.on('2026-03-27').take({ type: 'proposeExtension', workingDays: 10, reason: 'many' });
    life.take({ type: 'approveExtension' });
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' });
    life.on('2026-04-01').take({ type: 'recordReconsiderationCopy' });
    return life;
  };

  test.each(['handled', 'approved', 'signed', 'dispatched'])('%s: a new round begins, with its own clock', (where) => {
    const life = attacked();
    if (where !== 'handled') {
      life.take({ type: 'decideItem', itemId: 'item-2', code: 'already_public', otherOrgan: '门户网站' });
      life.take({ type: 'submitForApproval' });
      life.take({ type: 'approve' });
    }
    if (where === 'signed' || where === 'dispatched') life.take({ type: 'signReply' });
    if (where === 'dispatched') life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001760CN' });
    life.on('2026-04-08').take({
      type: 'recordReconsiderationDecision',
      result: 'ordered',
      actAnew: true,
      redoWorkingDays: 10,
    });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    expect(life.ledger).toMatchObject({ receivedOn: '2026-04-08', finalDue: '2026-04-22', extendedDue: null });
    expect(life.now.file.items.map(({ decision }) => decision)).toEqual([null, null]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('a period to act anew without an order to act anew is told by its field', () => {
    const life = attacked();
    const step = { type: 'recordReconsiderationDecision', result: 'upheld', redoWorkingDays: 10 } as const;
    expect(life.refusal(step)).toEqual({ code: 'invalid-request', fields: ['redoWorkingDays only-with'] });
    expect(life.refusal({ ...step, actAnew: false })).toMatchObject({ fields: ['redoWorkingDays only-with'] });
  });
});

test('a judgment that is not final orders nothing yet', () => {
  const life = served(signed(acceptedOn('2026-02-09'), '2026-03-02'), '2026-03-03', '2026-03-05');
  life.on('2026-03-20').take({ type: 'recordSuitCopy' });
  const judgment = { type: 'recordJudgment', result: 'annulled', actAnew: true } as const;
  expect(life.refusal({ ...judgment, final: false })).toMatchObject({ fields: ['actAnew judgment-not-final'] });
  life.take(judgment);
});
