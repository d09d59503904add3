import { addDays, daysBetween, laterOf, localDate, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { LINKS, type Stretch } from '@gongkai/contracts';
import type { Parameter } from '@gongkai/platform';

/** What takes the parameters of a statement, and says where each stands. */
type Parameters = { readonly add: (value: Parameter) => string };

/** The Regulations came into force: no case is older. */
const FIRST_CASES = localDate('2008-05-01');

/** How many working days lie between a first day and each later one: what SQL counts working days with. */
type Counts = { readonly first: LocalDate; readonly counts: readonly number[] };

const known = new WeakMap<WorkingDays, Counts>();

function countsOf(calendar: WorkingDays): Counts {
  const found = known.get(calendar);
  if (found !== undefined) return found;
  const first = laterOf(calendar.from, FIRST_CASES);
  const counts = Array.from({ length: daysBetween(first, calendar.to) + 1 }, (_, i) => calendar.count(first, addDays(first, i)));
  const made = { first, counts };
  known.set(calendar, made);
  return made;
}

/** Counts working days in SQL, by the calendar of a request. What lies outside the calendar is null. */
export class WorkingDaysSql {
  readonly #counts: string;
  readonly #first: string;

  constructor(calendar: WorkingDays, parameters: Parameters) {
    const { first, counts } = countsOf(calendar);
    this.#counts = `${parameters.add(counts)}::int[]`;
    this.#first = `${parameters.add(first)}::date`;
  }

  /** Working days d with from < d ≤ to. @param from of type date, as is `to` */
  between(from: string, to: string): string {
    return `(${this.#at(to)} - ${this.#at(from)})`;
  }

  #at(day: string): string {
    return `(${this.#counts})[${day} - ${this.#first} + 1]`;
  }
}

/** Where a reply stands: that of the present round in the case itself, those of rounds before it in a table of their own. */
export type ReplyTable = 'case_file' | 'earlier_reply';

/** The day on which a link was reached; of the one after the last, the day that was left. */
const reached = (place: number, reply: ReplyTable): string => `(${reply}.pace #>> '{reached,${place}}')::date`;

/** Where a stretch begins and ends, as dates in SQL; a link that was passed over has no beginning. */
export function endsOf(stretch: Stretch, reply: ReplyTable): { readonly from: string; readonly to: string } {
  if (stretch === 'whole') return { from: reached(0, reply), to: `${reply}.replied_on` };
  const place = LINKS.indexOf(stretch);
  const after = Array.from({ length: LINKS.length - place }, (_, i) => reached(place + 1 + i, reply));
  return { from: reached(place, reply), to: after.length === 1 ? reached(LINKS.length, reply) : `coalesce(${after.join(', ')})` };
}

/** The day by which the reply of a round was due: the date that the light shone by. */
export const replyDueSql = (reply: ReplyTable): string =>
  `least(coalesce(${reply}.final_due, ${reply}.provisional_due), ${reply}.cautious_due)`;

/** Whether a round of earlier ended by an order, and its day had passed without a reply: that day stands where the reply should. */
export const missedSql = (reply: ReplyTable): string => (reply === 'earlier_reply' ? 'earlier_reply.missed' : 'false');

/** Whether it left in time. A reply for which no day could be told was not late; one that never left was. */
export const inTimeSql = (reply: ReplyTable): string =>
  `(NOT ${missedSql(reply)} AND coalesce(${reply}.replied_on <= ${replyDueSql(reply)}, true))`;
export const extendedSql = (reply: ReplyTable): string => `${reply}.pace ->> 'extendedOn' IS NOT NULL`;
export const correctedSql = (reply: ReplyTable): string => `${reply}.pace ->> 'correctedOn' IS NOT NULL`;
