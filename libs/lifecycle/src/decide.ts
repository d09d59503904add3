import type { CaseNotice } from './case-notice.js';
import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type CommandType, type CaseLedger, type Reason } from '@gongkai/contracts';
import { chainFor, inForce, legalReviewFor } from '@gongkai/statutes';
import {
  actingAs,
  handFor,
  laterStepsFilled,
  legalReviewerThere,
  needPrincipal,
  postsFilled,
  selvesOf,
  stepOfPost,
  type Taking,
  type TitleBorne,
} from './approval.js';
import type { CaseFile } from './case-file.js';
import type { ChainInForce } from './chain-in-force.js';
import { ledgerOf, situationIn, type CaseLaw } from './case-law.js';
import { advance, BEGINNING, openingFor, openingsOf, type ChartValue } from './chart.js';
import { clockFact } from './clock-facts.js';
import type { CaseCommand, ClockCommand } from './case-command.js';
import type { Digest } from './draft.js';
import { establish } from './establish.js';
import { actingForOf, type CaseFact, type FactOf, type StandingIn } from './facts.js';
import { fold, openFile } from './fold.js';
import type { Entry } from './fold-step.js';
import { judge } from './judge.js';
import { isEnteredLate, type EnteredLate } from './late-entry.js';
import { asReason } from './judgements.js';
import { handsOf, isOfHolder, mayTake, type Actor } from './permissions.js';
import { asItCanStand } from './served-in-vain.js';
import { unticked } from './ticks.js';
import { closedStep, reasonOfOpening, refusalFor, roleMissing } from './reasons.js';

/** A case as it is stored: its folded facts and its place in the chart. */
export type CaseNow = { readonly file: CaseFile; readonly value: ChartValue };

/** Who asks, when, under which law. `today` is the office's day. */
export type Asking = {
  readonly actor: Actor | 'clock';
  readonly entryId: string;
  readonly today: LocalDate;
  readonly law: CaseLaw;
  readonly newId: () => string;
  /** Makes the fingerprint of a draft. */
  readonly digest: Digest;
  /** The code of the organ that handles the case: it says by which chain a draft is approved. */
  readonly organ?: string | undefined;
  /** Who bears a title there; undefined where nobody asked. */
  readonly borne?: readonly TitleBorne[] | undefined;
  /** The files that were drawn with the step; undefined where it is not known yet whether one will be. */
  readonly made?: readonly string[] | undefined;
  /** The letters of which the case keeps no copy; read where it is filed. */
  readonly unkept?: readonly CaseNotice[] | undefined;
  /** The number drawn for a step that makes a notice (`noticeKindOf`). */
  readonly noticeNumber?: string | undefined;
};

/** What follows from a command. Nothing has been done yet. */
export type Decision = {
  readonly fact: CaseFact;
  readonly after: CaseNow;
  /** The deadlines as of today, before and after. */
  readonly before: CaseLedger | null;
  readonly ledger: CaseLedger;
};

/** Opens a case with its application. @throws Refusal `invalid-request` when the dates of its arrival do not fit */
export function openCase(fact: FactOf<'APPLICATION_RECEIVED'>, asking: Omit<Asking, 'digest'>): Decision {
  const file = openFile(fact, entryOf(asking));
  const ledger = ledgerOf(file, asking.law, { asOf: asking.today, derivation: false });
  const value = advance(BEGINNING, situationIn(file, asking.law), fact.type);
  return { fact, after: { file, value }, before: null, ledger };
}

/**
 * Asks the questions in their order: may this person, may this case now, does what is named exist and wait for this,
 * what does the law make of it by the day of the fact; and at last, is what the office wants ticked before it ticked.
 * @throws Refusal with the first no
 */
