import { noticeNumbers } from '@gongkai/casework';
import type { Statement } from '@gongkai/platform';
import { OF_DESTROYED } from './disposal-rows.js';

/** The cases that a list (`$1`) destroys. */
const MINE = `SELECT case_id FROM disposal_case WHERE disposal_id = $1 AND verdict = 'destroy'`;

/** Those that are no more what was listed: somebody worked at them since, or one went to court. */
export const readMoved = (disposalId: string): Statement => ({
  name: 'moved-since-listed',
  text: `
    SELECT number FROM disposal_case
     WHERE disposal_id = $1 AND verdict = 'destroy'
       AND NOT EXISTS (SELECT FROM case_file WHERE id = case_id AND case_file.last_hash = disposal_case.last_hash AND state = 'filed')
     ORDER BY place`,
  values: [disposalId],
});

/**
 * The files that nothing else names. They are left to housekeeping, which takes them from the disk with the pictures of their pages; what is
 * published, or lies in another case, stays. Each place that names files is read once: holding every file against every entry would take
 * the longer the more cases an organ has kept.
 */
const LET_GO = `
  WITH mine AS MATERIALIZED (${MINE}),
  here AS MATERIALIZED (SELECT DISTINCT organ_id FROM case_file WHERE id IN (SELECT case_id FROM mine)),
  named (id, organ_id, case_id) AS MATERIALIZED (
    SELECT file_id, case_file.organ_id, journal.case_id
      FROM journal JOIN case_file ON case_file.id = journal.case_id, jsonb_array_elements_text(fact -> 'fileIds') AS file_id
     WHERE fact ? 'fileIds' AND case_file.organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT source_id, organ_id, case_id FROM redaction WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT result_id, organ_id, case_id FROM redaction WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT file_id, organ_id, case_id FROM publication_draft WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT source_id, organ_id, case_id FROM publication_draft WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT unnest(file_ids), organ_id, case_id FROM incoming WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT unnest(file_ids), organ_id, NULL FROM record_correction WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT file_id, organ_id, NULL FROM entry_proposal WHERE organ_id IN (SELECT organ_id FROM here)
    UNION ALL SELECT file_id, organ_id, NULL FROM disclosure WHERE organ_id IN (SELECT organ_id FROM here))
  UPDATE stored_file SET loose_since = ${OF_DESTROYED}
   WHERE (id, organ_id) IN (SELECT id, organ_id FROM named WHERE case_id IN (SELECT case_id FROM mine))
     AND NOT EXISTS (
       SELECT FROM named
        WHERE named.id = stored_file.id AND named.organ_id = stored_file.organ_id
          AND (case_id IS NULL OR case_id NOT IN (SELECT case_id FROM mine)))`;

const ARRIVED = `SELECT id FROM incoming WHERE case_id IN (${MINE})`;

/** A record of the applicant for each agent who came or went: the journal names those that the case has no more. */
const FORMER_RECORDS = `
  DELETE FROM applicant
   WHERE id IN (SELECT (fact ->> 'applicantId')::uuid FROM journal WHERE case_id IN (${MINE}) AND fact ? 'applicantId')
     AND NOT EXISTS (SELECT FROM case_file WHERE applicant_id = applicant.id)
     AND NOT EXISTS (
       SELECT FROM journal
        WHERE fact ? 'applicantId' AND fact ->> 'applicantId' = applicant.id::text AND case_id NOT IN (${MINE}))`;

/** The letters of cases. @param which of whom, as SQL */
const lettersOf = (which: string): string => `
  SELECT (asked ->> 'id')::uuid FROM case_file, jsonb_array_elements(file -> 'consultations') AS asked WHERE ${which}`;

/** Where who was asked was reached: a letter that a split shared is also of a case that stays. */
const CONTACTS = `
  DELETE FROM party_contact
   WHERE consultation_id IN (
     ${lettersOf(`case_file.id IN (${MINE})`)}
     EXCEPT ${lettersOf(`case_file.id NOT IN (${MINE}) AND file -> 'consultations' <> '[]'`)})`;

/** Before they go, the numbers that they and their documents bore: a series that was drawn without gaps is proven so afterwards. */
const NUMBERS = `
  INSERT INTO destroyed_number
  SELECT $1::uuid, organ_id, 'case', number_year, number FROM case_file WHERE id IN (${MINE})
  UNION ALL SELECT $1::uuid, organ_id, kind, year, number FROM (${noticeNumbers(`journal.case_id IN (${MINE})`)}) AS notice`;

/** Everything that a case left, in the order in which it can go. What was published of it stays, without the link. */
const GOING: readonly string[] = [
  NUMBERS,
  LET_GO,
  FORMER_RECORDS,
  CONTACTS,
  `UPDATE incoming SET follows = NULL WHERE follows IN (${ARRIVED}) AND (case_id IS NULL OR case_id NOT IN (${MINE}))`,
  `DELETE FROM incoming_event WHERE incoming_id IN (${ARRIVED})`,
  `DELETE FROM incoming WHERE case_id IN (${MINE})`,
  ...[
    'redaction',
    'publication_draft',
    'notification',
    'query_code',
    'follow_mail',
    'letter_mail',
    'appearing',
    'case_watch',
    'journal',
  ].map((table) => `DELETE FROM ${table} WHERE case_id IN (${MINE})`),
  `
  WITH gone AS (DELETE FROM case_file WHERE id IN (${MINE}) RETURNING applicant_id)
  DELETE FROM applicant
   WHERE id IN (SELECT applicant_id FROM gone)
     AND NOT EXISTS (SELECT FROM case_file WHERE applicant_id = applicant.id AND case_file.id NOT IN (${MINE}))`,
];

/** Takes the cases of an approved list out of the system; the list stays (销毁清册). */
export const destruction = (disposalId: string): readonly Statement[] => GOING.map((text) => ({ text, values: [disposalId] }));
