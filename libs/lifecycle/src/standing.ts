import type { LocalDate } from '@gongkai/calendar';
import {
  LINKS,
  type CaseState,
  type ClockState,
  type CommandType,
  type DecisionCode,
  type Holder,
  type CaseLedger,
  type Light,
  type Link,
  type PostTitle,
} from '@gongkai/contracts';
import { arrivalDay, inForce } from '@gongkai/statutes';
import { titleFor } from './approval.js';
import { consultationsHere, stillToConfirm, type CaseConsultation, type CaseFile, type CaseNotice } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import type { CaseNow } from './decide.js';
import { cameBack } from './case-notice.js';
import { isPublished, underDelivery } from './delivery.js';
import { answerDue, correctionDue, dueOf, isOver, paymentDue } from './due.js';
import { clockConfirmed, consultedHeard } from './judgements.js';
import { isFeeToCorrect, isFreeNow, isOvercharged } from './fee-notices.js';
import { lightOf } from './light.js';
import { hasOrderedPeriod } from './ordered-period.js';
import { outcomeOf } from './outcome.js';
import { foundAfterAll } from './searches.js';
import { asksReview } from './situation.js';
import { disclosuresOwed, givesWay, toldOn } from './third-parties.js';
import {
  CONFIRM,
  READ_ANSWER,
  SEND_LETTER,
  whileApproving,
  whileUnheard,
  type Special,
  type Then,
  type Waiting,
} from './turn-of-draft.js';
import { unsentLetters } from './unsent-letters.js';
import { usageOf, type Usage } from './usage.js';

/** The state of a case in the words of the office. */
export function stateOf({ value }: CaseNow): CaseState {
  if (typeof value === 'string') return value as CaseState;
  const { course, correction, fee } = value.open as Record<string, string>;
  if (correction === 'awaiting') return 'awaiting_correction';
  if (fee === 'awaiting') return 'awaiting_payment';
  return course === 'approved' ? 'approving' : (course as CaseState);
}

const LINK_OF: Readonly<Record<CaseState, Link>> = {
  unconfirmed: 'acceptance',
  received: 'acceptance',
  registered: 'acceptance',
  accepted: 'handling',
  awaiting_correction: 'handling',
  awaiting_payment: 'handling',
  approving: 'reply',
  signed: 'delivery',
  dispatched: 'delivery',
  returned: 'delivery',
  closed: 'filing',
  filed: 'filing',
};

export type LinkStanding = {
  readonly link: Link;
  readonly status: 'pending' | 'current' | 'done';
  readonly since: LocalDate | null;
  readonly until: LocalDate | null;
};

/**
 * Where the case is in the five links, with the days each was reached and left; one that was passed over, by a withdrawal say, is not
 * done. The first begins as the application comes in, however late it is logged; and what was typed in late began no later than what
 * came after it.
 */
function linksOf(file: CaseFile, state: CaseState): LinkStanding[] {
  const current = state === 'filed' ? LINKS.length : LINKS.indexOf(LINK_OF[state]);
  const reached = file.round.number === 1 ? { ...file.reached, acceptance: arrivalDay(file.receipt) } : file.reached;
  const end = state === 'filed' && file.filedOn !== null ? [file.filedOn] : [];
  const firstFrom = (from: number): LocalDate | null =>
    [...LINKS.slice(from, current + 1).flatMap((link) => reached[link] ?? []), ...end].sort()[0] ?? null;
  return LINKS.map((link, i): LinkStanding => {
    const since = i <= current && reached[link] !== undefined ? firstFrom(i) : null;
    if (i === current) return { link, status: 'current', since, until: null };
    if (since === null) return { link, status: 'pending', since, until: null };
    return { link, status: 'done', since, until: firstFrom(i + 1) };
  });
}

/** The clock as the case view shows it. */
export type ViewClock = ClockState | 'stopped' | 'ended';

/** Whose turn it is, since when, and the next step. */
export type Turn = {
  readonly role: Holder | null;
  readonly personId: string | null;
  readonly since: LocalDate;
  /** Working days since then. */
  readonly days: number;
  readonly step: CommandType | null;
  /** What is to be changed in a reply that was sent back. */
  readonly sentBackFor: string | null;
  /** The title that the chain of approval asks for, where the step is not any approver's. */
  readonly title?: PostTitle;
};

export type Standing = {
  readonly state: CaseState;
  readonly light: Light;
  readonly links: readonly LinkStanding[];
  readonly clock: ViewClock;
  readonly outcome: DecisionCode | null;
  /** Working days in (today, due] that count by what is known; negative once it is past; null where no date is due. */
  readonly daysLeft: number | null;
  readonly turn: Turn;
} & Omit<Usage, 'stoppedAhead'>;

