import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger, Ground } from '@gongkai/contracts';
import {
  consultationsHere,
  isAbout,
  type CaseConsultation,
  type CaseFile,
  type CaseItem,
  type CaseNotice,
  type ItemDecision,
} from './case-file.js';
import { cameBack } from './case-notice.js';
import { answerDue } from './due.js';

const RELEASES: ReadonlySet<string> = new Set(['granted', 'partly_granted']);

/** Whether a decision hands something over: the record must have passed its review first (REG 17). */
export const isReleased = ({ code }: Pick<ItemDecision, 'code'>): boolean => RELEASES.has(code);

/**
 * Whether an item is given out although somebody who was asked about it may object. Part of it may be given out where what is kept back
 * is kept back on their ground (REG 37); what is withheld of another item heeds nobody.
 */
export const releasesAgainst =
  (withheldFor: Ground) =>
  ({ decision }: CaseItem): boolean =>
    decision !== null && isReleased(decision) && decision.ground !== withheldFor;

/**
 * Whether a letter that never arrived gives way to later ones to the same addressee that did.
 * @param about what it is asked of: all that the letter is about, or one item of it
 */
export function givesWay(
  letter: CaseConsultation,
  asked: readonly CaseConsultation[],
  about: readonly string[] = letter.itemIds,
): boolean {
  const since = asked
    .slice(asked.indexOf(letter) + 1)
    .filter((later) => isSameAddressee(later, letter) && later.servedOn !== null);
  return letter.servedOn === null && about.every((itemId) => since.some(isAbout(itemId)));
}

type Asking = Pick<CaseConsultation, 'kind' | 'party' | 'itemIds'>;

/**
 * The letter of this round that asks the same addressee about one of the same items already and has not come back: it waits for an answer
 * or for its period, or that is over without one. A second one would stop the clock once more, on no provision (REG 32, 34). The secrecy
 * authority may be asked again: nothing it does not allow is given out, however long that takes.
 */
export function letterStanding(file: CaseFile, { kind, party, itemIds }: Asking): CaseNotice | undefined {
  if (kind === 'secrecy_authority') return undefined;
  const asked = consultationsHere(file)
    .filter((one) => one.kind === kind && one.answeredOn === null && isSameName(one.party, party))
    .filter((one) => itemIds.some((id) => isAbout(id)(one)));
  return file.notices.find((notice) => asked.some(({ id }) => id === notice.id) && !cameBack(notice));
}

/** Whether two names are the same: in other spacing, other width or other brackets it is one addressee. */
export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

/**
 * Whether all of an item is kept back for the sake of somebody who was never asked, and nobody says why not. Disclosure that would harm
 * a third party is put to them in writing first (REG 32): they may consent, and then it is given (REG 15). Of what is given out with
 * names blackened nobody has to be asked.
 */
export const isWithheldUnasked = ({ decision, id }: CaseItem, { consultations }: CaseFile): boolean =>
  decision?.code === 'refused' &&
  decision.ground === 'third_party_rights' &&
  decision.unasked === undefined &&
  !consultations.some((one) => one.kind === 'third_party' && one.dispatchedOn !== null && isAbout(id)(one));

const isSameAddressee = (one: CaseConsultation, other: CaseConsultation): boolean =>
  one.kind === other.kind && one.party === other.party;

type Asked = { readonly kind: CaseConsultation['kind']; readonly itemId: string; readonly on: LocalDate };

/** Letters of a kind about an item that on that day still could be answered in time (REG 11, 32, 34). */
export function openLetters(file: CaseFile, ledger: CaseLedger, { kind, itemId, on }: Asked): readonly CaseConsultation[] {
  const asked = consultationsHere(file).filter((one) => one.kind === kind && one.dispatchedOn !== null);
  return asked.filter(isAbout(itemId)).filter((letter) => {
    if (letter.answeredOn !== null && letter.answeredOn <= on) return false;
    const clock = ledger.consultations.find(({ id }) => id === letter.id);
    const due = clock === undefined ? null : answerDue(clock);
    return due === null ? !givesWay(letter, asked, [itemId]) : due.day >= on;
  });
}

