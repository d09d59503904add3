import type { CaseNotice } from './case-notice.js';
import { noticeKindOf } from './establish.js';
import { factTypesOf } from './fact-types-of.js';

/** A fact as it stands in a journal, as far as it tells of papers. */
export type PaperFact = {
  readonly type: string;
  readonly noticeId?: unknown;
  readonly fileIds?: unknown;
  readonly cameIn?: unknown;
};

/** What came of an outgoing document as it was made: the files that its entry names, and those of them that were drawn with it. */
export type PaperMade = { readonly fileIds: readonly string[]; readonly drawn: readonly string[] | undefined };

/** Whether the files of an entry are internal material: put to a note by the office, and no part of what came in or went out (REG 45). */
export const isInternalMaterial = ({ type, cameIn }: Pick<PaperFact, 'type' | 'cameIn'>): boolean =>
  type === 'NOTED' && cameIn !== true;

/** The facts that make an outgoing document: the files of one are the document, those of a later fact prove its delivery. */
const MAKES: ReadonlySet<string> = new Set(
  (Object.keys(noticeKindOf) as (keyof typeof factTypesOf)[]).flatMap((step): readonly string[] => factTypesOf[step]),
);

/** How a document was made, by the journal of its case; undefined where its entry stands in another one, or nowhere. */
export function paperMade(noticeId: string, journal: readonly PaperFact[]): PaperMade | undefined {
  const made = journal.find((fact) => fact.noticeId === noticeId && MAKES.has(fact.type));
  if (made === undefined) return undefined;
  const { fileIds = [], drawn } = made as Partial<PaperMade>;
  return { fileIds, drawn };
}

const hasFiles = ({ fileIds }: PaperFact): boolean => Array.isArray(fileIds) && fileIds.length > 0;

/**
 * Of them those that were made in this case: what was taken along with an application lies in the folder of the other one.
 * @param journal its facts as they stand
 */
export const lettersUnkept = (notices: readonly CaseNotice[], journal: readonly PaperFact[]): readonly CaseNotice[] =>
  papersMissing(notices, journal).filter(({ id }) => paperMade(id, journal) !== undefined);

/**
 * The documents that were made and of which the case keeps no copy: neither what went out with the step, nor a scan of it as it was stamped.
 * Its folder is not whole (REG 45), and a court that asks for them is shown nothing.
 * @param journal its facts as they stand
 */
export const papersMissing = <N extends Pick<CaseNotice, 'id' | 'stamped'>>(
  notices: readonly N[],
  journal: readonly PaperFact[],
): readonly N[] =>
  notices.filter(
    ({ id, stamped }) =>
      stamped.length === 0 && !journal.some((fact) => fact.noticeId === id && MAKES.has(fact.type) && hasFiles(fact)),
  );
