import type { CommandPool } from '@gongkai/platform';

/** A number that an organ has drawn for a case and no case bears, or one that a case bears and nobody has drawn. */
export type NumberGap = {
  readonly organ: string;
  readonly year: number;
  readonly number: number;
  readonly problem: 'missing' | 'not-drawn';
};
/** A file that a journal names and nobody has any more. */
export type LostFile = { readonly caseId: string; readonly number: string; readonly seq: number; readonly fileId: string };
export type RegisterReport = { readonly gaps: readonly NumberGap[]; readonly lostFiles: readonly LostFile[] };

/**
 * Numbers are drawn one after the other, and one that is not used was never drawn: every organ has all of its year. A case bears a
 * number as long as the text of it tells the same year and serial, whatever else an organ writes around them. What an old register
 * did not have up to the last number that was imported was not drawn here.
 */
const GAPS = `
  WITH borne AS (
    SELECT organ_id, number_year AS year, serial AS number
      FROM case_file
     WHERE number ~ ('(^|\\D)' || number_year || '(\\D|$)') AND number ~ ('(^|\\D)0*' || serial || '(\\D|$)')
  ),
  drawn AS (
    SELECT organ_id, year, number FROM number_series, generate_series(1, last) AS number WHERE kind = 'case'
  )
  SELECT organ.code AS organ, year, number, CASE WHEN borne.number IS NULL THEN 'missing' ELSE 'not-drawn' END AS problem
    FROM drawn FULL JOIN borne USING (organ_id, year, number) JOIN organ ON organ.id = organ_id
   WHERE drawn IS NULL OR (borne IS NULL AND number > coalesce(
     (SELECT max(serial) FROM imported_case WHERE imported_case.organ_id = organ.id AND imported_case.year = drawn.year), 0))
   ORDER BY organ, year, number`;

const LOST_FILES = `
  SELECT journal.case_id AS "caseId", case_file.number, journal.seq, named.id AS "fileId"
    FROM journal
    JOIN case_file ON case_file.id = journal.case_id
    CROSS JOIN LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(journal.fact -> 'fileIds') WHEN 'array' THEN journal.fact -> 'fileIds' END) AS named (id)
   WHERE NOT EXISTS (
     SELECT FROM stored_file WHERE stored_file.id = named.id AND stored_file.organ_id = case_file.organ_id)
   ORDER BY case_file.number, journal.seq`;

/** What no chain tells: whether a whole case is gone, and whether the files are there that the journals name. */
export async function verifyRegister(pool: CommandPool): Promise<RegisterReport> {
  const [gaps, lostFiles] = await Promise.all([
    pool.query<NumberGap>({ text: GAPS }),
    pool.query<LostFile>({ text: LOST_FILES }),
  ]);
  return { gaps: gaps.rows, lostFiles: lostFiles.rows };
}
