import { addDays, type LocalDate } from '@gongkai/calendar';
import {
  COMMAND_TYPES,
  limitOf,
  type CommandType,
  type Language,
  type CaseLedger,
  type Limit,
  type Reason,
  type RetentionPeriod,
} from '@gongkai/contracts';
import { approvedAlike, selvesOf, stepOfOther, stepOfPost, waysFor } from './approval.js';
import { ledgerOf, situationIn } from './case-law.js';
import { openingsOf } from './chart.js';
import { draftersOf } from './case-file.js';
import { cameBack } from './case-notice.js';
import type { Asking, CaseNow } from './decide.js';
import { triesOf } from './delivery.js';
import { otherWaysFailed } from './last-resort.js';
import { draftOf, draftUnchanged } from './draft.js';
import { reviewedAlike } from './legal-review.js';
import { correctionDue, dayOf, lettersAwaitedUntil, paymentDue, replyDue } from './due.js';
import { reasonsAsked } from './excess.js';
import { isOvercharged } from './fee-notices.js';
import { fileComplete } from './file-complete.js';
import {
  asReason,
  challengeable,
  clockConfirmed,
  confirmed,
  extensionUnsent,
  correctionsConfirmed,
  notOrdered,
  ownProposal,
  ownSubmission,
  consultedHeardBefore,
  thirdPartiesAsked,
  thirdPartiesTold,
} from './judgements.js';
import { periodOrdered } from './ordered-period.js';
import { nobodyPassedOver } from './passed-over.js';
import { mayTake, type Actor } from './permissions.js';
import { closedStep, HELD_BY_ANOTHER, roleMissing } from './reasons.js';
import { refusedStep, type RefusedStep } from './refused-step.js';
import { retentionOf } from './retention.js';
import { stateOf } from './standing.js';
import { articleOfStep, extensionArticle } from './step-articles.js';
import { limitOfStep } from './step-limits.js';
import { confirmableBy, isOwnEntry, subjectsOf, untilOf, type StepSubject, type Waiting } from './step-subjects.js';
import { unticked } from './ticks.js';

/** A step that can be taken now: on which provision, within which limit, about what. */
export type PermittedStep = {
  readonly type: CommandType;
  readonly article?: string;
  readonly limit?: string;
  /** What is to be paid, in yuan. */
  readonly amount?: number;
  readonly until?: LocalDate;
  readonly provisional?: true;
  /** How long the table of retention periods has it kept. */
  readonly retention?: RetentionPeriod;
  readonly subjects?: readonly StepSubject[];
  /** Where the posts of several in whose place this person acts would do: of those the ones for whom nothing stands in the way. */
  readonly inPlaceOf?: readonly string[];
};
export type Steps = { readonly permitted: readonly PermittedStep[]; readonly refused: readonly RefusedStep[] };

/** Every step with its answer for this person today: permitted, or refused with the reason. */
export function stepsOf(now: CaseNow, asking: Asking & { readonly actor: Actor }, language: Language, known?: CaseLedger): Steps {
  const situation = situationIn(now.file, asking.law);
  const openings = openingsOf(now.value, situation);
  const ledger = known ?? ledgerOf(now.file, asking.law, { asOf: asking.today, derivation: false });
  const answers = COMMAND_TYPES.map((type): Answer => {
    if (!mayTake(asking.actor, type)) return { type, refusal: roleMissing(type) };
    const closed = closedStep(type, openings, situation);
    return closed === null ? answerOf(type, now, asking, ledger) : { type, refusal: closed };
  });
  const { law, today, actor } = asking;
  const waiting: Waiting = { file: now.file, ledger, openings, law, today, actor };
  return {
    permitted: answers.flatMap(({ type, refusal, ...way }) =>
      refusal ? [] : [{ ...possible(type, waiting, language), ...way }],
    ),
    refused: answers.flatMap(({ type, refusal }) => (refusal ? [refusedStep(type, refusal, { language, today, law })] : [])),
  };
}

type Answer = Pick<PermittedStep, 'type' | 'inPlaceOf'> & { readonly refusal: Reason | null };

/** What today says to this person, or to each in whose place they could take it: one for whom nothing stands in the way is enough. */
function answerOf(type: CommandType, now: CaseNow, asking: Deciding['asking'], ledger: CaseLedger): Answer {
  const ways = waysFor(asking.actor, type, now.file);
  const [first, ...others] = ways.map((actor) => ({ actor, refusal: decidedByToday(type, now, { ...asking, actor }, ledger) }));
  if (first === undefined || others.length === 0) return { type, refusal: first?.refusal ?? null };
  const open = [first, ...others].filter(({ refusal }) => refusal === null);
  if (open.length === 0) return { type, refusal: first.refusal };
  return { type, refusal: null, inPlaceOf: open.flatMap(({ actor: { standsFor = [] } }) => standsFor.map(({ id }) => id)) };
}

