import { ForwardOnly } from './forward-only.js';

/** How a case ended, as far as its last round tells: one that was decided anew is brought over with its journal. */
const CONCLUDED = `
  UPDATE case_file SET
    concluded_on = CASE WHEN coalesce(file #>> '{ending,voided}', 'false') = 'true' THEN NULL
                        ELSE coalesce(file #>> '{ending,on}', file #>> '{round,reply,dispatchedOn}')::date END,
    concluded_as = CASE WHEN file #>> '{ending,voided}' = 'true' THEN 'voided'
                        WHEN file #>> '{round,reply,dispatchedOn}' IS NOT NULL OR file -> 'ending' <> 'null' THEN outcome END,
    concluded_for = CASE WHEN outcome = 'refused' THEN (
      SELECT item #>> '{decision,ground}' FROM jsonb_array_elements(file -> 'items') WITH ORDINALITY AS items (item, place)
       WHERE item #>> '{decision,code}' = 'refused' ORDER BY place LIMIT 1) END
   WHERE file -> 'ending' <> 'null' OR file #>> '{round,reply,dispatchedOn}' IS NOT NULL`;

const CHALLENGED = `
  UPDATE case_file SET (challenged_from, challenged_until) = (
    SELECT min((remedy ->> 'openedOn')::date), max(coalesce(remedy ->> 'closedOn', 'infinity')::date)
      FROM jsonb_array_elements(file -> 'remedies') AS remedy WHERE remedy ->> 'kind' <> 'complaint')
   WHERE jsonb_array_length(file -> 'remedies') > 0`;

/** The days on which an application was open, from its receipt to its end: a report looks at those of its year and at no others. */
const OPEN_DAYS = `
  CREATE INDEX case_file_open_days ON case_file USING gist (
    daterange(least(received_on, concluded_on),
              CASE WHEN concluded_on IS NULL THEN NULL ELSE greatest(received_on, concluded_on) END, '[]'))
   WHERE received_on IS NOT NULL`;

/** What annual reports count: when each application was over and how, and when it was challenged. */
export class AnnualReport1795806900000 extends ForwardOnly {
  readonly name = 'AnnualReport1795806900000';
  protected readonly statements = [
    `ALTER TABLE case_file ADD COLUMN concluded_on date, ADD COLUMN concluded_as text, ADD COLUMN concluded_for text,
      ADD COLUMN challenged_from date, ADD COLUMN challenged_until date`,
    CONCLUDED,
    CHALLENGED,
    OPEN_DAYS,
    `CREATE INDEX case_file_challenged ON case_file USING gist (daterange(challenged_from, challenged_until, '[]'))
      WHERE challenged_from IS NOT NULL`,
    `CREATE INDEX journal_fees ON journal (case_id) WHERE type IN ('FEE_NOTICE_MADE', 'FEE_PAID')`,
  ];
}
