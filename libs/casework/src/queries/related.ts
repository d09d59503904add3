import type { RelatedCases } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { organInSight } from '../visibility.js';

export type RelatedRow = RelatedCases['items'][number];

/** What the journals say of a case and others, in the order it came about; a merger that was given up is none. The case is `$3`. */
const RELATIONS = `
  SELECT (fact ->> 'splitFrom')::uuid AS id, 'split_from' AS relation, at
    FROM journal WHERE case_id = $3 AND type = 'APPLICATION_RECEIVED' AND fact ? 'splitFrom'
  UNION ALL SELECT (fact ->> 'newCaseId')::uuid, 'split_off', at FROM journal WHERE case_id = $3 AND type = 'SPLIT'
  UNION ALL SELECT (fact ->> 'caseId')::uuid, 'linked', at FROM journal WHERE case_id = $3 AND type = 'CASE_LINKED'
  UNION ALL SELECT (fact ->> 'intoCaseId')::uuid, 'merged_into', at
    FROM journal JOIN case_file AS held ON held.id = journal.case_id AND held.outcome = 'merged'
   WHERE case_id = $3 AND type = 'MERGED'
  UNION ALL SELECT held.id, 'merged_here', at
    FROM cases_merged_into($3) AS kept (case_id)
    JOIN journal ON journal.case_id = kept.case_id AND type = 'MERGED' AND (fact ->> 'intoCaseId')::uuid = $3
    JOIN case_file AS held ON held.id = journal.case_id AND held.outcome = 'merged'`;

/** The cases in sight that are related to one. */
export const relatedTo = (person: Person, caseId: string): Statement => ({
  name: 'related-cases',
  text: `
    SELECT case_file.id, case_file.number, case_file.subject, related.relation
      FROM (${RELATIONS}) AS related
      JOIN case_file ON case_file.id = related.id
      JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
     ORDER BY related.at, case_file.number, related.relation`,
  values: [person.organId, person.seesBelow, caseId],
});
