import type { LocalDate } from '@gongkai/calendar';
import { consultationsBefore, consultationsHere, isAbout, type CaseConsultation, type CaseFile } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import type { FactOf } from './facts.js';
import { inheritanceOf, type Inheritance } from './inheritance.js';
import { corrected, tell, type JournalFact } from './replay.js';

/** What of its application a case has from the one it was taken out of. */
export type TakenAlong = Pick<FactOf<'APPLICATION_RECEIVED'>, 'receipt' | 'wantedForm' | 'delivery'> & {
  readonly inherited: Inheritance;
};

/** What a case has that a split takes out of this one. @param today the day of the split */
export const takenAlong = (file: CaseFile, { consultations, items }: FactOf<'SPLIT'>, today: LocalDate): TakenAlong => ({
  receipt: file.receipt,
  wantedForm: file.wantedForm,
  delivery: file.delivery,
  inherited: inheritanceOf(
    file,
    today,
    [...lettersAbout(consultationsBefore(file), items), ...(consultations ?? lettersAbout(consultationsHere(file), items))],
    file.items.filter(({ id }) => !items.includes(id)),
  ),
});

const lettersAbout = (letters: readonly CaseConsultation[], items: readonly string[]): readonly string[] =>
  letters.filter((one) => items.some((id) => isAbout(id)(one))).map(({ id }) => id);

/**
 * The same, as it is told now: what was corrected since stands in it from the beginning.
 * @param splitId the entry of the split in that journal
 * @throws RangeError where there is no such split
 */
export function takenAlongBy(splitId: string, journal: readonly JournalFact[], law: CaseLaw): TakenAlong {
  const told = corrected(journal);
  const at = told.findIndex(({ id }) => id === splitId);
  const split = told[at];
  if (split?.fact.type !== 'SPLIT') throw new RangeError(`The journal has no split ${splitId}`);
  return takenAlong(tell(told.slice(0, at), law).file, split.fact, split.today);
}
