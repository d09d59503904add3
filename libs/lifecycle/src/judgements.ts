import type { LocalDate } from '@gongkai/calendar';
import {
  isElectronic,
  type CaseLedger,
  type DecisionCode,
  type DispatchMode,
  type LawCode,
  type Reason,
} from '@gongkai/contracts';
import { inForce } from '@gongkai/statutes';
import {
  consultationsHere,
  extensionsInForce,
  isAbout,
  stillToConfirm,
  type CaseConsultation,
  type CaseFile,
  type CaseItem,
} from './case-file.js';
import type { CaseLaw } from './case-law.js';
import { wasSent } from './case-notice.js';
import { dueOf } from './due.js';
import { isReviewedUnnamed } from './original.js';
import {
  disclosuresOwed,
  isReleased,
  isWithheldUnasked,
  openLetters,
  releasesAgainst,
  toldOn,
  unheededRefusals,
} from './third-parties.js';

/** What the law has against a fact; null where it has nothing. */
export type Judgement = {
  readonly code: LawCode;
  readonly article?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
} | null;

/** The same as the reason why a step is refused. */
export const asReason = (judgement: Judgement): Reason | null => {
  if (judgement === null) return null;
  const { code, ...details } = judgement;
  return { code, details };
};

/** Nothing is approved or signed that was not named to its reviewer (REG 17). What was signed before stays signed. */
export const reviewsNamed = ({ items }: Pick<CaseFile, 'items'>): Judgement =>
  items.some(isReviewedUnnamed) ? { code: 'review-unnamed', article: 'REG 17' } : null;

/**
 * No item is released while somebody who was asked about it may still be heard, nor against a refusal that binds (REG 11, 15, 17, 32, 34).
 * @param on the day by which they have to be heard
 */
export const consultedHeard = (file: CaseFile, ledger: CaseLedger, on: LocalDate): Judgement =>
  firstAgainst(file.items.filter(releasesAgainst('state_secret')), ({ id }) => authorityHeard(file, id, on)) ??
  firstAgainst(file.items.filter(heedsConsulted), ({ id }) => answersRead(file, id)) ??
  firstAgainst(file.items.filter(releasesAgainst('third_party_rights')), ({ id }) =>
    thirdPartiesHeard(file, ledger, { itemId: id, on }),
  ) ??
  firstAgainst(
    file.items.filter(({ decision }) => decision !== null && isReleased(decision)),
    ({ id }) => organsHeard(file, ledger, { itemId: id, on }),
  );

/** Nothing is withheld for a third party's sake of which nobody knows what it says, without a word why not (REG 15, 32). */
export const thirdPartiesAsked = (file: CaseFile): Judgement =>
  file.items.some((item) => isWithheldUnasked(item, file)) ? { code: 'third-party-unasked', article: 'REG 32' } : null;

/** Whether what those who are consulted say may be against a decision: it gives something out, or withholds it for their sake. */
const heedsConsulted = ({ decision }: Pick<CaseItem, 'decision'>): boolean =>
  decision !== null && (isReleased(decision) || decision.ground === 'third_party_rights');

/** Provisions by which those are asked who can answer by a link. */
const ASKED_BY: Readonly<Record<string, string>> = { third_party: 'REG 32', joint_organ: 'REG 34', other_organ: 'REG 11' };

/** Nobody decides past an answer that came and that nobody has read yet: it was given in time, and may be a refusal. */
function answersRead(file: CaseFile, itemId: string): Judgement {
  const waiting = consultationsHere(file)
    .filter(isAbout(itemId))
    .find(({ cameOn, answeredOn }) => cameOn !== undefined && answeredOn === null);
  const article = waiting === undefined ? undefined : ASKED_BY[waiting.kind];
  return article === undefined ? null : { code: 'answer-waits', article };
}

/** The same of one item, as it is decided. */
export const answersReadFor = (itemId: string, file: CaseFile): Judgement =>
  firstAgainst(
    file.items.filter((item) => item.id === itemId && heedsConsulted(item)),
    ({ id }) => answersRead(file, id),
  );

/** What the law has against the first of several items against which it has anything. */
function firstAgainst(items: readonly CaseItem[], judged: (item: CaseItem) => Judgement): Judgement {
  for (const item of items) {
    const judgement = judged(item);
    if (judgement !== null) return judgement;
  }
  return null;
}