export function decide(now: CaseNow, command: CaseCommand, asked: Asking): Decision {
  const step = command.type as CommandType;
  const asking = { ...asked, actor: actorOf(asked, command) };
  if (asking.actor !== 'clock' && !mayTake(asking.actor, step)) throw refusalFor(roleMissing(step));
  const { law, today } = asking;
  const situation = situationIn(now.file, law);
  const openings = openingsOf(now.value, situation);
  refuse(closedStep(command.type, openings, situation));
  if (asking.actor !== 'clock') {
    refuse(asReason(stepOfPost(asking.actor, step, now.file)));
    needPrincipal(asking.actor, takingOf(command), now.file);
  }
  const before = ledgerOf(now.file, law, { asOf: today, derivation: false });
  const fact = asItCanStand(factOf(now, command, asking, before), {
    isOpen: ({ type }) => openingFor(openings, type).open,
    clockAfter: (served) => ledgerAfter(fold(now.file, served, entryOf(asking)), served, asking).clock,
  });
  const opening = openingFor(openings, fact.type);
  if (!opening.open) throw refusalFor(reasonOfOpening(command.type, opening, situation));
  const file = fold(now.file, fact, entryOf(asking));
  refuseVacantPost(file, fact, asking);
  const ledger = ledgerAfter(file, fact, asking);
  judge(fact, {
    before: now.file,
    after: file,
    clock: before,
    next: ledger,
    today,
    selves: asking.actor === 'clock' ? ['clock'] : selvesOf(asking.actor, takingOf(command), now.file),
    digest: asking.digest,
    statute: law.statute,
    calendar: law.calendar,
    grounds: law.grounds,
  });
  refuse(asReason(unticked(step, now.file, law)));
  return asEntered({ fact, after: { file, value: advance(now.value, situation, fact.type) }, before, ledger }, now.file, asking);
}

/** The decision as it stands in the journal: its fact is marked where a person enters it late, for an earlier day that moves the clock. */
function asEntered(decision: Decision, file: CaseFile, asking: Asking): Decision {
  const { fact, before, ledger: next, after } = decision;
  const { actor, today } = asking;
  if (actor === 'clock' || before === null || !isEnteredLate(fact, file, { before, next, today })) return decision;
  const marked: CaseFact & EnteredLate = { ...fact, enteredLate: true };
  return { ...decision, fact: marked, after: { ...after, file: fold(file, marked, entryOf(asking)) } };
}

/** @throws Refusal where there is a reason */
function refuse(reason: Reason | null): void {
  if (reason) throw refusalFor(reason);
}

const entryOf = ({ actor, entryId, today }: Omit<Asking, 'digest'>): Entry => ({
  id: entryId,
  actorId: actor === 'clock' ? 'clock' : actor.id,
  today,
});

function factOf(now: CaseNow, command: CaseCommand, asking: Asking, ledger: CaseLedger): CaseFact {
  if (isClockCommand(command)) return clockFact(command, { file: now.file, ledger, law: asking.law, today: asking.today });
  const correctionPeriod = inForce(asking.law.statute, 'correction.applicant_period', asking.today);
  const fact = establish(command, {
    file: now.file,
    today: asking.today,
    actorId: entryOf(asking).actorId,
    roles: asking.actor === 'clock' ? [] : handsOf(asking.actor).flatMap(({ roles }) => roles),
    newId: asking.newId,
    digest: asking.digest,
    noticeNumber: asking.noticeNumber,
    made: asking.made,
    unkept: asking.unkept ?? [],
    correctionPeriod,
    statute: asking.law.statute,
    grounds: asking.law.grounds,
    tariffs: asking.law.tariffs,
    chain: chainOf(now.file, asking),
    checklists: asking.law.checklists ?? [],
    legalReview: asksLegalReview(now.file, asking),
    ledger,
  });
  return asking.actor === 'clock' ? fact : inPlaceOf(asking.actor, takingOf(command), { file: now.file, fact });
}

/** A fact that a step leaves, with the case before it. */
type Left = { readonly file: CaseFile; readonly fact: CaseFact };