/** Everything about a case that is derived and never stored. */
export function standingOf(now: CaseNow, ledger: CaseLedger, today: LocalDate, law: CaseLaw): Standing {
  const state = stateOf(now);
  const { file } = now;
  const stopped = stoppingLetters(file, ledger, law, today).length > 0;
  const over = file.round.reply.dispatchedOn !== null || state === 'closed' || state === 'filed';
  const due = dueOf(ledger);
  const { stoppedAhead, ...usage } = usageOf(file, ledger, today, law);
  return {
    state,
    light: lightOf({ due, over, stopped, clock: ledger.clock, settled: ledger.receivedOn !== null }, today, law.calendar),
    links: linksOf(file, state),
    clock: over ? 'ended' : stopped && ledger.clock === 'running' ? 'stopped' : ledger.clock,
    outcome: outcomeOf(file),
    daysLeft: due === null || over ? null : law.calendar.count(today, due) - stoppedAhead,
    ...usage,
    turn: { ...turnOf(now, state, { ledger, today, law }), days: law.calendar.count(now.file.since, today) },
  };
}

/** The letters whose answer is waited for. */
const lettersOpen = ({ consultations }: CaseLedger): CaseLedger['consultations'] =>
  consultations.filter((one) => one.closedBy === null && (answerDue(one) !== null || one.kind === 'secrecy_authority'));

/** Those of them that stop the clock (REG 11, 17(3), 32, 34): the secrecy authority's where the office lets it, none where the period was ordered. */
export function stoppingLetters(
  file: CaseFile,
  ledger: CaseLedger,
  { statute }: Pick<CaseLaw, 'statute'>,
  today: LocalDate,
): CaseLedger['consultations'] {
  if (hasOrderedPeriod(file)) return [];
  const isSecrecyStop = inForce(statute, 'consult.secrecy.stops', ledger.receivedOn ?? today);
  return lettersOpen(ledger).filter(({ kind }) => kind !== 'secrecy_authority' || isSecrecyStop);
}

const TURN: Readonly<Record<CaseState, Waiting>> = {
  unconfirmed: { role: 'clerk', step: 'confirmReceipt' },
  received: { role: 'caseworker', step: 'accept' },
  registered: { role: 'caseworker', step: 'accept' },
  accepted: { role: 'caseworker', step: 'decideItem' },
  awaiting_correction: { role: 'applicant', step: 'receiveCorrection' },
  awaiting_payment: { role: 'applicant', step: 'recordPayment' },
  approving: { role: 'approver', step: 'approve' },
  signed: { role: 'caseworker', step: 'dispatch' },
  dispatched: { role: 'post', step: 'recordService' },
  returned: { role: 'caseworker', step: 'dispatch' },
  closed: { role: 'archivist', step: 'file' },
  filed: { role: null, step: null },
};

function turnOf({ file }: CaseNow, state: CaseState, then: Then): Omit<Turn, 'days'> {
  const waiting = SPECIAL[state]?.(file, then) ?? TURN[state];
  const isMine = waiting.role === 'caseworker';
  return {
    ...waiting,
    personId: isMine ? file.assignee : null,
    since: file.since,
    ...titleOf(file, waiting),
    sentBackFor: isMine && state === 'accepted' ? file.round.reply.sentBackFor : null,
  };
}

function titleOf(file: CaseFile, { step }: Waiting): Pick<Turn, 'title'> {
  const title = titleFor(step, file);
  return title === null ? {} : { title };
}

const whileProposed: Special = ({ round }) =>
  round.extensionProposed === null ? null : { role: 'approver', step: 'approveExtension' };

/** Nothing came within the period, nor by mail since: a person closes the case. */
const onceAbandoned: Special = (file, { ledger }) => {
  const { over } = file.round.moves;
  const isPast = isOver(over.correction, correctionDue(ledger)) || isOver(over.payment, paymentDue(ledger));
  if (ledger.clock !== 'deemed_abandoned' || !isPast) return null;
  return clockConfirmed(file) ? CONFIRM : { role: 'caseworker', step: 'closeAbandoned' };
};

/** What is asked for counts what was withdrawn: it is asked for anew as long as it can be paid, and then no more, nor where the rest is free (FEE). */
const whileOvercharged: Special = (file, { ledger: { clock }, law: { tariffs } }) => {
  if (clock === 'deemed_abandoned' && isOvercharged(file)) return LIFT_FEE;
  if (clock !== 'awaiting_payment' || !isFeeToCorrect(file)) return null;
  return isFreeNow(file, tariffs) ? LIFT_FEE : { role: 'approver', step: 'sendFeeNotice' };
};
const LIFT_FEE: Waiting = { role: 'approver', step: 'liftFee' };