/** The same of a reply before it leaves; once it has left, nobody can be heard any more. */
export const consultedHeardBefore = (file: CaseFile, ledger: CaseLedger, on: LocalDate): Judgement =>
  file.round.reply.dispatchedOn === null ? consultedHeard(file, ledger, on) : null;

/**
 * What the competent or secrecy authority was asked about waits for its answer, and what it does not allow binds (REG 17(3)). It may
 * be asked again: its last answer counts, and a letter that got lost gives way to a later one that was answered. Nobody else's does.
 */
function authorityHeard(file: CaseFile, itemId: string, on: LocalDate): Judgement {
  const article = 'REG 17(3)';
  const asked = file.consultations
    .filter(isAbout(itemId))
    .filter(
      ({ kind, round, dispatchedOn, answeredOn, elsewhereFrom }) =>
        kind === 'secrecy_authority' &&
        elsewhereFrom === null &&
        (answeredOn !== null || (dispatchedOn !== null && round === file.round.number)),
    );
  const letters = [...new Set(asked.map(({ party }) => party))].map((party) => asked.filter((one) => one.party === party));
  const isAnswered = ({ answeredOn }: CaseConsultation): boolean => answeredOn !== null && answeredOn <= on;
  const last = letters.map((those) => those.at(-1)).filter((one) => one !== undefined);
  if (!last.every(isAnswered)) return { code: 'authority-open', article };
  return last.every(({ answer }) => answer === 'agree') ? null : { code: 'authority-refused', article };
}

type Hearing = { readonly itemId: string; readonly on: LocalDate };

/** A third party that can still answer is waited for, and its refusal heeded unless that was set aside (REG 15, 32). */
function thirdPartiesHeard(file: CaseFile, ledger: CaseLedger, hearing: Hearing): Judgement {
  const article = 'REG 32';
  if (openLetters(file, ledger, { ...hearing, kind: 'third_party' }).length > 0) return { code: 'consultation-open', article };
  const isRefused = unheededRefusals(file, ledger).some(({ itemIds }) => itemIds.includes(hearing.itemId));
  return isRefused ? { code: 'third-party-refused', article } : null;
}

/** Kinds of organs whose word is waited for and does not bind, with the provision that says to ask them. */
const ORGANS = [
  ['joint_organ', 'REG 34'],
  ['other_organ', 'REG 11'],
] as const;

/**
 * An organ that can still answer is waited for: only once its period is over has a joint producer consented by its silence (REG 34), and
 * with what concerns another organ that has to be coordinated first (REG 11). What they say, the organ that was applied to weighs.
 */
function organsHeard(file: CaseFile, ledger: CaseLedger, hearing: Hearing): Judgement {
  const open = ORGANS.find(([kind]) => openLetters(file, ledger, { ...hearing, kind }).length > 0);
  return open === undefined ? null : { code: 'organ-open', article: open[1] };
}

/** The third party is told in writing, not later than the release (REG 32) and as long before it as the office holds. */
export function thirdPartiesTold(
  file: CaseFile,
  { statute, calendar }: Pick<CaseLaw, 'statute' | 'calendar'>,
  day: LocalDate,
): Judgement {
  const article = 'REG 32';
  const told = disclosuresOwed(file).map(toldOn);
  if (told.some((on) => on === null || on > day)) return { code: 'third-party-untold', article };
  const hold = inForce(statute, 'third_party.release_hold', day);
  const until = told
    .flatMap((on) => (on === null ? [] : calendar.add(on, hold)))
    .sort()
    .at(-1);
  return hold > 0 && until !== undefined && until > day ? { code: 'release-on-hold', article, facts: { until } } : null;
}

type Electronically = { readonly mode: DispatchMode; readonly agreedTo?: string | undefined };

/**
 * What goes to the applicant by electronic means needs their consent: they chose that very way, or it is told who agreed to it and to which
 * address. Who wants a fax has not agreed to e-mails (CPL 90 by analogy).
 */
export function electronicAgreed(
  { mode, agreedTo }: Electronically,
  day: LocalDate,
  { before, statute }: { readonly before: CaseFile; readonly statute: CaseLaw['statute'] },
): Judgement {
  if (!isElectronic(mode) || mode === before.delivery || agreedTo !== undefined) return null;
  return inForce(statute, 'service.electronic.requires_consent', day)
    ? { code: 'electronic-not-agreed', article: 'CPL 90' }
    : null;
}

