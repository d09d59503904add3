import type { PostTitle } from '@gongkai/contracts';
import type { Actor, CaseLaw } from '@gongkai/lifecycle';
import { chainFor, parseApprovalChains, postsAsked } from '@gongkai/statutes';
import { LAW, Life, type StepInput } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { REFUSED } from '../support/roads.js';

const FILE = `
id: test
chains:
  usual: { steps: [approver] }
  by_three: { steps: [unit_head, office_director, leader] }
  by_one: { steps: [unit_head, unit_head], onePerson: true }
uses:
  - { organs: [lenient], chain: by_one }
  - { codes: [refused, partly_granted], chain: by_three }
  - { chain: usual }
`;
const approvals = parseApprovalChains(FILE, 'approvals.yaml');
const law: CaseLaw = { ...LAW, approvals };

test('the posts that drafts of an organ can need, and none behind a line for every draft', () => {
  const withLegal = { ...approvals, legalReviews: [{ organs: ['strict'], overrides: true as const }] };
  expect(postsAsked(withLegal, 'lenient')).toEqual(['unit_head']);
  expect(postsAsked(withLegal, 'strict')).toEqual(['unit_head', 'office_director', 'leader', 'legal']);
});

const bearing = (title: PostTitle, id = `the-${title}`): Actor => ({
  id,
  roles: ['approver'],
  ogiHead: false,
  titles: [title],
});
const [head, director, leader] = [bearing('unit_head'), bearing('office_director'), bearing('leader')];
const approver: Actor = { id: 'an-approver', roles: ['approver'], ogiHead: true };

/** A draft that is submitted. */
function submitted(decision: object = REFUSED, organ?: string): Life {
  const life = drafted(new Life(atCounter('2026-03-02'), { law, ...(organ === undefined ? {} : { organ }) }), decision);
  life.take({ type: 'submitForApproval' });
  return life;
}

function drafted(life: Life, decision: object = REFUSED): Life {
  life.take({ type: 'accept' });
  life.take({ type: 'decideItem', itemId: 'item-1', ...decision });
  return life;
}

const APPROVE: StepInput = { type: 'approve' };

