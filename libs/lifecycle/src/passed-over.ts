import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import { consultedHeard, reviewsNamed, type Judgement } from './judgements.js';
import { foundAfterAll } from './searches.js';
import { unsentLetters } from './unsent-letters.js';

/** On which provision each kind of letter asks (REG 11, 17, 32, 34). */
const ASKED_BY = { third_party: 'REG 32', joint_organ: 'REG 34', other_organ: 'REG 11', secrecy_authority: 'REG 17(3)' } as const;

/**
 * Nobody passes over a consultation that somebody found necessary: its letter leaves and is waited for, or is taken back with a reason.
 * @returns what stands against a draft, by the first such letter; null where none waits
 */
function lettersLeft(file: CaseFile): Judgement {
  const [letter] = unsentLetters(file);
  return letter === undefined ? null : { code: 'letter-unsent', article: ASKED_BY[letter.kind], facts: { party: letter.party } };
}

/**
 * A draft goes on once what a search found is accounted for, its reviewers were shown what they passed, whoever was asked is heard by that day, and no letter that asks somebody
 * lies unsent (REG 11, 15, 17, 32, 34).
 */
export const nobodyPassedOver = (file: CaseFile, ledger: CaseLedger, on: LocalDate): Judgement =>
  foundAfterAll(file) ?? reviewsNamed(file) ?? consultedHeard(file, ledger, on) ?? lettersLeft(file);
