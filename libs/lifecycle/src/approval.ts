import { Refusal, type CommandType, type PostTitle } from '@gongkai/contracts';
import { draftersOf, type CaseFile } from './case-file.js';
import { stepsOfChain, type ChainInForce } from './chain-in-force.js';
import type { Judgement } from './judgements.js';
import { handsOf, mayConfirm, mayTakeAlone, type Actor, type Hand } from './permissions.js';

/** The title that the post of whoever approves next has to bear, or signs once all have approved; null where any approver may. */
function titleAsked({ round: { reply } }: CaseFile): PostTitle | null {
  const steps = stepsOfChain(reply.chain);
  const step = steps[reply.approvals.length] ?? steps.at(-1);
  return step === undefined || step === 'approver' ? null : step;
}

/** The steps that go by the chain: whoever may not sign a draft may not send it back either. */
const BY_CHAIN: ReadonlySet<string> = new Set<CommandType>(['approve', 'sendBack', 'signReply']);

/** The title that a step asks for; null where it is not the chain's. */
export const titleFor = (step: CommandType | null, file: CaseFile): PostTitle | null =>
  step !== null && BY_CHAIN.has(step) ? titleAsked(file) : null;

/** A step with what it is about: an entry that is confirmed decides whose post is enough. */
export type Taking = { readonly step: CommandType; readonly entryId?: string | undefined };

function isAbleTo(hand: Hand, { step, entryId }: Taking, file: CaseFile): boolean {
  const title = titleFor(step, file);
  if (!mayTakeAlone(hand, step) || (title !== null && !(hand.titles?.includes(title) ?? false))) return false;
  const entry = file.toConfirm.find((one) => one.entryId === entryId);
  return entry === undefined || mayConfirm(entry, hand.roles);
}

/** In whose place a person takes a step: in their own where their post is enough, else in that of whom they act for. */
export function handFor(actor: Actor, taking: Taking, file: CaseFile): Hand {
  const hands = handsOf(actor);
  return hands.find((hand) => isAbleTo(hand, taking, file)) ?? hands.find((hand) => mayTakeAlone(hand, taking.step)) ?? actor;
}

/** Among whom somebody has to choose in whose place they take a step: nobody where their own post is enough, or only one's is. */
function principalsFor(actor: Actor, taking: Taking, file: CaseFile): readonly Hand[] {
  const able = isAbleTo(actor, taking, file) ? [] : (actor.standsFor ?? []).filter((hand) => isAbleTo(hand, taking, file));
  return able.length > 1 ? able : [];
}

const inPlaceOfOne = ({ id }: Actor, hand: Hand): Actor => ({ id, roles: [], ogiHead: false, standsFor: [hand] });

/** The ways in which somebody can take a step: with all they may act by, or in the place of each among whom they have to choose. */
export function waysFor(actor: Actor, step: CommandType, file: CaseFile): readonly Actor[] {
  const takings = step === 'confirmFact' ? file.toConfirm.map(({ entryId }) => ({ step, entryId })) : [{ step }];
  const principals = new Set(takings.flatMap((taking) => principalsFor(actor, taking, file)));
  return principals.size === 0 ? [actor] : [...principals].map((hand) => inPlaceOfOne(actor, hand));
}

/** Who acts, where they said in whose place: by that delegation alone. @throws Refusal where that person has given them none */
export function actingAs(actor: Actor, principal: string | undefined): Actor {
  if (principal === undefined) return actor;
  const hand = actor.standsFor?.find(({ id }) => id === principal);
  if (hand === undefined) throw new Refusal('invalid-request', [{ path: 'inPlaceOf', code: 'not-delegated' }]);
  return inPlaceOfOne(actor, hand);
}

/** @throws Refusal where it is not said in whose place, and the posts of several would do: nobody is put under it by a guess */
export function needPrincipal(actor: Actor, taking: Taking, file: CaseFile): void {
  if (principalsFor(actor, taking, file).length > 0)
    throw new Refusal('invalid-request', [{ path: 'inPlaceOf', code: 'principal-to-choose' }]);
}

/** Who is held to have taken a step: the person, and whom they act for. */
export const selvesOf = (actor: Actor, taking: Taking, file: CaseFile): readonly string[] => [
  ...new Set([actor.id, handFor(actor, taking, file).id]),
];

/** The step belongs to the post that the chain names. */
export function stepOfPost(actor: Actor, step: CommandType, file: CaseFile): Judgement {
  const title = titleFor(step, file);
  if (title === null || isAbleTo(handFor(actor, { step }, file), { step }, file)) return null;
  return { code: 'approval-of-another-post', facts: { post: title } };
}

/** Who bears a title in the organ of a case, or reviews legally there. */
export type TitleBorne = { readonly title: PostTitle | 'legal'; readonly personId: string };

/** Nor does a draft wait for a legal reviewer that there is not, beside who has drafted it. */
export const legalReviewerThere = (file: CaseFile, borne: readonly TitleBorne[]): Judgement =>
  borne.some(({ title, personId }) => title === 'legal' && !draftersOf(file).includes(personId))
    ? null
    : { code: 'legal-reviewer-vacant' };

/** A draft goes up no chain with a step that nobody could take: nobody bears its title, or only who has drafted it. */
export function postsFilled(chain: ChainInForce, file: CaseFile, borne: readonly TitleBorne[]): Judgement {
  const drafters = draftersOf(file);
  const others = borne.filter(({ personId }) => !drafters.includes(personId)).map(({ title }) => title);
  const post = chain.steps.find((step) => step !== 'approver' && !others.includes(step));
  return post === undefined ? null : { code: 'approval-post-vacant', facts: { post } };
}

/**
 * Who signs for somebody else takes no step by which nobody would be left for a later one: two steps are two persons', and whom they act
 * for can still sign. @param file with the approval in it
 */
export function laterStepsFilled(file: CaseFile, borne: readonly TitleBorne[]): Judgement {
  const { chain, approvals } = file.round.reply;
  if (chain === null || chain.onePerson) return null;
  const signed = approvals.flatMap(({ by, actingFor }) => [by, actingFor]);
  const left = borne.filter(({ personId }) => !signed.includes(personId) && !draftersOf(file).includes(personId));
  const post = chain.steps
    .slice(approvals.length)
    .find((step) => step !== 'approver' && !left.some(({ title }) => title === step));
  return post === undefined ? null : { code: 'approval-leaves-nobody', facts: { post } };
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
