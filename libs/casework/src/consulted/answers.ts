import type { LocalDate } from '@gongkai/calendar';
import type { AnswersByLink } from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import { letterOf } from '../incoming/rows.js';
import { ANSWERS, answerKeysSql, lettersHereSql } from './letters-sql.js';

export type AnswerRow = {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly arrived_on: LocalDate;
  readonly waits: boolean;
};

/** What was answered by link to the letters of a case, and waits or was put to it; to a letter that a split shared, to either case. */
export const answersTo = (caseId: string, organId: string): Statement => ({
  name: 'answers-by-link',
  text: `
    SELECT incoming.id, incoming.sealed, incoming.arrived_on::text, incoming.state = 'waiting' AS waits
      FROM (${lettersHereSql('$1::uuid')}) AS letter
      JOIN incoming ON incoming.organ_id = $2 AND incoming.source = 'portal' AND incoming.key = ANY (${answerKeysSql('letter.id')})
     WHERE ${ANSWERS}
     ORDER BY incoming.arrived_at, incoming.id`,
  values: [caseId, organId],
});

/** What each of them says. @throws SealBroken when the key does not fit */
export function answersIn(rows: readonly AnswerRow[], sealer: Sealer): AnswersByLink['items'] {
  return rows.flatMap((row) => {
    const said = letterOf(row, sealer).meantFor?.answer;
    return said === undefined ? [] : [{ ...said, incomingId: row.id, arrivedOn: row.arrived_on, waits: row.waits }];
  });
}
