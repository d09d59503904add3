import { localDate } from '@gongkai/calendar';
import type { Actor, Hand } from '@gongkai/lifecycle';
import { parseApprovalChains } from '@gongkai/statutes';
import { LAW, Life, personOf } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { REFUSED } from '../support/roads.js';

const approvals = parseApprovalChains(
  `
id: test
chains:
  by_two: { steps: [unit_head, leader] }
  usual: { steps: [approver] }
uses:
  - { codes: [refused], chain: by_two }
  - { chain: usual }
`,
  'approvals.yaml',
);

const delegatedOn = localDate('2026-02-27');
const head: Hand = { id: 'the-head', roles: ['approver'], ogiHead: true, titles: ['unit_head'], delegatedOn };
const leader: Hand = { id: 'the-leader', roles: ['approver'], ogiHead: false, titles: ['leader'], delegatedOn };
const deputy = (...standsFor: readonly Hand[]): Actor => ({
  ...{ id: 'the-deputy', roles: ['caseworker'], ogiHead: false, titles: [] },
  standsFor,
});

const APPROVE = { type: 'approve' } as const;

function submitted(by: Actor = personOf('caseworker')): Life {
  const life = new Life(atCounter('2026-03-02'), { law: { ...LAW, approvals } });
  life.take({ type: 'accept' });
  life.take({ type: 'decideItem', itemId: 'item-1', ...REFUSED }, by);
  life.take({ type: 'submitForApproval' });
  return life;
}

