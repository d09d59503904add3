import { withRules } from '@gongkai/statutes';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { ALREADY_PUBLIC, REFUSED, acceptedOn, served, signed } from '../support/roads.js';

/** How a remedy goes on once it has begun, until when it can, and what it keeps a case from (REG 51; ARL 20, 62; ALL 45, 85). */
const refusedCase = (): Life => {
  const life = signed(acceptedOn('2026-02-09'), '2026-03-05', [REFUSED]);
  return served(life, '2026-03-06', '2026-03-10');
};

/** What is watched of one remedy. */
const watchedFor = (life: Life, remedyId: string): [string, string][] =>
  life.watched.flatMap(({ deadline, about, due }): [string, string][] => (about === remedyId ? [[deadline, due]] : []));

describe('how a remedy goes on', () => {
  test('while nobody has told the procedure the earlier day is planned for, and moves once it is told (ARL 54, 70)', () => {
    const life = refusedCase().on('2026-04-20');
    const remedyId = idOf(life.take({ type: 'recordReconsiderationCopy', acceptedOn: '2026-04-16' }));
    expect(life.now.file.remedies).toMatchObject([{ track: null }]);
    const answerDue = () => watchedFor(life, remedyId).find(([name]) => name === 'reconsiderationAnswerDue');
    expect(answerDue()).toEqual(['reconsiderationAnswerDue', '2026-04-27']);
    for (const [track, due] of [
      ['ordinary', '2026-05-07'],
      ['summary', '2026-04-27'],
    ] as const) {
      life.on('2026-04-21').take({ type: 'updateRemedy', track });
      expect(answerDue()).toEqual(['reconsiderationAnswerDue', due]);
    }
    expect(life.replayed()).toEqual(life.now);
  });

  test('a suit has no such procedure', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordSuitCopy' });
    expect(life.refusal({ type: 'updateRemedy', track: 'summary' })).toMatchObject({ fields: ['track no-such-track'] });
  });

  test('two instances are one suit: what is not final can be appealed against in its period, and only once', () => {
    const life = refusedCase().on('2026-04-20');
    const remedyId = idOf(life.take({ type: 'recordSuitCopy' }));
    const appeal = { type: 'updateRemedy', appealedBy: 'organ' } as const;
    expect(life.refusal(appeal)).toMatchObject({ fields: ['appealedBy not-to-appeal'] });
    life.on('2026-06-15').take({ type: 'recordJudgment', result: 'annulled', final: false });
    expect(watchedFor(life, remedyId)).toContainEqual(['appealUntil', '2026-06-30']);
    life.on('2026-07-01');
    expect(life.refusal(appeal)).toEqual({ code: 'appeal-late', article: 'ALL 85' });
    expect(life.refusal({ type: 'updateRemedy', hearingOn: '2026-08-01', appealedOn: '2026-06-30' })).toMatchObject({
      fields: ['appealedOn only-with'],
    });
    expect(life.refusal({ ...appeal, appealedOn: '2026-07-01' })).toEqual({ code: 'appeal-late', article: 'ALL 85' });
    expect(life.refusal({ ...appeal, appealedOn: '2026-06-14' })).toMatchObject({
      fields: [expect.stringMatching(/^appealedOn before-earlier-fact/)],
    });
    life.take({ ...appeal, appealedOn: '2026-06-30' });
    expect(life.now.file.remedies).toMatchObject([{ appealed: { on: '2026-06-30' } }]);
    expect(watchedFor(life, remedyId).map(([name]) => name)).not.toContain('appealUntil');
    expect(life.refusal(appeal)).toMatchObject({ fields: ['appealedBy not-to-appeal'] });
    life.on('2026-09-15').take({ type: 'recordJudgment', result: 'dismissed' });
    expect(life.now.file.remedies).toMatchObject([
      {
        kind: 'litigation',
        result: 'dismissed',
        closedOn: '2026-09-15',
        judged: { on: '2026-06-15' },
        appealed: { by: 'organ' },
      },
    ]);
    expect(watchedFor(life, remedyId)).toEqual([]);
    expect(life.replayed()).toEqual(life.now);
  });

  test.each(['appeal_dismissed', 'appeal_withdrawn'] as const)('what the first instance said holds: %s (ALL 89)', (result) => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordSuitCopy' });
    expect(life.refusal({ type: 'recordJudgment', result })).toMatchObject({ fields: ['result no-first-judgment'] });
    life.on('2026-06-15').take({ type: 'recordJudgment', result: 'annulled', final: false });
    life.on('2026-06-20').take({ type: 'updateRemedy', appealedBy: 'organ' });
    life.on('2026-09-15').take({ type: 'recordJudgment', result, final: false });
    expect(life.now.file.remedies).toMatchObject([{ result: 'annulled', closedOn: '2026-09-15' }]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('an appeal in vain leaves the order of the first instance, and none where that one ordered nothing', () => {
    const anew = { type: 'recordJudgment', result: 'appeal_dismissed', actAnew: true } as const;
    const appealed = (first: 'annulled' | 'dismissed'): Life => {
      const life = refusedCase().on('2026-04-20');
      life.take({ type: 'recordSuitCopy' });
      life.on('2026-06-15').take({ type: 'recordJudgment', result: first, final: false });
      return life.on('2026-09-15');
    };
    const lost = appealed('annulled');
    lost.take(anew);
    expect(lost.now.file).toMatchObject({ remedies: [{ result: 'annulled' }], round: { number: 2 } });
    expect(appealed('dismissed').refusal(anew)).toMatchObject({ fields: ['actAnew orders-nothing'] });
  });

  test.each(['upheld', 'application_dismissed', 'withdrawn'] as const)('nobody acts anew where it says: %s', (result) => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordReconsiderationCopy' });
    const decided = { type: 'recordReconsiderationDecision', result } as const;
    expect(life.refusal({ ...decided, actAnew: true })).toMatchObject({ fields: ['actAnew orders-nothing'] });
    life.take(decided);
    expect(life.now.file.remedies).toMatchObject([{ result }]);
  });

  test('who has withdrawn an application for reconsideration may still sue, over the reply and not after a decision (ALL 46)', () => {
    const life = signed(acceptedOn('2026-02-09'), '2026-03-05', [ALREADY_PUBLIC]);
    served(life, '2026-03-06', '2026-03-10');
    const own = () => life.others.map(({ deadline, metOn }) => [deadline, metOn]);
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy', acceptedOn: '2026-04-16' });
    life.on('2026-04-28').take({ type: 'recordReconsiderationDecision', result: 'withdrawn' });
    expect(own()).toContainEqual(['suitUntil', null]);
    expect(own().map(([name]) => name)).not.toContain('suitAfterReconsiderationUntil');
    life.on('2026-05-06').take({ type: 'recordSuitCopy' });
    expect(life.now.file.remedies.at(-1)).toMatchObject({ kind: 'litigation', afterReconsideration: false });
    expect(life.replayed()).toEqual(life.now);
  });

  test('a suit that its court hands to another one is over here (ALL 22)', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordSuitCopy' });
    expect(life.refusal({ type: 'recordJudgment', result: 'transferred', actAnew: true })).toMatchObject({
      fields: ['actAnew orders-nothing'],
    });
    life.take({ type: 'recordJudgment', result: 'transferred' });
    expect(life.now.file.remedies).toMatchObject([{ result: 'transferred', closedOn: '2026-04-20' }]);
  });

  test('a ruling is appealed against within 10 days', () => {
    const life = refusedCase().on('2026-04-20');
    const remedyId = idOf(life.take({ type: 'recordSuitCopy' }));
    life.on('2026-06-15').take({ type: 'recordJudgment', result: 'rejected', final: false, form: 'ruling' });
    expect(watchedFor(life, remedyId)).toContainEqual(['appealUntil', '2026-06-25']);
    // Later only where its court excused it (ALL 48).
    life.on('2026-07-02').take({ type: 'updateRemedy', appealedBy: 'other_party', lateReason: '因不可抗力耽误，法院准许' });
    expect(life.now.file.remedies).toMatchObject([{ appealed: { on: '2026-07-02', by: 'other_party' } }]);
  });

  test('who appears and where it is heard is kept; the ordinary procedure is prolonged once, the summary one never', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordReconsiderationCopy', track: 'ordinary', acceptedOn: '2026-04-16', organ: '区政府', number: '12' });
    expect(life.refusal({ type: 'updateRemedy' })).toMatchObject({ fields: ['appearing nothing-told'] });
    const appearing = [{ as: 'head', name: '王某' }] as const;
    life.take({ type: 'updateRemedy', appearing: [...appearing], hearingOn: '2026-05-06', hearingPlace: '听证室' });
    // The fact knows the list by its id alone.
    expect(JSON.stringify(life.now.file)).not.toContain('王某');
    const heard = () => life.watched.filter(({ deadline }) => deadline === 'hearingOn').map(({ due }) => due);
    expect(heard()).toEqual(['2026-05-06']);
    const due = (): unknown => life.others.find(({ deadline }) => deadline === 'reconsiderationDecisionDue')?.due;
    expect(due()).toBe('2026-06-15');
    life.take({ type: 'updateRemedy', prolonged: true });
    expect(due()).toBe('2026-07-15');
    expect(life.refusal({ type: 'updateRemedy', prolonged: true })).toMatchObject({ fields: ['prolonged not-to-prolong'] });
    expect(life.now.file.remedies).toMatchObject([
      { before: '区政府', number: '12', appearingId: expect.any(String), hearing: { on: '2026-05-06', place: '听证室' } },
    ]);
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(heard()).toEqual([]);
    const summary = refusedCase().on('2026-04-20');
    summary.take({ type: 'recordReconsiderationCopy', track: 'summary' });
    expect(summary.refusal({ type: 'updateRemedy', prolonged: true })).toMatchObject({ fields: ['prolonged not-to-prolong'] });
  });

  test('raised twice is refused by its number, late by the day it was applied for, unless its organ excused that', () => {
    const life = refusedCase().on('2026-05-20');
    const copy = { type: 'recordReconsiderationCopy', number: '12', organ: '区政府' } as const;
    // Served on 10 March: until Saturday 9 May, a worked day.
    expect(life.refusal({ ...copy, appliedOn: '2026-05-10' })).toEqual({ code: 'remedy-late', article: 'REG 51' });
    life.take({ ...copy, appliedOn: '2026-05-09' });
    expect(life.refusal(copy)).toMatchObject({ fields: ['number raised-twice'] });
    life.take({ ...copy, number: '13', appliedOn: '2026-05-10', lateReason: '因不可抗力耽误' });
    expect(life.now.file.remedies).toHaveLength(2);
  });

  test('what came later is not dated before what came first, and a place is told with its day', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordSuitCopy' });
    expect(life.refusal({ type: 'updateRemedy', hearingPlace: '第三法庭' })).toMatchObject({ fields: ['hearingOn required'] });
    life.on('2026-06-15').take({ type: 'recordJudgment', result: 'rejected', final: false });
    life.on('2026-06-20').take({ type: 'updateRemedy', appealedBy: 'other_party' });
    const early = { type: 'recordJudgment', result: 'rejected', on: '2026-06-19' } as const;
    expect(life.refusal(early)).toMatchObject({ fields: [expect.stringMatching(/^on before-earlier-fact/)] });
    life.on('2026-09-01').take({ type: 'recordJudgment', result: 'rejected' });
  });

  test('a suit may follow a reconsideration that was not decided in its period (ALL 45)', () => {
    const life = refusedCase().on('2026-04-20');
    life.take({ type: 'recordReconsiderationCopy', track: 'summary', acceptedOn: '2026-04-16' });
    const until = (): unknown => life.others.find(({ deadline }) => deadline === 'suitAfterReconsiderationUntil')?.due;
    expect([life.on('2026-05-18').others.length > 0, until()]).toEqual([true, undefined]);
    // 30 days from 16 April end on Saturday 16 May: decided by Monday, else sued within 15 days of it.
    expect([life.on('2026-05-19').others.length > 0, until()]).toEqual([true, '2026-06-02']);
    life.on('2026-05-25').take({ type: 'recordSuitCopy', afterReconsideration: true });
    expect(life.now.file.remedies.map(({ kind }) => kind)).toEqual(['reconsideration', 'litigation']);
  });

  test('whoever has gone one way is told of no other; a suit after a decision is one, also where nobody says so (ARL 29; ALL 45)', () => {
    const life = refusedCase().on('2026-04-20');
    const open = (): string[] =>
      life.others.flatMap(({ deadline, whose, metOn }) => (whose === 'applicant' && metOn === null ? [deadline] : []));
    expect(open()).toEqual(['reconsiderationUntil']);
    life.take({ type: 'recordReconsiderationCopy', track: 'summary', acceptedOn: '2026-04-16' });
    expect(open()).toEqual([]);
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(open()).toEqual(['suitAfterReconsiderationUntil']);
    life.on('2026-06-01').take({ type: 'recordSuitCopy' });
    expect([open(), life.now.file.remedies.at(-1)?.afterReconsideration]).toEqual([[], true]);
    const direct = refusedCase().on('2026-04-20');
    direct.take({ type: 'recordSuitCopy' });
    expect(direct.others.filter(({ whose, metOn }) => whose === 'applicant' && metOn === null)).toEqual([]);
    expect(direct.now.file.remedies.at(-1)?.afterReconsideration).toBe(false);
  });

  test('a suit that comes before its turn is taken, and it stays told that it did (ARL 23, 29)', () => {
    const orders = (life: Life): (string | undefined)[] => life.now.file.remedies.map(({ outOfOrder }) => outOfOrder);
    const direct = refusedCase().on('2026-04-20');
    direct.take({ type: 'recordSuitCopy' });
    expect(orders(direct)).toEqual(['reconsideration_first']);
    const both = refusedCase().on('2026-04-20');
    both.take({ type: 'recordReconsiderationCopy' });
    both.take({ type: 'recordSuitCopy' });
    expect(orders(both)).toEqual([undefined, 'while_reconsidered']);
  });

  test('of two open remedies an answer names which it answers', () => {
    const life = refusedCase().on('2026-04-20');
    const first = idOf(life.take({ type: 'recordReconsiderationCopy' }));
    const suit = idOf(life.take({ type: 'recordSuitCopy' }));
    expect(life.refusal({ type: 'answerRemedy' })).toMatchObject({ fields: ['remedyId which-remedy'] });
    life.take({ type: 'answerRemedy', remedyId: first });
    life.take({ type: 'answerRemedy' });
    expect(life.now.file.remedies.map(({ id, answeredOn }) => [id, answeredOn])).toEqual([
      [first, '2026-04-20'],
      [suit, '2026-04-20'],
    ]);
  });

  test('a suit after reconsideration needs one on record, and from its decision has a period of its own', () => {
    const life = refusedCase().on('2026-04-20');
    expect(life.refusal({ type: 'recordSuitCopy', afterReconsideration: true })).toMatchObject({
      fields: ['afterReconsideration not-reconsidered'],
    });
    life.take({ type: 'recordReconsiderationCopy', track: 'summary', acceptedOn: '2026-04-16' });
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    life.on('2026-06-05');
    const suit = { type: 'recordSuitCopy', afterReconsideration: true } as const;
    expect(life.refusal({ ...suit, appliedOn: '2026-06-03' })).toEqual({ code: 'remedy-late', article: 'REG 51' });
    life.take({ ...suit, appliedOn: '2026-06-02' });
  });

  test('an office that waits for the periods of the applicant files after the last of them', () => {
    const statute = withRules(LAW.statute, { 'archive.wait_for_remedies': true });
    const begun = new Life(atCounter('2026-02-09'), { law: { ...LAW, statute } });
    begun.take({ type: 'accept' });
    const life = served(signed(begun, '2026-03-05', [REFUSED]), '2026-03-06', '2026-03-10');
    expect(life.on('2026-05-09').refusal({ type: 'file', unproven: 'the slips lie in the paper folder' })).toEqual({
      code: 'remedy-possible',
      article: 'REG 45',
    });
    life.on('2026-05-11').take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  });
});
