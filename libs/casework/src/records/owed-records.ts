import type { LocalDate } from '@gongkai/calendar';
import type { LawShelf } from '../law-shelf.js';
import type { DutySource, OrganDuty } from '../reminders/organ-duties.js';
import { recordDue } from './record-view.js';

type OpenRow = { readonly organId: string; readonly number: string; readonly receivedOn: LocalDate };

/** What nothing was sent of yet: few, by the partial index. */
const OPEN = `
  SELECT organ_id AS "organId", number, received_on AS "receivedOn" FROM record_correction
   WHERE state IN ('open', 'drafted', 'signed') ORDER BY received_on, id`;

/** Answers that organs owe to requests to correct a record (REG 41), until one was sent. */
export const owedRecordAnswers =
  (laws: LawShelf): DutySource =>
  async (_, read) =>
    (await read<OpenRow>({ name: 'owed-record-answers', text: OPEN })).map(({ organId, number, receivedOn }) => (): OrganDuty => {
      const { on: due, provisional } = recordDue(receivedOn, laws.lawOf(laws.statute, receivedOn, organId));
      return { organId, deadline: 'recordCorrectionDue', about: number, due, provisional };
    });