function possible(type: CommandType, waiting: Waiting, language: Language): PermittedStep {
  const { law, ledger, today, openings } = waiting;
  const isPaymentAwaited = openings.has('FEE_NOT_PAID');
  const article = articleOfStep(type, law.statute, { receivedOn: ledger.receivedOn ?? today, isPaymentAwaited });
  const limit = limitOfStep(type, waiting);
  const subjects = subjectsOf(type, waiting);
  return {
    type,
    ...(article === undefined ? {} : { article }),
    ...(limit === null ? {} : { limit: limitOf(limit, language, today), ...untilOf(limit.until, law), ...toPay(type, limit) }),
    ...(subjects === undefined ? {} : { subjects }),
    ...(type === 'file' ? { retention: retentionOf(waiting.file, law.statute, today) } : {}),
  };
}

/** What is to be paid, where that is what the step is for. */
const toPay = (type: CommandType, { facts }: Limit): Pick<PermittedStep, 'amount'> =>
  type === 'recordPayment' && typeof facts?.amount === 'number' && facts.amount > 0 ? { amount: facts.amount } : {};

type Deciding = { readonly now: CaseNow; readonly asking: Asking & { readonly actor: Actor }; readonly ledger: CaseLedger };

/** One that waits to leave is the one there is; where it cannot leave any more, no other can either (REG 33). */
function unsentExtension({ file }: CaseNow, ledger: CaseLedger, { law, today }: Deciding['asking']): Reason | null {
  if (!extensionUnsent(file)) return null;
  const due = dayOf(replyDue(ledger));
  const article = extensionArticle(law.statute, ledger.receivedOn ?? today);
  return asReason(
    due !== null && today > due ? { code: 'proposal-late', article, facts: { due } } : { code: 'second-extension', article },
  );
}

/**
 * Where today has decided already and no earlier day could be told. A step whose last day is past is none of these: the law
 * looks at the day of the fact, so what took place in time can still be recorded.
 */
const decided: Readonly<Partial<Record<CommandType, (deciding: Deciding) => Reason | null>>> = {
  proposeExtension: ({ now, ledger, asking }) =>
    ordered(now) ??
    notRunning(ledger, extensionArticle(asking.law.statute, ledger.receivedOn ?? asking.today)) ??
    unsentExtension(now, ledger, asking),
  // One that left while payment was awaited is typed when that period may be over.
  sendFeeNotice: ({ now, ledger }) => ordered(now) ?? (stateOf(now) === 'awaiting_payment' ? null : notRunning(ledger, 'REG 42')),
  // Whether it is in time may hang on what waits.
  sendCorrectionNotice: (deciding) => ordered(deciding.now) ?? unconfirmed(deciding),
  closeAbandoned: (deciding) => overcharged(deciding) ?? asReason(clockConfirmed(deciding.now.file)) ?? graceLeft(deciding),
  confirmFact: (deciding) => nothingToConfirm(deciding),
  handBack: ({ now, asking: { actor } }) => (now.file.assignee === actor.id ? null : HELD_BY_ANOTHER),
  approveExtension: ({ now, asking: { actor } }) =>
    ordered(now) ?? asReason(ownProposal(now.file, selvesOf(actor, { step: 'approveExtension' }, now.file))),
  passReview: (deciding) => ownReviews(deciding),
  sendBack: (deciding) => ofAnother(deciding, 'sendBack'),
  acceptReasons: ({ now }) => asReason(reasonsAsked(now.file)),
  rejectReasons: ({ now }) => asReason(reasonsAsked(now.file)),
  setDelay: ({ now, ledger }) => ordered(now) ?? notRunning(ledger, 'REG 35'),
  submitForApproval: (deciding) => asReason(thirdPartiesAsked(deciding.now.file)) ?? unheard(deciding),
  reviewLegally: (deciding) => ownDraft(deciding, 'reviewLegally'),
  approve: (deciding) =>
    ofAnother(deciding, 'approve') ??
    approvedBefore(deciding) ??
    ownDraft(deciding, 'approve') ??
    unconfirmed(deciding) ??
    unheard(deciding) ??
    approvedOtherwise(deciding),
  signReply: (deciding) =>
    ofAnother(deciding, 'signReply') ??
    ownDraft(deciding, 'signReply') ??
    unconfirmed(deciding) ??
    unheard(deciding) ??
    changed(deciding),
  dispatch: ({ now, ledger, asking: { law: office, today } }) =>
    asReason(consultedHeardBefore(now.file, ledger, today) ?? thirdPartiesTold(now.file, office, today)),
  serveByPublicNotice: (deciding) => otherWaysOpen(deciding),
  merge: ({ now }) => asReason(notOrdered(now.file)),
  file: ({ now }) => asReason(fileComplete(now.file)),
  split: ({ now }) => asReason(confirmed(now.file)),
  recordComplaint: (deciding) => nothingToChallenge(deciding),
  recordReconsiderationCopy: (deciding) => nothingToChallenge(deciding),
  recordSuitCopy: (deciding) => nothingToChallenge(deciding),
};

