/** The key in the inbox of what is answered to the letter that a journal entry tells of. */
const KEY = 'consultation ';

/** How often it is answered by its link: again only where what came before was dismissed, and not without end. */
const MOST = 9;

/** @param before how many answers came in by the link already @returns null where there were too many */
export const answerKey = (entryId: string, before: number): string | null =>
  isUsedUp(before) ? null : `${KEY}${entryId}${suffix(before)}`;

/** Whether a link was answered by so often that it takes no more. */
export const isUsedUp = (times: number): boolean => times >= MOST;

const suffix = (before: number): string => (before === 0 ? '' : ` ${String(before + 1)}`);

/** The keys of all answers to a letter. @param entry the id of the entry, as SQL */
export const answerKeysSql = (entry: string): string =>
  `ARRAY[${Array.from({ length: MOST }, (_, n) => `'${KEY}' || ${entry}::text || '${suffix(n)}'`).join(', ')}]`;

/** The id of the entry that a key in the inbox is of; null of any other key. @param key as SQL */
export const entryOfKeySql = (key: string): string => `CASE WHEN ${key} LIKE '${KEY}%' THEN split_part(${key}, ' ', 2)::uuid END`;

/** What came in is an answer while it waits and once it was put to a case: what was dismissed, or is something else, was none. */
export const ANSWERS = `incoming.state IN ('waiting', 'attached')`;

/**
 * The case and those it was taken out of: a letter that went along is told of in the journal of the case that wrote it.
 * @param caseId as SQL
 */
const cameFrom = (caseId: string): string => `
  WITH RECURSIVE came_from AS (
    SELECT ${caseId} AS case_id
     UNION
    SELECT (journal.fact ->> 'splitFrom')::uuid
      FROM came_from JOIN journal ON journal.case_id = came_from.case_id
     WHERE journal.seq = 1 AND journal.fact ->> 'splitFrom' IS NOT NULL)`;

/** An entry that tells of a letter. */
export type LetterEntry = { readonly id: string; readonly consultation_id: string };

/** The entries that tell of letters of a case, with the ids of these, as rows of `LetterEntry`. @param caseId as SQL */
export const letterEntriesSql = (caseId: string): string => `${cameFrom(caseId)}
  SELECT journal.id, journal.fact ->> 'consultationId' AS consultation_id
    FROM came_from JOIN journal ON journal.case_id = came_from.case_id
   WHERE journal.type = 'CONSULTATION'`;

/** The same, of those letters alone that are asked here: not what stays with another case. */
export const lettersHereSql = (caseId: string): string => `
  SELECT letter.id FROM (${letterEntriesSql(caseId)}) AS letter
   WHERE EXISTS (
     SELECT FROM case_file AS here, jsonb_array_elements(here.file -> 'consultations') AS asked
      WHERE here.id = ${caseId} AND asked ->> 'id' = letter.consultation_id AND asked ->> 'elsewhereFrom' IS NULL)`;

/** The cases that were taken out of the one of an entry, with it. @param entry its id, as SQL */
export const holdersSql = (entry: string): string => `
  WITH RECURSIVE holder AS (
    SELECT journal.case_id, 0 AS born, journal.fact ->> 'consultationId' AS consultation_id
      FROM journal WHERE journal.id = ${entry} AND journal.type = 'CONSULTATION'
     UNION
    SELECT (split.fact ->> 'newCaseId')::uuid, holder.born + 1, holder.consultation_id
      FROM holder JOIN journal AS split ON split.case_id = holder.case_id AND split.type = 'SPLIT')
  SELECT case_id, born, consultation_id FROM holder`;
