import { USUAL_ATTRIBUTE } from '@gongkai/contracts';
import { standingAttribute } from '@gongkai/lifecycle';
import type { Life } from '../support/life.js';
import { acceptedOn, GRANTED } from '../support/roads.js';

const item = { itemId: 'item-1' };
const WHY = '载有第三方的联系方式';

/** A draft that was submitted to its review. */
function drafted(proposal: object = {}): Life {
  const life = acceptedOn('2026-03-02');
  life.take({ type: 'decideItem', ...item, ...GRANTED });
  life.take({ type: 'submitReview', ...item, ...proposal });
  return life;
}

/** Reviewed, submitted and approved. */
function approved(life: Life, opinion: object = {}): Life {
  life.take({ type: 'passReview', ...item, ...opinion });
  life.take({ type: 'submitForApproval' });
  life.take({ type: 'approve' });
  return life;
}

const attributeOf = ({ now: { file } }: Life) => file.round.reply.attribute;

describe('the public attribute of a reply', () => {
  test('of which nobody says anything is on application, and the signature fixes it', () => {
    const life = approved(drafted());
    expect([attributeOf(life), standingAttribute(attributeOf(life))]).toEqual([
      { proposed: null, opined: null, fixed: null },
      USUAL_ATTRIBUTE,
    ]);
    life.take({ type: 'signReply' });
    expect(attributeOf(life).fixed).toEqual({
      attribute: 'on_application',
      by: 'the-approver',
      actingFor: null,
      on: '2026-03-02',
    });
    expect(life.replayed()).toEqual(life.now);
  });

  test('is proposed by the drafter, opined by the reviewer, fixed by who signs: each is seen beside the others', () => {
    const life = approved(drafted({ attribute: 'public' }), { attribute: 'on_application', attributeReason: WHY });
    expect(standingAttribute(attributeOf(life))).toBeNull();
    expect(life.refusal({ type: 'signReply' })).toEqual({ code: 'invalid-request', fields: ['attribute required'] });
    life.take({ type: 'signReply', attribute: 'on_application' });
    expect(attributeOf(life)).toMatchObject({
      proposed: { attribute: 'public', by: 'the-caseworker' },
      opined: { attribute: 'on_application', reason: WHY, by: 'the-reviewer' },
      // Who follows somebody takes over the reason.
      fixed: { attribute: 'on_application', reason: WHY, by: 'the-approver' },
    });
  });

  test.each([
    ['not public without a ground', { attribute: 'not_public' }, 'attributeReason'],
    ['a ground of nothing', { attributeReason: WHY }, 'attribute'],
  ])('a draft that says %s is refused', (_name, said, field) => {
    const refused = { code: 'invalid-request', fields: [`${field} required`] };
    expect(drafted().refusal({ type: 'submitReview', ...item, ...said })).toEqual(refused);
  });

  test('a reviewer or signer who differs says why; who follows a ground need not repeat it', () => {
    const life = drafted({ attribute: 'not_public', attributeReason: WHY });
    const refused = { code: 'invalid-request', fields: ['attributeReason required'] };
    expect(life.refusal({ type: 'passReview', ...item, attribute: 'public' })).toEqual(refused);
    approved(life, { attribute: 'not_public' });
    expect(life.refusal({ type: 'signReply', attribute: 'public' })).toEqual(refused);
    life.take({ type: 'signReply' });
    expect(attributeOf(life).fixed).toMatchObject({ attribute: 'not_public', reason: WHY });
  });

  test('sent back after the signature it is open again, with what drafter and reviewer said', () => {
    const life = approved(drafted({ attribute: 'public' }), { attribute: 'public' });
    life.take({ type: 'signReply' });
    life.take({ type: 'sendBack', reason: '日期有误' });
    expect(attributeOf(life)).toMatchObject({ proposed: { attribute: 'public' }, opined: {}, fixed: null });
    life.take({ type: 'submitForApproval', attribute: 'on_application' });
    expect(standingAttribute(attributeOf(life))).toBeNull();
  });
});