const ordered = ({ file }: CaseNow): Reason | null => asReason(periodOrdered(file));

const nothingToChallenge = ({ now, ledger, asking: { today } }: Deciding): Reason | null =>
  asReason(challengeable(today, now.file, ledger));

const decidedByToday = (type: CommandType, now: CaseNow, asking: Deciding['asking'], ledger: CaseLedger): Reason | null =>
  decided[type]?.({ now, asking, ledger }) ?? asReason(unticked(type, now.file, asking.law));

type LawRefusal = 'period-not-over' | 'clock-not-running' | 'self-approval' | 'fee-to-correct';
const changed = ({ now, asking: { digest } }: Deciding): Reason | null => asReason(draftUnchanged(now.file, digest));
const approvedOtherwise = ({ now: { file }, asking: { digest } }: Deciding): Reason | null =>
  asReason(reviewedAlike(file, digest) ?? approvedAlike(file, () => draftOf(file, digest)));
const ofAnother = ({ now, asking: { actor } }: Deciding, step: CommandType): Reason | null =>
  asReason(stepOfPost(actor, step, now.file));
const approvedBefore = ({ now, asking: { actor } }: Deciding): Reason | null =>
  asReason(stepOfOther(now.file, selvesOf(actor, { step: 'approve' }, now.file)));
/** Open where one of the documents that came back has no other way left; else what stands against the first of them. */
function otherWaysOpen({ now: { file }, asking: { law: office, today } }: Deciding): Reason | null {
  const back = file.notices.filter(cameBack).map(({ attempts }) => attempts);
  const judged = (back.length === 0 ? [triesOf(file)] : back).map((tries) => otherWaysFailed(tries, office.statute, today));
  return judged.includes(null) ? null : asReason(judged[0] ?? null);
}
const unconfirmed = ({ now }: Deciding): Reason | null => asReason(correctionsConfirmed(now.file));
/** Nothing is let out that its reviewer was not shown, nor before everybody is heard. */
const unheard = ({ now: { file }, ledger, asking: { today } }: Deciding): Reason | null =>
  asReason(nobodyPassedOver(file, ledger, today));

const law = (code: LawRefusal, article: string, facts: Readonly<Record<string, string>> = {}): Reason => ({
  code,
  details: { article, facts },
});

const notRunning = ({ clock }: CaseLedger, article: string): Reason | null =>
  clock === 'running' ? null : law('clock-not-running', article);

const overcharged = ({ now }: Deciding): Reason | null =>
  stateOf(now) === 'awaiting_payment' && isOvercharged(now.file) ? law('fee-to-correct', 'REG 42') : null;

function graceLeft({ now, ledger, asking: { today, law: office } }: Deciding): Reason | null {
  const [wait, article] =
    stateOf(now) === 'awaiting_payment' ? [paymentDue(ledger), 'REG 42'] : [correctionDue(ledger), 'REG 30'];
  const due = wait?.day;
  if (!due) return null;
  const until = lettersAwaitedUntil(due, office);
  return today > until ? null : law('period-not-over', article, { due, until, from: addDays(until, 1) });
}

const FOLLOWS: Reason = { code: 'step-not-permitted', details: { reason: 'follows-another-case' } };

/** Everything that waits is this person's own, or an approver's to confirm. */
function nothingToConfirm({ now, asking: { actor } }: Deciding): Reason | null {
  if (confirmableBy(now.file, actor).length > 0) return null;
  if (now.file.toConfirm.every(({ follows }) => follows !== undefined)) return FOLLOWS;
  const isOwn = now.file.toConfirm.some((entry) => isOwnEntry(now.file, actor, entry));
  return isOwn ? { code: 'self-approval', details: {} } : roleMissing('confirmFact', ['approver']);
}

/** Everything that waits for a review was submitted by this person. */
function ownReviews({ now: { file }, asking: { actor } }: Deciding): Reason | null {
  const pending = file.items.filter(({ review }) => review?.status === 'pending');
  const own = pending.map(({ id }) => ownSubmission(file, id, selvesOf(actor, { step: 'passReview' }, file)));
  return own.every((judgement) => judgement !== null) ? asReason(own[0] ?? null) : null;
}

function ownDraft({ now: { file }, asking: { actor } }: Deciding, step: CommandType): Reason | null {
  const selves = selvesOf(actor, { step }, file);
  return draftersOf(file).some((drafter) => selves.includes(drafter)) ? law('self-approval', 'REG 17') : null;
}