/** What was written to anybody, and what they answer, comes before what is decided. */
const whileAsking: Special = (file, { ledger }) => {
  if (consultationsHere(file).some(({ cameOn }) => cameOn !== undefined)) return READ_ANSWER;
  if (lettersOpen(ledger).length > 0) return { role: 'consulted', step: 'recordAnswer' };
  if (lettersBack(file) || unsentLetters(file).length > 0) return SEND_LETTER;
  return lettersUnderWay(file) ? { role: 'caseworker', step: 'recordService' } : null;
};

/** What holds a case that is being handled: the next thing that somebody has to do. */
const whileHandling: Special = (file, then) => {
  const ofLetters = whileAsking(file, then);
  if (ofLetters !== null) return ofLetters;
  if (file.items.some(({ decision }) => decision === null)) return TURN.accepted;
  if (file.items.some(({ review }) => review?.status === 'pending')) return { role: 'reviewer', step: 'passReview' };
  if (isToDecideAnew(file, then)) return TURN.accepted;
  return { role: 'caseworker', step: file.items.some(asksReview) ? 'submitReview' : 'submitForApproval' };
};

/** A document came back whose service is still worth something: it is sent again before anything else is looked for. */
const lettersBack = (file: CaseFile): boolean =>
  underDelivery(file).some((notice) => notice.kind !== 'reply' && cameBack(notice));

/** A letter whose service begins a wait or stops the clock was sent and has not arrived. */
function lettersUnderWay(file: CaseFile): boolean {
  const { notices, round: present } = file;
  const asked = consultationsHere(file).filter(({ dispatchedOn }) => dispatchedOn !== null);
  const isAwaited = (letter: CaseConsultation): boolean =>
    letter.servedOn === null && letter.answeredOn === null && !published.has(letter.id) && !givesWay(letter, asked);
  const published = new Set(notices.filter(isPublished).map(({ id }) => id));
  const begins = ({ kind, round, overtakenOn }: CaseNotice): boolean =>
    round === present.number && (kind === 'correction' || (kind === 'fee' && overtakenOn === undefined));
  return (
    asked.some(isAwaited) ||
    notices.some((one) => begins(one) && one.dispatchedOn !== null && one.servedOn === null && !published.has(one.id))
  );
}

/** What was decided cannot stand: the review blocked it, a third party refused and was not overruled, a search found it, or it was sent back. */
const isToDecideAnew = (file: CaseFile, { ledger, today }: Then): boolean =>
  file.items.some(({ review }) => review?.status === 'blocked') ||
  consultedHeard(file, ledger, today) !== null ||
  foundAfterAll(file) !== null ||
  file.round.reply.sentBackFor !== null;

/** Whether a complaint, a reconsideration or a suit waits for an answer of ours, in whatever state the case is. */
export const owesAnswer = ({ remedies }: Pick<CaseFile, 'remedies'>): boolean =>
  remedies.some(({ closedOn, answeredOn }) => closedOn === null && answeredOn === null);

/** A case that is over and has been challenged: what we owe comes first, then what others decide (REG 51). */
const whileChallenged: Special = ({ remedies }) => {
  const open = remedies.filter(({ closedOn }) => closedOn === null);
  if (owesAnswer({ remedies })) return { role: 'caseworker', step: 'answerRemedy' };
  const [waiting] = open;
  if (waiting === undefined) return null;
  return { role: 'remedy_organ', step: waiting.kind === 'litigation' ? 'recordJudgment' : 'recordReconsiderationDecision' };
};

/** A third party learns in writing what is given out over its refusal, before it is (REG 32). */
const whileUntold: Special = (file) => (disclosuresOwed(file).some((notice) => toldOn(notice) === null) ? SEND_LETTER : null);

/** An entry that waits for a second person keeps the case from the archive (REG 45). */
const whileUnconfirmed: Special = (file) => (stillToConfirm(file).length === 0 ? null : CONFIRM);

/** What goes before the rule of a state. */
const SPECIAL: Readonly<Partial<Record<CaseState, Special>>> = {
  received: whileProposed,
  registered: whileProposed,
  accepted: (file, then) => whileProposed(file, then) ?? whileHandling(file, then),
  awaiting_correction: onceAbandoned,
  awaiting_payment: (file, then) => whileOvercharged(file, then) ?? onceAbandoned(file, then),
  approving: whileApproving,
  signed: (file, then) => whileUnheard(file, then) ?? whileUntold(file, then),
  closed: (file, then) => whileChallenged(file, then) ?? whileUnconfirmed(file, then),
  filed: (file, then) => whileChallenged(file, then) ?? whileUnconfirmed(file, then),
};
