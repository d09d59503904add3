import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';
import type { AlarmRow, DeadlineRow } from './columns.js';

/**
 * What stands of a case in tables beside it, read under its lock: others change of it no more than when a reminder rings, so what is read is
 * what a command finds when it writes.
 */
export type RowsBeside = {
  readonly deadlines: readonly DeadlineRow[];
  readonly alarms: readonly AlarmRow[];
  /**
   * Somebody was reminded of one of its deadlines and has not said that they know; false: all such reminders were settled by a command; null:
   * there is none that a command could settle, or bring back.
   */
  readonly reminded: boolean | null;
};

/** Of a case that is not there yet. */
export const NOTHING_BESIDE: RowsBeside = { deadlines: [], alarms: [], reminded: null };

/** The columns of {@link RowsBeside}. @param id of the case, as SQL */
export const besideColumns = (id: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'due', due, 'provisional', provisional)), '[]')
     FROM deadline WHERE deadline.case_id = ${id}) AS deadlines,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'subject', subject, 'rings_on', rings_on, 'due', due, 'provisional', provisional)), '[]')
     FROM alarm WHERE alarm.case_id = ${id}) AS alarms,
  (SELECT bool_or(acknowledged_at IS NULL) FROM notification
    WHERE notification.case_id = ${id} AND kind = 'reminder' AND acknowledged_by IS NULL) AS reminded`;

/** The same in a statement of its own, for after the one that locks the case. */
export const readBeside = (id: string): Statement => ({
  name: 'rows-beside',
  text: `SELECT ${besideColumns('$1::uuid')}`,
  values: [asUuid(id)],
});

/** Rows that have to be written, and those that have to go. */
export type Difference<Row> = { readonly set: readonly Row[]; readonly gone: readonly Row[] };

/** What differs between the rows that stand and those that are to stand; rows that stay as they are, are not touched. */
function difference<Row>(stand: readonly Row[], shall: readonly Row[], { key, text }: Compared<Row>): Difference<Row> {
  const standing = new Map(stand.map((row) => [key(row), row]));
  const keys = new Set(shall.map(key));
  return {
    set: shall.filter((row) => {
      const before = standing.get(key(row));
      return before === undefined || text(before) !== text(row);
    }),
    gone: stand.filter((row) => !keys.has(key(row))),
  };
}

/** By what a row is found, and all that it says. */
type Compared<Row> = { readonly key: (row: Row) => string; readonly text: (row: Row) => string };

const DEADLINES: Compared<DeadlineRow> = {
  key: ({ name }) => name,
  text: ({ due, provisional }) => `${due} ${provisional}`,
};
const ALARMS: Compared<AlarmRow> = {
  key: ({ kind, subject }) => `${kind} ${subject}`,
  text: ({ rings_on, due, provisional }) => `${rings_on} ${due} ${provisional}`,
};

/** What has to be written of the deadlines of a case. */
export const deadlinesToWrite = (beside: RowsBeside, shall: readonly DeadlineRow[]): Difference<DeadlineRow> =>
  difference(beside.deadlines, shall, DEADLINES);

/** What has to be written of what a case waits for. */
export const alarmsToWrite = (beside: RowsBeside, shall: readonly AlarmRow[]): Difference<AlarmRow> =>
  difference(beside.alarms, shall, ALARMS);
