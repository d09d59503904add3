import { json, type CommandPool, type Sealer } from '@gongkai/platform';
import type { SeriesKind } from '../desk/numbering.js';
import { recordAnswers, type UnopenedRecord } from './record-answers.js';
import { noticeNumbers } from './series.js';

/**
 * A number of a series that an organ has drawn and nothing bears, one that is borne and nobody has drawn, or one that two documents bear. Each
 * kind of document has a series of its own in each year, beside that of the cases.
 */
export type NumberGap = {
  readonly organ: string;
  readonly kind: SeriesKind;
  readonly year: number;
  readonly number: number;
  readonly problem: 'missing' | 'not-drawn' | 'double';
};
/** A file that a journal names and nobody has any more. */
export type LostFile = { readonly caseId: string; readonly number: string; readonly seq: number; readonly fileId: string };
export type RegisterReport = {
  readonly gaps: readonly NumberGap[];
  readonly lostFiles: readonly LostFile[];
  /** Requests to correct a record that no key opens: what they say, and the number of their answer, nobody knows. */
  readonly unopened: readonly UnopenedRecord[];
};

/**
 * The serial in a number: the last figures in it beside the year, once the prefix of the organ is taken off, however the organ writes them.
 * @param number, year expressions
 */
const serialIn = (number: string, year: string): string => `
  (SELECT (array_agg(figures[1]::numeric ORDER BY place DESC))[1]
     FROM regexp_matches(regexp_replace(replace(${number}, organ.number_prefix, ''), '(^|\\D)' || ${year} || '(?!\\d)', '\\1'), '\\d+', 'g')
          WITH ORDINALITY AS found (figures, place))`;

/**
 * Numbers are drawn one after the other, and one that is not used was never drawn: every organ has all of its year. A case bears a
 * number as long as the text of it tells the same year and serial, whatever else an organ writes around them. What an old register
 * did not have up to the last number that was imported was not drawn here. What was destroyed after its retention stands on a list.
 * Which answer to a request to correct a record bears which number is sealed with it: they are opened before, and come as `$1`.
 */
const GAPS = `
  WITH noted AS (
    SELECT organ_id, kind, year, number FROM (${noticeNumbers('true')}) AS notice
    UNION ALL SELECT organ_id, kind, year, number FROM destroyed_number
    UNION ALL SELECT "organId", 'record_answer', year, number
      FROM jsonb_to_recordset($1::jsonb) AS answer ("organId" uuid, year int, number text)
  ),
  borne AS (
    SELECT organ_id, 'case' AS kind, number_year AS year, serial::numeric AS number
      FROM case_file
     WHERE number ~ ('(^|\\D)' || number_year || '(\\D|$)') AND number ~ ('(^|\\D)0*' || serial || '(\\D|$)')
    UNION ALL SELECT organ_id, 'record_correction', number_year, serial FROM record_correction
    UNION ALL
    SELECT noted.organ_id, noted.kind, noted.year, ${serialIn('noted.number', 'noted.year')}
      FROM noted JOIN organ ON organ.id = noted.organ_id
  ),
  once AS (
    SELECT organ_id, kind, year, number, count(*) AS times FROM borne WHERE number IS NOT NULL GROUP BY 1, 2, 3, 4
  ),
  drawn AS (
    SELECT organ_id, kind, year, number::numeric FROM number_series, generate_series(1, last) AS number
  ),
  found AS (
    SELECT organ_id, kind, year, number, times, drawn IS NULL AS is_undrawn FROM drawn FULL JOIN once USING (organ_id, kind, year, number)
  )
  SELECT organ.code AS organ, found.kind, year, least(number, 2147483647)::int AS number,
         CASE WHEN times IS NULL THEN 'missing' WHEN is_undrawn THEN 'not-drawn' ELSE 'double' END AS problem
    FROM found JOIN organ ON organ.id = organ_id
   WHERE is_undrawn OR times > 1 OR (times IS NULL AND (found.kind <> 'case' OR number > coalesce(
     (SELECT max(serial) FROM imported_case WHERE imported_case.organ_id = organ.id AND imported_case.year = found.year), 0)))
   ORDER BY organ, kind, year, number`;

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
export async function verifyRegister(pool: CommandPool, sealer: Sealer): Promise<RegisterReport> {
  const { answers, unopened } = await recordAnswers(pool, sealer);
  const [gaps, lostFiles] = await Promise.all([
    pool.query<NumberGap>({ text: GAPS, values: [json(answers)] }),
    pool.query<LostFile>({ text: LOST_FILES }),
  ]);
  return { gaps: gaps.rows, lostFiles: lostFiles.rows, unopened };
}