describe('somebody who acts for another', () => {
  test('takes the step of that post, and the fact says for whom and since when', () => {
    const life = submitted();
    expect(life.refusal(APPROVE, deputy(leader))).toEqual({ code: 'approval-of-another-post' });
    expect(life.steps(deputy(head)).permitted.map(({ type }) => type)).toEqual(expect.arrayContaining(['approve', 'sendBack']));
    expect(life.take(APPROVE, deputy(head)).fact).toMatchObject({ actingFor: 'the-head', delegatedOn });
    expect(life.now.file.round.reply.approvals).toMatchObject([{ by: 'the-deputy', actingFor: 'the-head', delegatedOn }]);
    life.take({ type: 'sendBack', reason: 'the ground is another' }, deputy(leader));
    expect(life.journal.at(-1)?.fact).toMatchObject({ type: 'SENT_BACK', actingFor: 'the-leader' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('stands for one step of a chain only, whoever they act for, and so does whom they act for', () => {
    const life = submitted();
    life.take(APPROVE, deputy(head));
    expect(life.refusal(APPROVE, deputy(head, leader))).toEqual({ code: 'approved-before' });
    const headInPlaceOfLeader: Actor = { ...head, standsFor: [leader] };
    expect(life.refusal(APPROVE, headInPlaceOfLeader)).toEqual({ code: 'approved-before' });
  });

  test('takes no step after which nobody would be left for a later one: whom they act for signs, or another bears that title', () => {
    const both: Actor = { ...leader, standsFor: [head] };
    const life = submitted();
    const bears = (personId: string, title: 'unit_head' | 'leader') => ({ personId, title });
    life.borne = [bears(head.id, 'unit_head'), bears(leader.id, 'leader')];
    expect(life.refusal(APPROVE, both)).toEqual({ code: 'approval-leaves-nobody' });
    life.borne = [...life.borne, bears('another', 'leader')];
    life.take(APPROVE, both);
    const alone = submitted();
    alone.borne = [bears(head.id, 'unit_head'), bears(leader.id, 'leader')];
    alone.take(APPROVE, head);
    alone.take(APPROVE, both);
    expect(alone.now.file.round.reply.approvedBy).toBe(leader.id);
  });

  test('approves neither what they drafted nor what that person drafted', () => {
    const own = { code: 'self-approval', article: 'REG 17' };
    expect(submitted(deputy()).refusal(APPROVE, deputy(head))).toEqual(own);
    const life = submitted({ ...head, roles: ['caseworker', 'approver'] });
    expect(life.refusal(APPROVE, deputy(head))).toEqual(own);
    expect(life.steps(deputy(head)).refused).toContainEqual(expect.objectContaining({ type: 'approve', code: 'self-approval' }));
  });

  test('what their own post is enough for they do in their own place', () => {
    const life = submitted();
    const both: Actor = { ...deputy(head), roles: ['approver'], titles: ['unit_head'] };
    expect(life.take(APPROVE, both).fact).not.toHaveProperty('actingFor');
  });

  test('does not confirm what that person has corrected: only that post would be enough for it', () => {
    const life = submitted();
    const waiting = { entryId: 'entry-2', reason: 'fact-corrected', about: 'entry-1', by: 'the-head' } as const;
    life.now = { ...life.now, file: { ...life.now.file, toConfirm: [waiting] } };
    const confirm = { type: 'confirmFact', entryId: 'entry-2' } as const;
    expect(life.refusal(confirm, deputy(head))).toEqual({ code: 'self-approval' });
    expect(life.steps(deputy(head)).refused).toContainEqual(
      expect.objectContaining({ type: 'confirmFact', code: 'self-approval' }),
    );
    expect(life.take(confirm, deputy(leader)).fact).toMatchObject({ type: 'FACT_CONFIRMED', actingFor: 'the-leader' });
  });

  test('takes no step of another role of that person', () => {
    const clerkToo: Hand = { ...head, roles: ['approver'] };
    expect(submitted().refusal({ type: 'passReview', itemId: 'item-1' }, deputy(clerkToo))).toEqual({ code: 'role-missing' });
  });

  describe('of two people whose posts would do', () => {
    const two = deputy(head, leader);
    const waiting = (by?: Actor): Life => {
      const life = new Life(atCounter('2026-03-02'), { law: { ...LAW, approvals } });
      life.take({ type: 'accept' });
      life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: 'www.example.cn/budget' }, by);
      life.take({ type: 'submitForApproval' });
      return life;
    };
    const choices = (life: Life, type = 'approve') => life.steps(two).permitted.find((step) => step.type === type)?.inPlaceOf;

    test('says for whom; a guess would put the wrong name under the approval', () => {
      const life = waiting();
      expect(choices(life)).toEqual(['the-head', 'the-leader']);
      expect(life.refusal(APPROVE, two)).toEqual({ code: 'invalid-request', fields: ['inPlaceOf principal-to-choose'] });
      expect(life.take({ ...APPROVE, inPlaceOf: 'the-leader' }, two).fact).toMatchObject({ actingFor: 'the-leader' });
    });

    test('is asked for those alone whom the law lets approve it', () => {
      const life = waiting({ ...head, roles: ['caseworker', 'approver'] });
      expect(choices(life)).toEqual(['the-leader']);
      expect(life.refusal({ ...APPROVE, inPlaceOf: 'the-head' }, two)).toMatchObject({ code: 'self-approval' });
      expect(life.take({ ...APPROVE, inPlaceOf: 'the-leader' }, two).fact).toMatchObject({ actingFor: 'the-leader' });
      const both = waiting(two);
      expect(both.steps(two).refused).toContainEqual(expect.objectContaining({ type: 'approve', code: 'self-approval' }));
    });

    test('is not asked where the chain, or their own post, leaves no choice', () => {
      expect(choices(submitted())).toBeUndefined();
      const life = waiting();
      const own: Actor = { ...two, roles: ['approver'] };
      expect(life.steps(own).permitted.find(({ type }) => type === 'approve')).not.toHaveProperty('inPlaceOf');
      expect(life.take(APPROVE, own).fact).not.toHaveProperty('actingFor');
    });

    test('names nobody who has given them nothing', () => {
      const refused = waiting().refusal({ ...APPROVE, inPlaceOf: 'the-mayor' }, two);
      expect(refused).toEqual({ code: 'invalid-request', fields: ['inPlaceOf not-delegated'] });
    });

    test('confirms for the one of them who has not written the entry', () => {
      const life = submitted();
      const entry = { entryId: 'entry-2', reason: 'fact-corrected', about: 'entry-1', by: 'the-head' } as const;
      life.now = { ...life.now, file: { ...life.now.file, toConfirm: [entry] } };
      expect(choices(life, 'confirmFact')).toEqual(['the-leader']);
      const step = life.steps(two).permitted.find(({ type }) => type === 'confirmFact');
      expect(step?.subjects).toEqual([{ field: 'entryId', id: 'entry-2' }]);
    });
  });
});
