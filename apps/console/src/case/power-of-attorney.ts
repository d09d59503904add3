import { attachedTexts, type CaseView, type JournalEntryView } from '@gongkai/contracts';

const ATTACHED = Object.values(attachedTexts.power_of_attorney);

/** Whether an agent acts of whom no power of attorney came, with the application or through the inbox. */
export function lacksPowerOfAttorney(
  { applicant: { agent, powerOfAttorneyFileId } }: Pick<CaseView, 'applicant'>,
  journal: readonly Pick<JournalEntryView, 'fact'>[],
): boolean {
  if (agent === undefined || powerOfAttorneyFileId !== undefined) return false;
  return !journal.some(({ fact: { text } }) => typeof text === 'string' && ATTACHED.some((begin) => text.startsWith(begin)));
}
