import type { CaseView, CommandType, Completeness, DeliveryLack, DocumentsView, JournalEntryView } from '@gongkai/contracts';
import { permissions } from '@gongkai/lifecycle';

type Missing = Completeness['items'][number];
type Notice = CaseView['notices'][number];
type Papers = readonly (Pick<DocumentsView['items'][number], 'type'> & { readonly entry?: number })[];
type Entries = readonly Pick<JournalEntryView, 'seq' | 'type'>[];

/** Entries whose files are the application itself: they came with it, with its confirmation, or were added by a note, as the archive asks. */
const OF_THE_APPLICATION: ReadonlySet<string> = new Set(['APPLICATION_RECEIVED', 'RECEIPT_CONFIRMED', 'NOTED']);

/** How many files are the application itself, and how many something else: notices and what is released are no original of it. */
function filesIn(papers: Papers, journal: Entries): { readonly originals: number; readonly others: number } {
  const files = papers.filter(({ type }) => type === 'file');
  const typeOf = new Map(journal.map(({ seq, type }) => [seq, type]));
  const originals = files.filter(({ entry = 0 }) => OF_THE_APPLICATION.has(typeOf.get(entry) ?? '')).length;
  return { originals, others: files.length - originals };
}

/**
 * What the archive asks for of what a document lacks. Where the way is not known the words of its service stand for it; and an office that
 * keeps no original here keeps its slips elsewhere too, which is said once of the application and not again of every document.
 */
const proofsMissed = (lacks: readonly DeliveryLack[], originals: number): DeliveryLack[] =>
  lacks.filter((lack) => lack !== 'mode' && (lack !== 'paper' || originals > 0));

/** By which step it is supplied. */
const SUPPLIED_BY: Readonly<Record<Missing['check'], CommandType>> = {
  files: 'note',
  sent: 'dispatchNotice',
  served: 'recordService',
  proven: 'addProof',
  reviewed: 'passReview',
  remedies: 'recordReconsiderationDecision',
};

/** What the chart refuses to file. */
const BLOCKS: ReadonlySet<Missing['check']> = new Set(['remedies']);

const checked = (check: Missing['check'], found: Pick<Missing, 'passed' | 'count'> & Partial<Missing>): Missing => ({
  ...{ check, blocks: BLOCKS.has(check), suppliedBy: [...permissions[SUPPLIED_BY[check]]], papers: [] },
  ...found,
});

const paper = ({ id, kind, number }: Notice, lacks: DeliveryLack[] = []): Missing['papers'][number] => ({
  ...{ id, kind, number, lacks },
});

/**
 * Whether the papers of a case are all there (REG 45): what of it a file that is to be kept, or shown to a court, is missing.
 * @param papers its documents, with the entries of the journal that brought them
 */
export function completenessOf(
  { notices, items, remedies }: Pick<CaseView, 'notices' | 'items' | 'remedies'>,
  papers: Papers,
  journal: Entries,
): Completeness {
  const { originals, others } = filesIn(papers, journal);
  const sent = notices.filter(({ dispatchedOn }) => dispatchedOn !== null);
  const unsent = notices.filter(({ dispatchedOn }) => dispatchedOn === null);
  const unserved = sent.filter(({ servedOn }) => servedOn === null);
  const lacking = notices
    .map((notice) => paper(notice, proofsMissed(notice.lacks, originals)))
    .filter(({ lacks }) => lacks.length > 0);
  const released = items.flatMap(({ review }) => review ?? []);
  const open = remedies.filter(({ closedOn }) => closedOn === null).length;
  return {
    items: [
      checked('files', { passed: originals > 0, count: originals, others }),
      checked('sent', { passed: unsent.length === 0, count: notices.length, papers: unsent.map((one) => paper(one)) }),
      checked('served', { passed: unserved.length === 0, count: unserved.length, papers: unserved.map((one) => paper(one)) }),
      checked('proven', { passed: lacking.length === 0, count: sent.length, papers: lacking }),
      checked('reviewed', { passed: released.every(({ status }) => status === 'passed'), count: released.length }),
      checked('remedies', { passed: open === 0, count: open }),
    ],
  };
}