/** Who agrees in part refuses the rest: what is given out as a whole is given out against them too (REG 15, 32). */
const isRefusal = ({ answer }: CaseConsultation): boolean => answer !== null && answer !== 'agree';

/** A letter that was answered by a refusal, and for which of the items of the case that stands. */
type Refusal = { readonly letter: CaseConsultation; readonly itemIds: readonly string[] };

/** Refusals as far as nobody has set them aside. */
export const refusalsStanding = (file: CaseFile): readonly Refusal[] =>
  standing(refusalsOf(file), ({ letter: { setAside } }, id) => !setAside.some(({ itemIds }) => itemIds.includes(id)));

/** Refusals, also of an earlier round where no other letter about it went to the party since: an order to act anew ends none. */
function refusalsOf({ consultations, items, round }: CaseFile): readonly Refusal[] {
  const asked = consultations.filter(({ kind, elsewhereFrom }) => kind === 'third_party' && elsewhereFrom === null);
  const refused = asked.filter(isRefusal).map((letter) => ({ letter, itemIds: letter.itemIds }));
  const isAskedAnew = (letter: CaseConsultation, itemId: string): boolean =>
    letter.round !== round.number &&
    asked
      .slice(asked.indexOf(letter) + 1)
      .some((later) => isSameAddressee(later, letter) && later.dispatchedOn !== null && isAbout(itemId)(later));
  return standing(refused, ({ letter }, id) => items.some((item) => item.id === id) && !isAskedAnew(letter, id));
}

/** Refusals as far as they stand. */
const standing = (refusals: readonly Refusal[], stands: (refusal: Refusal, itemId: string) => boolean): readonly Refusal[] =>
  refusals
    .map((refusal) => ({ ...refusal, itemIds: refusal.itemIds.filter((id) => stands(refusal, id)) }))
    .filter(({ itemIds }) => itemIds.length > 0);

/** Those of them that came in time: after the period the organ decides by itself (REG 32). */
export const unheededRefusals = (file: CaseFile, { consultations }: CaseLedger): readonly Refusal[] =>
  refusalsStanding(file).filter(({ letter: { id, round, answeredOn, lapsedOn } }) =>
    round === file.round.number
      ? consultations.find((one) => one.id === id)?.closedBy === 'answer'
      : lapsedOn === null || (answeredOn !== null && answeredOn <= lapsedOn),
  );

/** The items that, as they are decided, are given out over the refusal in a letter, which nobody has set aside (REG 15, 32, 37). */
export function givenOutOver(letterId: string, file: CaseFile, ledger: CaseLedger): readonly string[] {
  const released = file.items.filter(releasesAgainst('third_party_rights')).map(({ id }) => id);
  return unheededRefusals(file, ledger)
    .filter(({ letter }) => letter.id === letterId)
    .flatMap(({ itemIds }) => itemIds.filter((id) => released.includes(id)));
}

/**
 * What third parties have to be told before an item is given out over their refusal: what and why, in writing (REG 32). One that was
 * not sent in an earlier round is owed as long as the refusal stands that was set aside then.
 */
export function disclosuresOwed(file: CaseFile): readonly CaseNotice[] {
  const released = new Set(file.items.filter(releasesAgainst('third_party_rights')).map(({ id }) => id));
  const about = refusalsOf(file).flatMap(({ letter, itemIds }) =>
    letter.setAside.filter((one) => itemIds.some((id) => released.has(id) && one.itemIds.includes(id))),
  );
  return file.notices.filter(
    ({ id, round, dispatchedOn }) =>
      about.some(({ noticeId }) => noticeId === id) && (round === file.round.number || dispatchedOn === null),
  );
}

/** The day a third party was told; null of what was not sent, or came back from somebody who can be found and was not sent again. */
export const toldOn = (notice: CaseNotice): LocalDate | null =>
  cameBack(notice) && notice.attempts.at(-1)?.untraceable === false ? null : notice.dispatchedOn;
