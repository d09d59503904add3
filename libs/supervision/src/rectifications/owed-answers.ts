import type { LocalDate } from '@gongkai/calendar';
import type { DutySource, LawShelf, OwedDuty } from '@gongkai/casework';

type Row = {
  readonly id: string;
  readonly organId: string;
  readonly demandedOn: LocalDate;
  readonly workingDays: number;
  readonly until: LocalDate | null;
};

/** Every demand stands until the next that is done with it: an answer, another demand, its end. */
const OWED = `
  SELECT id, organ_id AS "organId", demanded_on AS "demandedOn", working_days AS "workingDays", NULL::date AS until
    FROM rectification WHERE state = 'open' AND demanded_on <= $2::date
   UNION ALL
  SELECT id, organ_id, (demand ->> 'on')::date, (demand ->> 'workingDays')::int, (next ->> 'on')::date
    FROM rectification CROSS JOIN LATERAL jsonb_array_elements(history) WITH ORDINALITY AS placed (demand, n)
   CROSS JOIN LATERAL (SELECT history -> n::int AS next) AS following
   WHERE demand ->> 'workingDays' IS NOT NULL AND (demand ->> 'on')::date <= $2::date AND (next ->> 'on')::date > $1::date`;

/** Answers that organs owe to what was demanded of them after an assessment (整改, REG 47). */
export const owedAnswers =
  (laws: LawShelf): DutySource =>
  async ({ from, to }, read) => {
    const rows = await read<Row>({ name: 'owed-answers', text: OWED, values: [from, to] });
    return rows.map(({ id, organId, demandedOn: since, workingDays, until }) => (): OwedDuty => {
      const { calendar } = laws.lawOf(laws.statute, to, organId);
      const due = calendar.add(since, workingDays);
      return { organId, deadline: 'rectificationDue', about: id, due, provisional: calendar.isProvisional(due), since, until };
    });
  };
