import type { CaseRemedy } from '@gongkai/lifecycle';
import type { LawShelf } from '../law-shelf.js';
import type { DutySource, OwedDuty } from '../reminders/organ-duties.js';
import { answerTo } from './record-remedies.js';

type Row = {
  readonly organId: string;
  readonly number: string;
  readonly remedy: CaseRemedy;
};

/** What was brought by the last day and neither answered nor over on the first: few, by a partial index. */
const BROUGHT = `
  SELECT organ_id AS "organId", number, remedy
    FROM record_correction CROSS JOIN LATERAL jsonb_array_elements(remedies) AS remedy
   WHERE remedies <> '[]' AND (remedy ->> 'openedOn')::date <= $2::date
     AND coalesce(least((remedy ->> 'answeredOn')::date, (remedy ->> 'closedOn')::date) > $1::date, true)
   ORDER BY remedy ->> 'openedOn', number`;

/** Answers that organs owe to complaints, reconsiderations and suits against answers to requests to correct a record (REG 41, 51). */
export const owedRecordRemedies =
  (laws: LawShelf): DutySource =>
  async ({ from, to }, read) => {
    const rows = await read<Row>({ name: 'owed-record-remedies', text: BROUGHT, values: [from, to] });
    return rows.map((row) => () => owedOf(row, laws));
  };

function owedOf({ organId, number: about, remedy }: Row, laws: LawShelf): OwedDuty {
  const { openedOn: since, answeredOn, closedOn } = remedy;
  const owed = answerTo(remedy, laws.lawOf(laws.statute, since, organId));
  if (owed === undefined) throw new Error('A remedy has no period for our answer in this statute.');
  const until = [answeredOn, closedOn].filter((day) => day !== null).sort()[0] ?? null;
  return { organId, about, ...owed, since, until };
}
