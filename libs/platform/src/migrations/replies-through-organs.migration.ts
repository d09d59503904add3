import { ForwardOnly } from './forward-only.js';

/** The first try that makes the reply: what another organ gave back does not, and what it handed over was made as it was signed for. */
const MADE = `
  SELECT CASE WHEN tried.one ->> 'mode' = 'other_organ' AND tried.at = jsonb_array_length(notice -> 'attempts')
              THEN coalesce(case_file.file #>> '{round,reply,servedOn}', tried.one ->> 'on')
              ELSE tried.one ->> 'on' END::date
    FROM jsonb_array_elements(notice -> 'attempts') WITH ORDINALITY AS tried (one, at)
   WHERE NOT (tried.one ->> 'mode' = 'other_organ' AND tried.one ->> 'cameBackOn' IS NOT NULL)
   ORDER BY tried.at LIMIT 1`;

/** A reply that another organ hands over was made on the day on which it is signed for (G235): so it is told of those that left before. */
export class RepliesThroughOrgans1795909100000 extends ForwardOnly {
  readonly name = 'RepliesThroughOrgans1795909100000';
  protected readonly statements = [
    `UPDATE case_file SET replied_on = made.day,
            concluded_on = CASE WHEN concluded_on = replied_on AND coalesce(case_file.file -> 'concluded', 'null') = 'null'
                                THEN made.day ELSE concluded_on END
       FROM (SELECT case_file.id, (${MADE}) AS day
               FROM case_file, jsonb_array_elements(case_file.file -> 'notices') AS notice
              WHERE notice ->> 'id' = case_file.file #>> '{round,reply,noticeId}'
                AND notice @> '{"attempts":[{"mode":"other_organ"}]}') AS made
      WHERE made.id = case_file.id AND made.day IS NOT NULL AND case_file.replied_on IS NOT NULL AND case_file.replied_on <> made.day`,
  ];
}
