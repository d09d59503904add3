import type { CommandType, NoticeKind } from '@gongkai/contracts';
import { factTypesOf, noticeKindOf } from '@gongkai/lifecycle';

/** Which fact of a journal bears a number of which series, as rows of SQL. */
const BEARERS = [
  ...new Set(
    (Object.entries(noticeKindOf) as [CommandType, NoticeKind][]).flatMap(([step, kind]) =>
      factTypesOf[step].map((type) => `('${type}', '${kind}')`),
    ),
  ),
].join(', ');

/** What an old register brought has numbers of another time, which nobody drew here. */
const IMPORTED = `
  SELECT FROM imported_case JOIN journal AS last ON last.case_id = imported_case.case_id AND last.hash = imported_case.last_hash
   WHERE imported_case.case_id = journal.case_id AND journal.seq <= last.seq`;

/** The day of a letter that was signed or left before its step was written down. */
const LETTER_DAY = `least(journal.on_day,
  (journal.fact ->> CASE journal.type WHEN 'REPLY_SIGNED' THEN 'on' ELSE 'dispatchedOn' END)::date)`;

/** Of that day is the number, by the year it tells; numbers from before that was so are of the day of their entry. */
const YEAR = `
  (SELECT CASE WHEN journal.fact ->> 'number' ~ ('(^|\\D)' || letter.year || '(\\D|$)') THEN letter.year
               ELSE extract(year FROM journal.on_day)::int END
     FROM (SELECT extract(year FROM ${LETTER_DAY})::int AS year) AS letter)`;

/**
 * The numbers that documents bear, each with its series: organ, kind, and the year of which it was drawn. Every one that was
 * drawn stands in a journal, also where the document never left or was signed anew; a case that was split off does not bear those it took along.
 * @param which a condition on `journal`
 */
export const noticeNumbers = (which: string): string => `
  SELECT case_file.organ_id, bearer.kind, ${YEAR} AS year, journal.fact ->> 'number' AS number
    FROM journal
    JOIN (VALUES ${BEARERS}) AS bearer (type, kind) ON bearer.type = journal.type
    JOIN case_file ON case_file.id = journal.case_id
   WHERE journal.fact ? 'number' AND ${which} AND NOT EXISTS (${IMPORTED})`;
