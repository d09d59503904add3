import type { LocalDate } from '@gongkai/calendar';
import { deadlinesBeside, type CaseRemedy } from '@gongkai/lifecycle';
import type { LawShelf } from '../law-shelf.js';
import type { DutySource, OwedDuty } from '../reminders/organ-duties.js';
import { OURS } from './record-remedies.js';

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

const AGAINST_NOTHING_ELSE = { ending: null, round: { order: null, reply: { dispatchedOn: null } } } as const;

/** Answers that organs owe to complaints, reconsiderations and suits against answers to requests to correct a record (REG 41, 51). */
export const owedRecordRemedies =
  (laws: LawShelf): DutySource =>
  async ({ from, to }, read) => {
    const rows = await read<Row>({ name: 'owed-record-remedies', text: BROUGHT, values: [from, to] });
    return rows.map((row) => () => owedOf(row, laws, to));
  };

function owedOf({ organId, number: about, remedy }: Row, laws: LawShelf, today: LocalDate): OwedDuty {
  const { openedOn: since, answeredOn, closedOn } = remedy;
  const law = laws.lawOf(laws.statute, since, organId);
  const unanswered = { ...remedy, answeredOn: null, closedOn: null };
  const found = deadlinesBeside([], { ...AGAINST_NOTHING_ELSE, remedies: [unanswered] }, law, today).find(isOurs);
  const due = found?.due ?? found?.provisionalDue;
  if (found === undefined || due === undefined) throw new Error('A remedy has no period for our answer in this statute.');
  const until = [answeredOn, closedOn].filter((day) => day !== null).sort()[0] ?? null;
  return { organId, deadline: found.deadline, about, due, provisional: found.due === null, since, until };
}

const isOurs = <T extends { readonly deadline: string }>(one: T): one is T & { readonly deadline: (typeof OURS)[number] } =>
  OURS.some((name) => name === one.deadline);
