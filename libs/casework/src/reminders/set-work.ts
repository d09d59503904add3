import type { LocalDate } from '@gongkai/calendar';
import type { Statement } from '@gongkai/platform';
import type { LawShelf } from '../law-shelf.js';
import type { Colleagues } from './colleagues.js';
import type { LoudHours } from './loud-hours.js';
import type { NewNotification } from './new-notifications.js';

/** How many rows are taken, planned and written together, in one commit. */
export const SET = 200;

/** The moment of a set. */
export type Hour = { readonly now: Date; readonly today: LocalDate };

/** What a set is planned by. */
export type Planning = Hour & { readonly laws: LawShelf; readonly hours: LoudHours; readonly colleagues: Colleagues };

/** A row that waits, with what tells whose it is. */
export type WaitingRow = {
  readonly case_id: string;
  readonly subject: string;
  /** From the root of the tree down to the organ of the case. */
  readonly organ_path: readonly string[];
  /** Down to the organ of who is asked to help, where it is about that. */
  readonly asked_path?: readonly string[];
};

/** What becomes of a row. */
export type Telling = { readonly told: readonly NewNotification[]; readonly unheard: boolean };

/** One kind of thing that is taken in sets: which rows are next, what becomes of each, and the one statement for all of them. */
export type Work<Row extends WaitingRow, Plan extends Telling> = {
  readonly take: (hour: Hour, after: Row | null) => Statement;
  readonly plan: (row: Row, planning: Planning) => Plan;
  readonly write: (planned: readonly Plan[]) => Statement;
};
