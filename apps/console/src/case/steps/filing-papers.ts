import type { DeliveryLack, DocumentsView, JournalEntryView } from '@gongkai/contracts';

/** How many files of a case are the application itself, and how many are something else. */
export type Papers = { readonly originals: number; readonly others: number };

/** Entries whose files are the application itself: they came with it, with its confirmation, or were added by a note, as the archive asks. */
const OF_THE_APPLICATION: ReadonlySet<string> = new Set(['APPLICATION_RECEIVED', 'RECEIPT_CONFIRMED', 'NOTED']);

/** The files by what they are: notices and what is released are no original of the application. */
export function papersIn(
  papers: readonly (Pick<DocumentsView['items'][number], 'type'> & { readonly entry?: number })[],
  journal: readonly Pick<JournalEntryView, 'seq' | 'type'>[],
): Papers {
  const files = papers.filter(({ type }) => type === 'file');
  const typeOf = (seq: number | undefined): string => journal.find((entry) => entry.seq === seq)?.type ?? '';
  const originals = files.filter(({ entry }) => OF_THE_APPLICATION.has(typeOf(entry))).length;
  return { originals, others: files.length - originals };
}

/**
 * What the archive asks for of what a document lacks. Where the way is not known the words of its service stand for it; and an office that
 * keeps no original here keeps its slips elsewhere too, which is said once of the application and not again of every document.
 */
export const proofsMissed = (lacks: readonly DeliveryLack[], { originals }: Papers): readonly DeliveryLack[] =>
  lacks.filter((lack) => lack !== 'mode' && (lack !== 'paper' || originals > 0));
