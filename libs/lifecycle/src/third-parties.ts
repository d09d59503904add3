import type { CaseLedger, Ground } from '@gongkai/contracts';
import { consultationsHere, type CaseConsultation, type CaseFile, type CaseNotice, type ItemDecision } from './case-file.js';

const RELEASES: ReadonlySet<string> = new Set(['granted', 'partly_granted']);

/** Whether a decision hands something over: the record must have passed its review first (REG 17). */
export const isReleased = ({ code }: ItemDecision): boolean => RELEASES.has(code);

/**
 * Whether the case gives out what somebody who was asked may object to: something is released, and nothing is withheld on that
 * ground. Which item a letter is about is not on record, so the case is judged as a whole.
 */
export function releasesAgainst({ items }: CaseFile, withheldFor: Ground): boolean {
  const decisions = items.flatMap(({ decision }) => decision ?? []);
  return decisions.some(isReleased) && !decisions.some(({ ground }) => ground === withheldFor);
}

/** Letters to third parties that still can be answered in time; one that never arrived gives way to a later one that did. */
export function openThirdParties(file: CaseFile, { consultations }: CaseLedger): readonly CaseConsultation[] {
  const asked = consultationsHere(file).filter(({ kind }) => kind === 'third_party');
  return asked.filter(({ id, dispatchedOn, servedOn, answeredOn }, i) => {
    if (dispatchedOn === null || answeredOn !== null) return false;
    if (servedOn === null) return !asked.slice(i + 1).some((later) => later.servedOn !== null);
    return consultations.find((one) => one.id === id)?.closedBy !== 'lapse';
  });
}

/** Refusals that nobody has set aside, also of an earlier round where the party was not asked again: an order to act anew ends none. */
export function refusalsStanding({ consultations, round }: CaseFile): readonly CaseConsultation[] {
  const asked = consultations.filter(({ kind, elsewhereFrom }) => kind === 'third_party' && elsewhereFrom === null);
  return asked.filter(
    (one, i) =>
      one.answer === 'refuse' &&
      !one.overridden &&
      (one.round === round.number || !asked.slice(i + 1).some(({ party }) => party === one.party)),
  );
}

/** Those of them that came in time: after the period the organ decides by itself (REG 32). */
export const unheededRefusals = (file: CaseFile, { consultations }: CaseLedger): readonly CaseConsultation[] =>
  refusalsStanding(file).filter(({ id, round, lapsedOn }) =>
    round === file.round.number ? consultations.find((one) => one.id === id)?.closedBy === 'answer' : lapsedOn === null,
  );

/** What third parties have to be told before something is given out over their refusal: what and why, in writing (REG 32). */
export const disclosuresOwed = (file: CaseFile): readonly CaseNotice[] =>
  releasesAgainst(file, 'third_party_rights')
    ? file.notices.filter(({ kind, round }) => kind === 'third_party_disclosure' && round === file.round.number)
    : [];
