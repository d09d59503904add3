import type { LocalDate } from '@gongkai/calendar';
import type { DutySource, LawShelf, OwedDuty } from '@gongkai/casework';
import { formedDue, type Formed } from './formed-due.js';

type Row = Formed & { readonly number: string; readonly since: LocalDate; readonly until: LocalDate | null };

/** What was entered by mistake was never owed; it is owed from the day on which the program came to know of it. */
const OWED = `
  SELECT organ_id AS "organId", number, on_day AS "on", term_days AS "termDays", term_unit AS "termUnit", term_source AS "termSource",
         greatest(on_day, (entered_at AT TIME ZONE 'Asia/Shanghai')::date) AS since,
         (ended_at AT TIME ZONE 'Asia/Shanghai')::date AS until
    FROM formed_information
   WHERE ended_as IS DISTINCT FROM 'mistaken'
     AND (entered_at AT TIME ZONE 'Asia/Shanghai')::date <= $2::date
     AND (ended_at IS NULL OR (ended_at AT TIME ZONE 'Asia/Shanghai')::date > $1::date)
   ORDER BY on_day, number`;

/** What organs have formed and owe to the public, until it is published or answered (REG 26). */
export const owedFormed =
  (laws: LawShelf): DutySource =>
  async ({ from, to }, read) => {
    const rows = await read<Row>({ name: 'owed-formed', text: OWED, values: [from, to] });
    return rows.map(({ number, since, until, ...formed }) => (): OwedDuty => {
      const { on: due, provisional } = formedDue(formed, laws);
      return { organId: formed.organId, deadline: 'publicationDue', about: number, due, provisional, since, until };
    });
  };
