import { localDate } from '@gongkai/calendar';
import type { Actor, Hand } from '@gongkai/lifecycle';
import { everybody, idOf, personOf, type Life, type StepInput } from '../support/life.js';
import { GRANTED, REFUSED, acceptedOn, asked } from '../support/roads.js';

describe('nobody approves what is their own', () => {
  const refused = (life: Life, type: string) => life.steps().refused.find((step) => step.type === type);

  test('an extension is not approved by who proposed it', () => {
    const life = acceptedOn('2025-09-08');
    life.take({ type: 'proposeExtension', workingDays: 10, reason: 'archives' }, everybody);
    expect(life.refusal({ type: 'approveExtension' }, everybody)).toEqual({ code: 'self-approval', article: 'REG 33' });
    expect(refused(life, 'approveExtension')).toMatchObject({ code: 'self-approval', article: 'REG 33' });
    life.take({ type: 'approveExtension' });
    expect(life.now.file.round.extensionProposed).toBeNull();
  });

  test.each([
    ['submitted', 'submitReview'],
    ['decided what is released by', 'decideItem'],
  ])('a review is not passed by who %s it', (_, own) => {
    const life = acceptedOn('2025-09-08');
    const take = (step: StepInput): unknown => (step.type === own ? life.take(step, everybody) : life.take(step));
    take({ type: 'decideItem', itemId: 'item-1', ...GRANTED });
    take({ type: 'submitReview', itemId: 'item-1' });
    expect(life.refusal({ type: 'passReview', itemId: 'item-1' }, everybody)).toEqual({
      code: 'self-approval',
      article: 'REG 17',
    });
    expect(refused(life, 'passReview')).toMatchObject({ code: 'self-approval', article: 'REG 17' });
    life.take({ type: 'passReview', itemId: 'item-1' });
    expect(life.now.file.items).toMatchObject([{ review: { status: 'passed' } }]);
  });
});

describe('that the public interest outweighs a refusal is found by another than who drafts what it lets out (REG 15, 32)', () => {
  const OWN = { code: 'self-approval', article: 'REG 32' };
  const over = (consultationId: string): StepInput => ({ type: 'overrideThirdParty', consultationId, publicInterest: 'safety' });
  const decide: StepInput = { type: 'decideItem', itemId: 'item-1', ...GRANTED };
  /** A third party that has refused. */
  function refused(by = personOf('caseworker')): { readonly life: Life; readonly letter: string } {
    const life = acceptedOn('2025-09-08');
    const letter = asked(life, 'askThirdParty', '2025-09-09', '2025-09-10');
    life.on('2025-09-12').take({ type: 'recordAnswer', consultationId: letter, answer: 'refuse', grounds: 'secret' }, by);
    return { life, letter };
  }

  test('not by who recorded the refusal, nor by who decided the item', () => {
    const recorded = refused(everybody);
    expect(recorded.life.refusal(over(recorded.letter), everybody)).toEqual(OWN);
    const { life, letter } = refused();
    life.take(decide, everybody);
    expect(life.refusal(over(letter), everybody)).toEqual(OWN);
    life.take(over(letter));
    expect(life.now.file.consultations).toMatchObject([{ answeredBy: 'the-caseworker', setAside: [{ by: 'the-approver' }] }]);
  });

  test('and who found it first does not decide to give it out; to refuse it they may', () => {
    const { life, letter } = refused();
    life.take(over(letter), everybody);
    expect(life.refusal(decide, everybody)).toEqual(OWN);
    life.take({ type: 'decideItem', itemId: 'item-1', ...REFUSED }, everybody);
    life.take(decide);
  });

  test('in whose place it was found, they have found it as well', () => {
    const { life, letter } = refused();
    const delegatedOn = localDate('2025-09-01');
    const absent: Hand = { id: everybody.id, roles: ['approver'], ogiHead: false, titles: [], delegatedOn };
    const deputy: Actor = { id: 'the-deputy', roles: ['caseworker'], ogiHead: false, titles: [], standsFor: [absent] };
    expect(life.take(over(letter), deputy).fact).toMatchObject({ actingFor: everybody.id });
    for (const one of [everybody, deputy]) expect(life.refusal(decide, one)).toEqual(OWN);
    life.take(decide);
  });
});

test('a letter that was never sent is neither answered nor, once the case is in the archive, sent', () => {
  const life = acceptedOn('2025-09-08');
  const noticeId = idOf(life.take({ type: 'askThirdParty', party: 'somebody', dispatchedOn: null }));
  const answer: StepInput = { type: 'recordAnswer', consultationId: noticeId, answer: 'agree' };
  expect(life.refusal(answer)).toEqual({ code: 'step-not-permitted', reason: 'no-consultation-open' });
  life.on('2025-09-12').take({ type: 'withdraw', how: 'letter' });
  expect(life.steps().permitted.map(({ type }) => type)).toContain('dispatchNotice');
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  expect(life.refusal({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001892CN' })).toEqual({
    code: 'step-not-permitted',
    reason: 'not-at-this-stage',
  });
});
