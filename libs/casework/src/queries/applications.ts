import { openBetween } from './spans.js';

/** Cases that are answered apart from another, and are one application with it; an index has these alone. */
const PARTS = `SELECT id, part_of FROM case_file WHERE part_of IS NOT NULL`;

/** Each case of an application that is answered in parts, by the case that it began with; a part can be divided once more. */
const MEMBERS = `
  WITH RECURSIVE part AS (${PARTS}),
  reached AS (
    SELECT id, part_of FROM part
    UNION ALL SELECT reached.id, part.part_of FROM reached JOIN part ON part.id = reached.part_of
  ),
  member AS (SELECT id, part_of AS root FROM reached WHERE part_of NOT IN (SELECT id FROM part))
  SELECT id, root FROM member UNION SELECT root, root FROM member`;

const FIRST = 'ORDER BY case_file.number_year, case_file.serial';
/** Ends without an answer: beside a part that was answered they say nothing of the application. */
const ANSWERED = `case_file.concluded_as NOT IN ('abandoned_correction', 'abandoned_fee', 'withdrawn', 'merged', 'other')`;
const GIVEN = `case_file.concluded_as IN ('granted', 'already_public', 'partly_granted')`;
const NOT_HELD = `(case_file.concluded_as IN ('not_existing', 'not_this_organ') OR coalesce(case_file.concluded_for = 'not_held', false))`;
/** What was not given, all of it or a part. */
const KEPT = `${ANSWERED} AND (NOT (${GIVEN}) OR case_file.concluded_as = 'partly_granted')`;
const IS_OVER = 'bool_and(case_file.concluded_on IS NOT NULL)';

/**
 * Applications that are answered in parts, each as one: it is over when the last part is, and what was decided in all of them is one outcome,
 * as the decisions on several items of one case are (format of the report, counting rules 1 and 4). What was no application is no part.
 */
const WHOLES = `
  SELECT (array_agg(case_file.id ${FIRST}))[1] AS id, case_file.organ_id,
         (array_agg(case_file.applicant_id ${FIRST}))[1] AS applicant_id,
         sum(jsonb_array_length(case_file.file -> 'items'))::int AS items,
         min(case_file.received_on) AS received_on,
         CASE WHEN ${IS_OVER} THEN max(case_file.concluded_on) END AS concluded_on,
         CASE WHEN NOT ${IS_OVER} THEN NULL
              WHEN count(*) FILTER (WHERE ${GIVEN}) > 0 AND count(*) FILTER (WHERE ${KEPT}) > 0 THEN 'partly_granted'
              ELSE coalesce((array_agg(case_file.concluded_as ${FIRST}) FILTER (WHERE ${ANSWERED}))[1],
                            (array_agg(case_file.concluded_as ${FIRST}))[1]) END AS concluded_as,
         CASE WHEN NOT ${IS_OVER} THEN NULL
              WHEN count(*) FILTER (WHERE ${GIVEN}) = 0
              THEN (array_agg(case_file.concluded_for ${FIRST}) FILTER (WHERE ${ANSWERED}))[1]
              WHEN bool_and(${NOT_HELD}) FILTER (WHERE ${KEPT}) THEN 'not_held' END AS concluded_for
    FROM (${MEMBERS}) AS member JOIN case_file ON case_file.id = member.id
   WHERE case_file.received_on IS NOT NULL AND case_file.concluded_as IS DISTINCT FROM 'voided'
   GROUP BY member.root, case_file.organ_id`;

/** Which applications are looked for: SQL of two dates, and of a list of organs. */
type Sought = { readonly from: string; readonly to: string; readonly organs: string };

const COLUMNS = 'id, organ_id, applicant_id, received_on, concluded_on, concluded_as, concluded_for';

/**
 * Applications that were open on a day between two, as a table named `case_file`: a case is one, and those that are answered in parts are one
 * together, with the id of the case it began with. Who counts for the annual report counts these.
 */
export const applicationsBetween = ({ from, to, organs }: Sought): string => `
  (SELECT ${COLUMNS} FROM case_file
    WHERE ${openBetween(from, to)} AND case_file.organ_id = ANY (${organs})
      AND case_file.id <> ALL (ARRAY(SELECT id FROM (${MEMBERS}) AS member))
   UNION ALL
   SELECT ${COLUMNS} FROM (${WHOLES}) AS case_file
    WHERE ${openBetween(from, to)} AND case_file.organ_id = ANY (${organs})) AS case_file`;

/** Applications that are answered in parts, as a table, with how many `items` their cases have. */
export const inParts = (): string => `(${WHOLES})`;
