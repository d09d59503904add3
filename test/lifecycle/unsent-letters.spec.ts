import { replay } from '@gongkai/lifecycle';
import { idOf, LAW, personOf, type Life } from '../support/life.js';
import { acceptedOn, ALREADY_PUBLIC, asked } from '../support/roads.js';

const SUBMIT = { type: 'submitForApproval' } as const;
const UNSENT = { code: 'letter-unsent', article: 'REG 32' };

/** A letter that was made and lies there. */
const made = (life: Life): string => idOf(life.take({ type: 'askThirdParty', party: 'the firm', dispatchedOn: null }));
const decided = (life: Life): Life => {
  life.take({ type: 'decideItem', itemId: 'item-1', ...ALREADY_PUBLIC });
  return life;
};
const withLetter = (): { readonly life: Life; readonly consultationId: string } => {
  const life = acceptedOn('2026-03-02');
  const consultationId = made(life);
  return { life: decided(life), consultationId };
};

describe('a consultation letter that was made and not sent', () => {
  test('keeps the draft from being submitted, and the turn says to send it', () => {
    const { life, consultationId } = withLetter();
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'dispatchNotice' });
    expect(life.refusal(SUBMIT)).toEqual(UNSENT);
    expect(life.steps().refused).toContainEqual(expect.objectContaining({ type: 'submitForApproval', ...UNSENT }));
    life.take({ type: 'dispatchNotice', noticeId: consultationId, mode: 'other_organ', throughOrgan: 'the village' });
    life.take(SUBMIT);
  });

  test('keeps a draft that is with its approver from being approved and signed', () => {
    const life = decided(acceptedOn('2026-03-02'));
    life.take(SUBMIT);
    const consultationId = made(life);
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'dispatchNotice' });
    expect(life.refusal({ type: 'approve' })).toEqual(UNSENT);
    expect(life.steps(personOf('approver')).refused).toContainEqual(expect.objectContaining({ type: 'approve', ...UNSENT }));
    life.take({ type: 'takeBackLetter', consultationId, reason: 'it asks the wrong firm' });
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approve' });
    life.take({ type: 'approve' });
    life.take({ type: 'signReply' });
  });

  test('made while a draft is with its approver can be sent from there', () => {
    const life = decided(acceptedOn('2026-03-02'));
    life.take(SUBMIT);
    const consultationId = made(life);
    life.take({ type: 'dispatchNotice', noticeId: consultationId, mode: 'other_organ', throughOrgan: 'the village' });
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approve' });
    life.take({ type: 'approve' });
  });

  test('is taken back with a reason, which the journal keeps, and another one can be made', () => {
    const { life, consultationId } = withLetter();
    const { fact } = life.take({ type: 'takeBackLetter', consultationId, reason: 'the address is missing' });
    expect(fact).toEqual({
      type: 'CONSULTATION_TAKEN_BACK',
      on: '2026-03-02',
      consultationId,
      reason: 'the address is missing',
    });
    expect(life.now.file).toMatchObject({ notices: [], consultations: [] });
    expect(replay(life.journal, LAW)).toEqual(life.now);
    const again = made(life);
    expect(life.refusal(SUBMIT)).toEqual(UNSENT);
    life.take({ type: 'takeBackLetter', consultationId: again, reason: 'nobody else is concerned' });
    life.take(SUBMIT);
  });

  test('is taken back only where there is one, and not once it left', () => {
    const life = acceptedOn('2026-03-02');
    expect(life.refusal({ type: 'takeBackLetter', consultationId: 'x', reason: 'none' }).reason).toBe('no-letter-to-take-back');
    const sent = asked(life, 'askThirdParty', '2026-03-03');
    const unsent = idOf(life.take({ type: 'askThirdParty', party: 'another', dispatchedOn: null }));
    const back = (consultationId: string) => life.refusal({ type: 'takeBackLetter', consultationId, reason: 'none' });
    expect(back(sent)).toEqual({ code: 'invalid-request', fields: ['consultationId already-dispatched'] });
    expect(back('elsewhere')).toEqual({ code: 'invalid-request', fields: ['consultationId unknown-consultation'] });
    expect(life.steps().permitted).toContainEqual(
      expect.objectContaining({ type: 'takeBackLetter', subjects: [{ field: 'consultationId', id: unsent }] }),
    );
  });
});