/** What has to be done before it can be answered so: a correction, a question for reasons. */
export function decidable(code: DecisionCode, { round, notices }: CaseFile): Judgement {
  if (code === 'still_unclear' && round.moves.corrections.length === 0) return { code: 'no-correction-made', article: 'REG 30' };
  return code === 'excessive_no_reason' && round.moves.reasonsRejected !== true ? reasonsOpen(notices) : null;
}

/** Only where the head found that what was said does not bear the number, or that nothing was said, is it not handled (REG 35). */
const reasonsOpen = (notices: CaseFile['notices']): Judgement => ({
  code: notices.some(({ kind }) => kind === 'explain_reasons') ? 'reasons-not-rejected' : 'reasons-not-asked',
  article: 'REG 35',
});

/** An order to act anew is carried out by a reply of its own (REG 51). */
export const notOrdered = ({ round }: CaseFile): Judgement =>
  round.order === null ? null : { code: 'ordered-anew', article: 'REG 51' };

/**
 * A remedy needs something it can be against: a notice that went out, a reply that is overdue, or that a case ended without one
 * (REG 51; ARL-IR 16). Whether it is admissible is decided where it was brought: what came about a case that is over is put on record.
 */
export function challengeable(on: LocalDate, { notices, ending }: CaseFile, ledger: CaseLedger): Judgement {
  if (ending !== null) return null;
  if (notices.some(({ dispatchedOn }) => dispatchedOn !== null && dispatchedOn <= on)) return null;
  const due = dueOf(ledger);
  return due !== null && on > due ? null : { code: 'nothing-to-challenge', article: 'REG 51' };
}

/** An application can be withdrawn before its reply has left (digest §14: that day counts), and not after. */
export function withdrawable(on: LocalDate, { round }: CaseFile): Judgement {
  const { dispatchedOn } = round.reply;
  return dispatchedOn !== null && on >= dispatchedOn ? { code: 'withdrawal-late', facts: { on: dispatchedOn } } : null;
}

/** Nobody approves or signs what rests on a correction that nobody has looked at yet. */
export const correctionsConfirmed = ({ toConfirm }: CaseFile): Judgement =>
  toConfirm.some(({ reason }) => reason === 'fact-corrected') ? { code: 'confirmation-missing', article: 'REG 17' } : null;

/** Nobody is held to a period that rests on a day which nobody else has looked at yet: corrected, or entered late. */
export const clockConfirmed = ({ toConfirm }: CaseFile): Judgement =>
  toConfirm.some(({ reason }) => reason === 'fact-corrected' || reason === 'entered-late')
    ? { code: 'confirmation-missing', article: 'REG 30' }
    : null;

/** A file is complete when nobody is waited for to confirm what it says (REG 45). */
export const confirmed = ({ toConfirm }: CaseFile): Judgement =>
  toConfirm.length === 0 ? null : { code: 'confirmation-missing', article: 'REG 45' };

/** The same before it is filed: a paper that never leaves need not be seen any more. */
export const confirmedToFile = (file: CaseFile): Judgement => confirmed({ ...file, toConfirm: stillToConfirm(file) });

/** Nobody approves the extension they proposed themselves (REG 33). */
export const ownProposal = ({ round: { extensionProposed } }: CaseFile, selves: readonly string[]): Judgement =>
  extensionProposed !== null && selves.includes(extensionProposed.by) ? { code: 'self-approval', article: 'REG 33' } : null;

/** Nobody passes the review of what they decided to release, or submitted (REG 17). */
export const ownSubmission = ({ items }: CaseFile, itemId: string, selves: readonly string[]): Judgement =>
  items.some(
    ({ id, review, decision }) =>
      id === itemId && review !== null && selves.some((self) => self === review.submittedBy || self === decision?.decidedBy),
  )
    ? { code: 'self-approval', article: 'REG 17' }
    : null;

/** Whether an extension that was consented to waits to leave: until it has, or cannot any more, there is no other (REG 33). */
export const extensionUnsent = (file: CaseFile): boolean =>
  extensionsInForce(file).some(({ noticeId }) => !wasSent(file, noticeId));
