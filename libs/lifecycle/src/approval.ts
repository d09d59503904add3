import type { CommandType, PostTitle } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import { stepsOfChain } from './chain-in-force.js';
import type { Judgement } from './judgements.js';
import { handsOf, mayTakeAlone, type Actor, type Hand } from './permissions.js';

/** The title that the post of whoever approves next has to bear, or signs once all have approved; null where any approver may. */
export function titleAsked({ round: { reply } }: CaseFile): PostTitle | null {
  const steps = stepsOfChain(reply.chain);
  const step = steps[reply.approvals.length] ?? steps.at(-1);
  return step === undefined || step === 'approver' ? null : step;
}

/** The steps that go by the chain. */
const BY_CHAIN: ReadonlySet<string> = new Set<CommandType>(['approve', 'signReply']);

const isAbleTo = (hand: Hand, step: CommandType, file: CaseFile): boolean => {
  const title = BY_CHAIN.has(step) ? titleAsked(file) : null;
  return mayTakeAlone(hand, step) && (title === null || (hand.titles?.includes(title) ?? false));
};

/** In whose place a person takes a step: in their own where their post is enough, else in that of whom they act for. */
export function handFor(actor: Actor, step: CommandType, file: CaseFile): Hand {
  const hands = handsOf(actor);
  return hands.find((hand) => isAbleTo(hand, step, file)) ?? hands.find((hand) => mayTakeAlone(hand, step)) ?? actor;
}

/** Who is held to have taken a step: the person, and whom they act for. */
export const selvesOf = (actor: Actor, step: CommandType, file: CaseFile): readonly string[] => [
  ...new Set([actor.id, handFor(actor, step, file).id]),
];

/** The step belongs to the post that the chain names. */
export function stepOfPost(actor: Actor, step: CommandType, file: CaseFile): Judgement {
  const title = BY_CHAIN.has(step) ? titleAsked(file) : null;
  if (title === null || isAbleTo(handFor(actor, step, file), step, file)) return null;
  return { code: 'approval-of-another-post', facts: { post: title } };
}

/** Nobody stands for two steps of a chain, unless it allows that. */
export function stepOfOther({ round: { reply } }: CaseFile, selves: readonly string[]): Judgement {
  if (reply.chain === null || reply.chain.onePerson) return null;
  const given = reply.approvals.flatMap(({ by, actingFor }) => [by, actingFor]);
  return selves.some((self) => given.includes(self)) ? { code: 'approved-before' } : null;
}

/** What goes up the chain is one and the same draft: those before approved what is approved now. */
export const approvedAlike = ({ round: { reply } }: CaseFile, now: () => string): Judgement =>
  reply.approvals.every(({ draft }) => draft === null || draft === now()) ? null : { code: 'draft-changed', article: 'REG 17' };
