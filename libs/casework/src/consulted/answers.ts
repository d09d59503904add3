import type { LocalDate } from '@gongkai/calendar';
import type { AnswerByLink, AnswersByLink } from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import { letterOf, type StoredIncoming } from '../incoming/rows.js';
import { ANSWERS, answerKeysSql, letterEntriesSql, lettersHereSql } from './letters-sql.js';

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

/** A row of `SAID_BY_LINK`. */
export type SaidRow = Pick<StoredIncoming, 'id' | 'sealed' | 'arrived_at' | 'file_ids' | 'file_names'> & {
  readonly waits: boolean;
};

/** What was said by link to a letter, word for word, and what came with it. */
export type SaidByLink = {
  readonly at: Date;
  readonly answer: AnswerByLink['answer'];
  /** With grounds, and who filled it in. */
  readonly text: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** Nobody has put it to a case yet. */
  readonly waits: boolean;
};

/** What was answered by link to one letter, oldest first; also what was put to another case that has the letter. $1: the case, $2: the letter. */
export const SAID_BY_LINK = `
  SELECT incoming.id, incoming.sealed, incoming.arrived_at, incoming.file_ids, incoming.file_names, incoming.state = 'waiting' AS waits
    FROM (${letterEntriesSql('$1::uuid')}) AS letter
    JOIN case_file ON case_file.id = $1
    JOIN incoming ON incoming.organ_id = case_file.organ_id AND incoming.source = 'portal' AND incoming.key = ANY (${answerKeysSql('letter.id')})
   WHERE letter.consultation_id = $2 AND ${ANSWERS}
   ORDER BY incoming.arrived_at, incoming.id`;

/** The same, unsealed. @throws SealBroken when the key does not fit */
export function saidByLink(rows: readonly SaidRow[], sealer: Pick<Sealer, 'open'>): readonly SaidByLink[] {
  return rows.flatMap((row) => {
    const { meantFor, text } = letterOf(row, sealer);
    if (meantFor?.answer === undefined) return [];
    const files = row.file_ids.map((id, i) => ({ id, name: row.file_names[i] ?? '' }));
    return [{ at: row.arrived_at, answer: meantFor.answer.answer, text: text ?? '', files, waits: row.waits }];
  });
}