/** The fact says for whom it was done, where it was not in one's own place. */
function inPlaceOf(actor: Actor, taking: Taking, { file, fact }: Left): CaseFact {
  const hand = handFor(actor, taking, file);
  if (hand.id === actor.id) return standingIn(actor, taking, { file, fact });
  const { id: actingFor, delegatedOn } = hand;
  return { ...fact, ...{ actingFor, ...(delegatedOn === undefined ? {} : { delegatedOn }) } };
}

/** A substitute acts in their own name, by their own post: nothing but the history says for whom. */
function standingIn({ substituteFor = [] }: Actor, { step }: Taking, { file: { assignee }, fact }: Left): CaseFact {
  if (assignee === null || !substituteFor.includes(assignee) || !isOfHolder(step)) return fact;
  const marked: CaseFact & StandingIn = { ...fact, standingInFor: assignee };
  return marked;
}

const actorOf = ({ actor }: Asking, command: CaseCommand): Asking['actor'] =>
  actor === 'clock' ? actor : actingAs(actor, 'inPlaceOf' in command ? command.inPlaceOf : undefined);

const takingOf = (command: CaseCommand): Taking => ({
  step: command.type as CommandType,
  ...('entryId' in command ? { entryId: command.entryId } : {}),
});

/** @throws Refusal where a draft is submitted under a chain with a step that nobody could take, or a deputy would leave it with one */
function refuseVacantPost(file: CaseFile, fact: CaseFact, { borne }: Asking): void {
  if (borne === undefined) return;
  if (fact.type === 'APPROVAL_GIVEN' && actingForOf(fact) !== null) refuse(asReason(laterStepsFilled(file, borne)));
  if (fact.type !== 'SUBMITTED_FOR_APPROVAL') return;
  const { chain, legalReview } = fact;
  if (legalReview !== undefined) refuse(asReason(legalReviewerThere(file, borne)));
  if (chain !== undefined) refuse(asReason(postsFilled(chain, file, borne)));
}

/** Nothing is kept of the word of any one approver: it is what a draft needs without a chain. */
function chainOf({ items }: CaseFile, { law: { approvals }, organ }: Asking): ChainInForce | null {
  const decided = items.flatMap(({ decision }) => decision?.code ?? []);
  const chain = approvals === undefined ? undefined : chainFor(approvals, organ, decided);
  return chain === undefined || chain.steps.join() === 'approver' ? null : chain;
}

/** Whether the organ asks for a legal review of the draft as it is decided. */
const asksLegalReview = ({ items, consultations }: CaseFile, { law: { approvals }, organ }: Asking): boolean =>
  approvals !== undefined &&
  legalReviewFor(approvals, organ, {
    codes: items.flatMap(({ decision }) => decision?.code ?? []),
    grounds: items.flatMap(({ decision }) => decision?.ground ?? []),
    overrides: consultations.some(({ setAside }) => setAside.length > 0),
  });

const CLOCK_STEPS: ReadonlySet<string> = new Set<ClockCommand['type']>([
  'lapseConsultation',
  'noteAnswerCame',
  'noteAnswerDismissed',
  'endCorrectionPeriod',
  'endFeePeriod',
  'completePublicNotice',
  'applyCalendar',
]);
const isClockCommand = (command: CaseCommand): command is ClockCommand => CLOCK_STEPS.has(command.type);

/** The clock after the fact; what does not fit is told by the field of the step that brought it. */
function ledgerAfter(file: CaseFile, fact: CaseFact, { law, today }: Asking): CaseLedger {
  try {
    return ledgerOf(file, law, { asOf: today, derivation: false });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    throw new Refusal(
      problem.code,
      problem.fields.map((field) => ({ ...field, path: dayFieldOf(fact) })),
    );
  }
}

function dayFieldOf(fact: CaseFact): string {
  const fields = ['confirmedOn', 'answeredOn', 'until', 'dispatchedOn', 'on'];
  return fields.find((field) => field in fact) ?? 'on';
}
