import type { Actor, CaseLaw } from '@gongkai/lifecycle';
import { legalReviewFor, parseApprovalChains } from '@gongkai/statutes';
import { LAW, Life, personOf, type StepInput } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { REFUSED } from '../support/roads.js';

const FILE = `
id: test
chains:
  usual: { steps: [approver] }
  by_three: { steps: [unit_head, office_director, leader] }
uses:
  - { organs: [science], chain: by_three }
  - { chain: usual }
legalReviews:
  - { organs: [science], codes: [refused] }
  - { grounds: [third_party_rights] }
  - { organs: [transport], overrides: true }
`;
const approvals = parseApprovalChains(FILE, 'approvals.yaml');
const law: CaseLaw = { ...LAW, approvals };
const item = { itemId: 'item-1' };
const WHY = '依据应引第十六条第二款';
const SUBMIT: StepInput = { type: 'submitForApproval' };
const APPROVE: StepInput = { type: 'approve' };
const review = (opinion: string, reason?: string): StepInput => ({
  type: 'reviewLegally',
  opinion,
  ...(reason === undefined ? {} : { reason }),
});
const bearing = (title: 'unit_head' | 'office_director' | 'leader'): Actor => ({
  id: `the-${title}`,
  roles: ['approver'],
  ogiHead: false,
  titles: [title],
});

function drafted(organ = 'science'): Life {
  const life = new Life(atCounter('2026-03-02'), { law, organ });
  life.take({ type: 'accept' });
  life.take({ type: 'decideItem', ...item, ...REFUSED });
  return life;
}

function submitted(organ?: string): Life {
  const life = drafted(organ);
  life.take(SUBMIT);
  return life;
}

describe('a legal review', () => {
  test('is asked for where every condition of a line is met', () => {
    const draft = { codes: [], grounds: [], overrides: false };
    const asks = (organ: string | undefined, of: Partial<Parameters<typeof legalReviewFor>[2]>): boolean =>
      legalReviewFor(approvals, organ, { ...draft, ...of });
    expect([asks('science', { codes: ['refused'] }), asks('science', {}), asks('police', { codes: ['refused'] })]).toEqual([
      ...[true, false, false],
    ]);
    expect([asks(undefined, { grounds: ['third_party_rights'] }), asks('transport', { overrides: true })]).toEqual([true, true]);
    expect(asks('transport', {})).toBe(false);
    expect(parseApprovalChains(FILE.split('legalReviews')[0] ?? '', 'approvals.yaml').legalReviews).toEqual([]);
  });

  test('goes before the chain: nobody approves without it, and the refusal says whose it is', () => {
    const life = submitted();
    expect(life.standing.turn).toMatchObject({ role: 'legal', step: 'reviewLegally' });
    expect(life.refusal(APPROVE, bearing('unit_head'))).toEqual({ code: 'step-not-permitted', reason: 'legal-review-missing' });
    expect(life.steps(bearing('unit_head')).refused.find(({ type }) => type === 'approve')?.reason).toContain('legal reviewer');
    life.take(review('remarks', WHY));
    expect(life.now.file.round.reply.legal.review).toMatchObject({ by: 'the-legal', opinion: 'remarks', reason: WHY });
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approve', title: 'unit_head' });
    expect(life.refusal(review('agrees'))).toMatchObject({ reason: 'no-legal-review-owed' });
    for (const title of ['unit_head', 'office_director', 'leader'] as const) life.take(APPROVE, bearing(title));
    life.take({ type: 'signReply' }, bearing('leader'));
    expect(life.replayed()).toEqual(life.now);
  });

  test('objects with reasons: the draft is its caseworker’s again, and is reviewed anew', () => {
    const life = submitted();
    expect(life.refusal(review('objects'))).toEqual({ code: 'invalid-request', fields: ['reason required'] });
    life.take(review('objects', WHY));
    expect(life.standing).toMatchObject({ state: 'accepted', turn: { role: 'caseworker', sentBackFor: WHY } });
    expect(life.refusal(SUBMIT)).toEqual({ code: 'invalid-request', fields: ['unchanged as-sent-back'] });
    life.take({ ...SUBMIT, unchanged: '该条已核对' });
    expect(life.standing.turn).toMatchObject({ role: 'legal' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('stands for exactly its draft: unchanged it need not be given again, changed it is redone', () => {
    const life = submitted();
    life.take(review('agrees'));
    life.take({ type: 'sendBack', reason: '再核对日期' }, bearing('unit_head'));
    life.take({ ...SUBMIT, unchanged: '日期核对无误' });
    expect(life.standing.turn).toMatchObject({ role: 'approver', title: 'unit_head' });
    life.take({ type: 'sendBack', reason: '理由不清' }, bearing('unit_head'));
    life.take({ type: 'decideItem', ...item, ...REFUSED, reasons: '讨论纪要尚未定稿' });
    life.take(SUBMIT);
    expect(life.standing.turn).toMatchObject({ role: 'legal' });
    expect(life.refusal({ ...review('agrees'), draft: '0'.repeat(64) })).toMatchObject({ code: 'draft-changed' });
  });

  test('is somebody else’s than who drafted it, and no draft waits for a reviewer that there is not', () => {
    const drafter: Actor = { ...personOf('legal'), id: 'the-caseworker' };
    const life = submitted();
    expect(life.refusal(review('agrees'), drafter)).toMatchObject({ code: 'self-approval' });
    expect(life.steps(drafter).refused.find(({ type }) => type === 'reviewLegally')).toMatchObject({ code: 'self-approval' });
    const alone = drafted();
    const titles = (['unit_head', 'office_director', 'leader'] as const).map((title) => ({ title, personId: title }));
    alone.borne = titles;
    expect(alone.refusal(SUBMIT)).toEqual({ code: 'legal-reviewer-vacant' });
    alone.borne = [...titles, { title: 'legal', personId: 'the-legal' }];
    alone.take(SUBMIT);
  });

  test('where none is asked for, the journal says nothing of it and none is given', () => {
    const life = submitted('police');
    expect(life.journal.at(-1)?.fact).not.toHaveProperty('legalReview');
    expect(life.refusal(review('agrees'))).toMatchObject({ reason: 'no-legal-review-owed' });
    life.take(APPROVE);
  });
});
