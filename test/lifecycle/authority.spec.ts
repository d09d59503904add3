import { withRules } from '@gongkai/statutes';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, asked, FOUND, GRANTED, served, signed, type Decided } from '../support/roads.js';

const SECRET: Decided = { code: 'refused', ground: 'state_secret', article: 'REG 14', reasons: 'classified', ...FOUND };

/** Everything decided and reviewed on a day, so that only those who were asked stand in the way. */
function decided(life: Life, decisions: readonly Decided[]): Life {
  life.now.file.items.forEach(({ id: itemId }, i) => {
    const decision = decisions[i] ?? GRANTED;
    life.take({ type: 'decideItem', itemId, ...decision });
    if (decision.code !== 'granted') return;
    life.take({ type: 'submitReview', itemId });
    life.take({ type: 'passReview', itemId });
  });
  return life;
}
const submit = { type: 'submitForApproval' } as const;

/** The competent or secrecy authority decides whether something may be released at all (REG 17(3)). */
describe('an authority that was asked', () => {
  test('is waited for', () => {
    const life = acceptedOn('2026-03-02');
    asked(life, 'askSecrecyAuthority', '2026-03-03');
    decided(life, [GRANTED]);
    expect(life.refusal(submit)).toEqual({ code: 'authority-open', article: 'REG 17(3)' });
    expect(life.standing.turn.step).toBe('recordAnswer');
  });

  test('stops the clock unless the office does not let it', () => {
    const law = { ...LAW, statute: withRules(LAW.statute, { 'consult.secrecy.stops': false }) };
    const running = new Life(atCounter('2026-03-02'), { law });
    running.take({ type: 'accept' });
    const stopped = acceptedOn('2026-03-02');
    for (const life of [running, stopped]) asked(life, 'askSecrecyAuthority', '2026-03-03');
    expect([running.standing.clock, stopped.standing.clock]).toEqual(['running', 'stopped']);
  });

  test('binds with its no: the case is decided anew, and nobody sets it aside', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = asked(life, 'askSecrecyAuthority', '2026-03-03');
    life.on('2026-03-10').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    decided(life, [GRANTED]);
    expect(life.refusal(submit)).toEqual({ code: 'authority-refused', article: 'REG 17(3)' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'decideItem' });
    expect(life.refusal({ type: 'overrideThirdParty', consultationId, publicInterest: 'x' }).code).toBe('step-not-permitted');
    decided(life, [SECRET]);
    life.take(submit);
  });

  test('that agrees lets it be released; every item withheld heeds its no', () => {
    for (const [answer, decisions] of [['agree', [GRANTED, GRANTED]] as const, ['refuse', [SECRET, SECRET]] as const]) {
      const life = acceptedOn('2026-03-02', ['a', 'b']);
      const consultationId = asked(life, 'askSecrecyAuthority', '2026-03-03');
      life.on('2026-03-10').take({ type: 'recordAnswer', consultationId, answer });
      decided(life, decisions).take(submit);
    }
  });

  test('to whom a letter was made is sent it, or it is taken back', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = idOf(life.take({ type: 'askSecrecyAuthority', party: 'somebody', dispatchedOn: null }));
    expect(decided(life, [GRANTED]).refusal(submit)).toEqual({ code: 'letter-unsent', article: 'REG 17(3)' });
    life.take({ type: 'takeBackLetter', consultationId, reason: 'its classification has lapsed' });
    life.take(submit);
  });

  test('that is asked while the reply is before the approver holds it; after its no the reply is sent back', () => {
    const life = decided(acceptedOn('2026-03-02'), [GRANTED]);
    life.take(submit);
    const consultationId = asked(life, 'askSecrecyAuthority', '2026-03-03');
    expect(life.standing.turn).toMatchObject({ role: 'consulted', step: 'recordAnswer' });
    life.take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'sendBack' });
  });

  test('that was asked again: its last answer counts; a lost letter gives way to one that was answered', () => {
    const life = acceptedOn('2026-03-02');
    const first = asked(life, 'askSecrecyAuthority', '2026-03-03');
    life.on('2026-03-09').take({ type: 'recordAnswer', consultationId: first, answer: 'refuse' });
    asked(life, 'askSecrecyAuthority', '2026-03-10');
    const third = asked(life, 'askSecrecyAuthority', '2026-03-12');
    decided(life, [GRANTED]);
    expect(life.refusal(submit).code).toBe('authority-open');
    life.on('2026-03-16').take({ type: 'recordAnswer', consultationId: third, answer: 'agree' });
    life.take(submit);
  });

  test('binds in the round that an order opens as well, until it has answered again', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = asked(life, 'askSecrecyAuthority', '2026-03-03');
    life.on('2026-03-09').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    served(signed(life, '2026-03-10', [SECRET]), '2026-03-11', '2026-03-12');
    life.on('2026-04-01').take({ type: 'recordReconsiderationCopy', track: 'ordinary' });
    life.on('2026-05-06').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    decided(life, [GRANTED]);
    expect(life.refusal(submit).code).toBe('authority-refused');
    const again = asked(life, 'askSecrecyAuthority', '2026-05-07');
    life.on('2026-05-11').take({ type: 'recordAnswer', consultationId: again, answer: 'agree' });
    life.take(submit);
  });
});

test('a refusal of a third party stands in the round that an order opens, until it is asked again or set aside (REG 32)', () => {
  const life = acceptedOn('2026-03-02');
  const consultationId = asked(life, 'askThirdParty', '2026-03-03', '2026-03-04');
  life.on('2026-03-09').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
  const withheld: Decided = {
    code: 'refused',
    ground: 'third_party_rights',
    article: 'REG 15',
    reasons: 'trade secret',
    ...FOUND,
  };
  served(signed(life, '2026-03-10', [withheld]), '2026-03-11', '2026-03-12');
  life.on('2026-04-01').take({ type: 'recordReconsiderationCopy', track: 'ordinary' });
  life.on('2026-05-06').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
  decided(life, [GRANTED]);
  expect(life.refusal(submit).code).toBe('third-party-refused');
  life.take({ type: 'overrideThirdParty', consultationId, publicInterest: 'safety' });
  life.take(submit);
});
