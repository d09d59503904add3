import type { LocalDate } from '@gongkai/calendar';
import type { LawShelf } from '../law-shelf.js';
import type { DutySource, OwedDuty } from '../reminders/organ-duties.js';
import type { RedoOrder } from './record-file.js';
import { recordDue } from './record-view.js';

type Row = {
  readonly organId: string;
  readonly number: string;
  readonly receivedOn: LocalDate;
  readonly until: LocalDate | null;
  readonly redo: RedoOrder | null;
};

/** What nothing was sent of yet: few, by the partial index; and what was sent, or withdrawn, only after the first day. */
const OWED = `
  SELECT organ_id AS "organId", number, received_on AS "receivedOn", NULL::date AS until, redo FROM record_correction
   WHERE state IN ('open', 'drafted', 'signed') AND coalesce((redo ->> 'servedOn')::date, received_on) <= $2::date
   UNION ALL
  SELECT organ_id, number, received_on, over.on_day, NULL
    FROM (SELECT record_id, min(on_day) AS on_day FROM record_journal WHERE did IN ('send', 'withdraw') GROUP BY record_id) AS over
    JOIN record_correction ON record_correction.id = over.record_id
   WHERE over.on_day > $1::date AND received_on <= $2::date
   ORDER BY "receivedOn", number`;

/** Answers that organs owe to requests to correct a record (REG 41), until one was sent. */
export const owedRecordAnswers =
  (laws: LawShelf): DutySource =>
  async ({ from, to }, read) => {
    const rows = await read<Row>({ name: 'owed-record-answers', text: OWED, values: [from, to] });
    return rows.map(({ organId, number, receivedOn, until, redo }) => (): OwedDuty => {
      const { on: due, provisional } = recordDue(receivedOn, laws.lawOf(laws.statute, receivedOn, organId), redo);
      const since = redo?.servedOn ?? receivedOn;
      return { organId, deadline: 'recordCorrectionDue', about: number, due, provisional, since, until };
    });
  };
