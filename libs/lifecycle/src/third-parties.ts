import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger, Ground } from '@gongkai/contracts';
import { consultationsHere, type CaseConsultation, type CaseFile, type CaseNotice, type ItemDecision } from './case-file.js';
import { cameBack } from './case-notice.js';
import { answerDue } from './due.js';

const RELEASES: ReadonlySet<string> = new Set(['granted', 'partly_granted']);

/** Whether a decision hands something over: the record must have passed its review first (REG 17). */
export const isReleased = ({ code }: Pick<ItemDecision, 'code'>): boolean => RELEASES.has(code);

/**
 * Whether the case gives out what somebody who was asked may object to: something is released, and nothing is withheld on that
 * ground. Which item a letter is about is not on record, so the case is judged as a whole.
 */
export function releasesAgainst({ items }: CaseFile, withheldFor: Ground): boolean {
  const decisions = items.flatMap(({ decision }) => decision ?? []);
  return decisions.some(isReleased) && !decisions.some(({ ground }) => ground === withheldFor);
}

/** Whether a letter that never arrived gives way to a later one to the same addressee that did. */
export function givesWay(letter: CaseConsultation, asked: readonly CaseConsultation[]): boolean {
  const since = asked.slice(asked.indexOf(letter) + 1);
  return letter.servedOn === null && since.some((later) => isSameAddressee(later, letter) && later.servedOn !== null);
}

const isSameAddressee = (one: CaseConsultation, other: CaseConsultation): boolean =>
  one.kind === other.kind && one.party === other.party;

/** Letters to third parties that on that day still could be answered in time (REG 32). */
export function openThirdParties(file: CaseFile, { consultations }: CaseLedger, on: LocalDate): readonly CaseConsultation[] {
  const asked = consultationsHere(file).filter(({ kind, dispatchedOn }) => kind === 'third_party' && dispatchedOn !== null);
  return asked.filter((letter) => {
    if (letter.answeredOn !== null && letter.answeredOn <= on) return false;
    const clock = consultations.find(({ id }) => id === letter.id);
    const due = clock === undefined ? null : answerDue(clock);
    return due === null ? !givesWay(letter, asked) : due.day >= on;
  });
}

/** Refusals that nobody has set aside. */
export const refusalsStanding = (file: CaseFile): readonly CaseConsultation[] =>
  refusalsOf(file).filter(({ overridden }) => !overridden);

/** Refusals, also of an earlier round where no other letter went to the party since: an order to act anew ends none. */
function refusalsOf({ consultations, round }: CaseFile): readonly CaseConsultation[] {
  const asked = consultations.filter(({ kind, elsewhereFrom }) => kind === 'third_party' && elsewhereFrom === null);
  return asked.filter(
    (one, i) =>
      one.answer === 'refuse' &&
      (one.round === round.number ||
        !asked.slice(i + 1).some((later) => isSameAddressee(later, one) && later.dispatchedOn !== null)),
  );
}

/** Those of them that came in time: after the period the organ decides by itself (REG 32). */
export const unheededRefusals = (file: CaseFile, { consultations }: CaseLedger): readonly CaseConsultation[] =>
  refusalsStanding(file).filter(({ id, round, answeredOn, lapsedOn }) =>
    round === file.round.number
      ? consultations.find((one) => one.id === id)?.closedBy === 'answer'
      : lapsedOn === null || (answeredOn !== null && answeredOn <= lapsedOn),
  );

/**
 * What third parties have to be told before something is given out over their refusal: what and why, in writing (REG 32). One that was
 * not sent in an earlier round is owed as long as the refusal stands that was set aside then.
 */
export function disclosuresOwed(file: CaseFile): readonly CaseNotice[] {
  if (!releasesAgainst(file, 'third_party_rights')) return [];
  const present = file.round.number;
  const isOwedStill = refusalsOf(file).some(({ overridden, round }) => overridden && round !== present);
  return file.notices.filter(
    ({ kind, round, dispatchedOn }) =>
      kind === 'third_party_disclosure' && (round === present || (isOwedStill && dispatchedOn === null)),
  );
}

/** The day a third party was told; null of what was not sent, or came back from somebody who can be found and was not sent again. */
export const toldOn = (notice: CaseNotice): LocalDate | null =>
  cameBack(notice) && notice.attempts.at(-1)?.untraceable === false ? null : notice.dispatchedOn;