describe('a chain of approval', () => {
  test('is that of the first line that fits the organ and the decisions of the draft', () => {
    const of = (organ: string | undefined, ...codes: Parameters<typeof chainFor>[2]): string | undefined =>
      chainFor(approvals, organ, codes)?.id;
    expect([of('any', 'granted'), of('any', 'granted', 'refused'), of('lenient', 'refused'), of(undefined, 'refused')]).toEqual([
      ...['usual', 'by_three', 'by_one', 'by_three'],
    ]);
  });

  test.each([
    ['names a chain that is not there', FILE.replace('chain: by_one }', 'chain: by_four }'), /names by_four/],
    ['has a chain that nothing uses', FILE.replace(/.*lenient.*\n/, ''), /is used nowhere/],
    ['leaves drafts without one', FILE.replace(/.*chain: usual }\n/, ''), /must fit every draft/],
    ['asks for a post that there is not', FILE.replace('office_director', 'secretary'), /chains/],
  ])('a file that %s is refused with its line', (_name, broken, message) => {
    expect(() => parseApprovalChains(broken, 'approvals.yaml')).toThrow(message);
  });

  test('each step is that of its post, and the reply is approved by the last', () => {
    const life = submitted();
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approve', title: 'unit_head' });
    expect(life.refusal(APPROVE, approver)).toEqual({ code: 'approval-of-another-post' });
    expect(life.refusal(APPROVE, leader)).toEqual({ code: 'approval-of-another-post' });
    life.take({ ...APPROVE, reason: 'as the digest says' }, head);
    expect(life.standing).toMatchObject({ state: 'approving', turn: { step: 'approve', title: 'office_director' } });
    expect(life.now.file.round.reply).toMatchObject({
      approvedBy: null,
      approvals: [{ by: head.id, reason: 'as the digest says' }],
    });
    life.take(APPROVE, director);
    life.take(APPROVE, leader);
    expect(life.now.file.round.reply).toMatchObject({ approvedBy: leader.id, approvals: [{}, {}, {}] });
    expect(life.standing.turn).toMatchObject({ step: 'signReply', title: 'leader' });
    expect(life.refusal({ type: 'signReply' }, approver)).toEqual({ code: 'approval-of-another-post' });
    life.take({ type: 'signReply' }, leader);
    expect(life.replayed()).toEqual(life.now);
  });

  test('is told before it is tried', () => {
    const { refused } = submitted().steps(approver);
    const [told] = refused.filter(({ type }) => type === 'approve');
    expect(told).toMatchObject({
      code: 'approval-of-another-post',
      reason: expect.stringContaining('the unit head'),
    });
  });

  test('sent back from any step it begins anew, by whoever may approve that step and nobody else', () => {
    const life = submitted();
    life.take(APPROVE, head);
    const back: StepInput = { type: 'sendBack', reason: 'the article is another' };
    expect([head, leader, approver].map((other) => life.refusal(back, other).code)).toEqual(
      Array(3).fill('approval-of-another-post'),
    );
    expect(life.steps(leader).refused).toContainEqual(
      expect.objectContaining({ type: 'sendBack', reason: expect.stringContaining('the office director') }),
    );
    life.take({ type: 'sendBack', reason: 'the article is another' }, director);
    expect(life.now.file.round.reply).toMatchObject({ chain: null, approvals: [] });
    life.take({ type: 'submitForApproval', unchanged: 'it is this article' });
    expect(life.standing.turn).toMatchObject({ title: 'unit_head' });
  });

  test('nobody stands for two steps, unless it allows that', () => {
    const both: Actor = { ...head, titles: ['unit_head', 'office_director'] };
    const life = submitted();
    life.take(APPROVE, both);
    expect(life.refusal(APPROVE, both)).toEqual({ code: 'approved-before' });
    expect(life.steps(both).refused).toContainEqual(expect.objectContaining({ type: 'approve', code: 'approved-before' }));
    const lenient = submitted(REFUSED, 'lenient');
    lenient.take(APPROVE, head);
    lenient.take(APPROVE, head);
    expect(lenient.now.file.round.reply.approvedBy).toBe(head.id);
  });

  test('a draft is not submitted under a step that nobody could take: its title is borne by nobody, or by who drafted it', () => {
    const posts = { unit_head: head.id, office_director: director.id, leader: leader.id };
    const under = (bearers: Partial<typeof posts>): Life => {
      const titles = Object.keys(bearers) as (keyof typeof posts)[];
      const life = drafted(new Life(atCounter('2026-03-02'), { law }));
      life.borne = titles.map((title) => ({ title, personId: bearers[title] ?? '' }));
      return life;
    };
    const submit: StepInput = { type: 'submitForApproval' };
    const { leader: _, ...without } = posts;
    expect(under(without).refusal(submit)).toEqual({ code: 'approval-post-vacant' });
    expect(under({ ...posts, leader: 'the-caseworker' }).refusal(submit)).toEqual({ code: 'approval-post-vacant' });
    expect(under(posts).take(submit).fact.type).toBe('SUBMITTED_FOR_APPROVAL');
  });

  test('whoever drafted it stands for none of them', () => {
    const life = submitted();
    expect(life.refusal(APPROVE, bearing('unit_head', 'the-caseworker'))).toEqual({ code: 'self-approval', article: 'REG 17' });
  });

  test('a draft under way keeps the chain it was submitted under', () => {
    const life = submitted();
    const now = {
      ...life.law,
      approvals: parseApprovalChains(FILE.replace('[unit_head, office_director, leader]', '[leader]'), 'a'),
    };
    const later = new Life(atCounter('2026-03-02'), { law: now });
    later.now = life.now;
    expect(later.standing.turn).toMatchObject({ title: 'unit_head' });
  });

  test('a usual draft goes by the word of any one approver, and its journal says nothing of a chain', () => {
    const life = submitted({ code: 'already_public', otherOrgan: '门户网站' });
    expect(life.journal.at(-1)?.fact).not.toHaveProperty('chain');
    life.take(APPROVE, approver);
    expect(life.now.file.round.reply).toMatchObject({ approvedBy: approver.id, approvals: [{ by: approver.id }] });
  });
});
