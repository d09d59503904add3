import { ForwardOnly } from './forward-only.js';

/** The day by which a remedy has to be answered, of a case that is over and waits for its caseworker; else that of the reply. */
const DUE = `
  CASE WHEN closed_on IS NOT NULL AND turn_role = 'caseworker' THEN (
    SELECT min(coalesce(deadline.due, deadline.provisional)) FROM deadline
     WHERE deadline.case_id = case_file.id AND split_part(deadline.name, ':', 1) IN ('complaintDue', 'reconsiderationAnswerDue', 'defenceDue')
       AND file -> 'remedies' @> jsonb_build_array(jsonb_build_object('id', split_part(deadline.name, ':', 2), 'closedOn', NULL)))
  ELSE least(coalesce(final_due, provisional_due), cautious_due) END`;
const WORDS = `
  lower(concat_ws(E'\\n', number, applicant_name, (
    SELECT string_agg(item ->> 'description', E'\\n' ORDER BY place)
      FROM jsonb_array_elements(file -> 'items') WITH ORDINALITY AS items (item, place))))`;

const WAITS = `
  array_remove(ARRAY[
    CASE WHEN file @? '$.items[*] ? (@.review.status == "pending")' THEN 'review' END,
    CASE WHEN state = 'approving' THEN 'approval' END,
    CASE WHEN closed_on IS NULL AND file @? '$.round.extensionProposed ? (@ != null)' THEN 'extension' END,
    CASE WHEN jsonb_array_length(coalesce(file -> 'toConfirm', '[]')) > 0 THEN 'confirmation' END,
    CASE WHEN file @? '$.consultations[*] ? (@.answeredOn == null && @.round == $.round.number)' THEN 'consultation' END,
    CASE WHEN file @? '$ ? (@.publication == "suggested")' THEN 'publication' END], NULL)`;

/**
 * A list that many cases belong to ends with its page: its order has an index, and what is looked at again a column. What is in work is
 * found among what is in work.
 */
export class Lists1795760000000 extends ForwardOnly {
  readonly name = 'Lists1795760000000';
  protected readonly statements = [
    `ALTER TABLE case_file ADD COLUMN due date, ADD COLUMN words text, ADD COLUMN in_work boolean NOT NULL DEFAULT true,
      ADD COLUMN waits text[] NOT NULL DEFAULT '{}'`,
    `UPDATE case_file SET (due, words, in_work, waits) = (${DUE}, ${WORDS}, turn_role IS NOT NULL, ${WAITS})`,
    'DROP INDEX IF EXISTS case_file_open_due, case_file_open_assignee',
    'CREATE INDEX case_file_in_work ON case_file (organ_id, due, id) WHERE in_work',
    'CREATE INDEX case_file_in_hand ON case_file (assignee_id) WHERE in_work',
    `CREATE INDEX case_file_waits ON case_file (organ_id) WHERE waits <> '{}'`,
    'CREATE INDEX case_file_due_first ON case_file (due, id)',
    'CREATE INDEX case_file_due_last ON case_file (due DESC NULLS LAST, id DESC)',
    'CREATE INDEX case_file_received_first ON case_file (received_on, id)',
    'CREATE INDEX case_file_received_last ON case_file (received_on DESC NULLS LAST, id DESC)',
    'CREATE INDEX case_file_opened_first ON case_file (opened_on, id)',
    'CREATE INDEX case_file_opened_last ON case_file (opened_on DESC NULLS LAST, id DESC)',
  ];
}
