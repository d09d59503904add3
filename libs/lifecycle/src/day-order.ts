import type { LocalDate } from '@gongkai/calendar';
import { arrivalDay } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';

/** Two days of a case of which the later thing stands before the earlier one. */
export type Disorder = {
  readonly earlier: LocalDate;
  readonly later: LocalDate;
  /** Which two things they are, whatever their days. */
  readonly of: string;
};

type Days = readonly (LocalDate | null)[];
type Course = readonly [name: string, days: Days];

/**
 * The days of a case that stand in the wrong order: decided before the application came, signed before it was approved,
 * served before it was dispatched, answered before it was served or begun. None, in a case that was told in its order.
 * @param receivedOn the day the application was received, or the order of the present round; null while it is not settled
 */
export function disorders(file: CaseFile, receivedOn: LocalDate | null): Disorder[] {
  return courses(file, receivedOn).flatMap(([name, days]) => {
    const known = days.flatMap((day, i) => (day === null ? [] : [{ day, i }]));
    return known.slice(1).flatMap(({ day: later, i }, n) => {
      const before = known[n];
      return before !== undefined && later < before.day
        ? [{ earlier: before.day, later, of: `${name} ${String(before.i)} ${String(i)}` }]
        : [];
    });
  });
}

/** What has to follow upon each other. What belongs to an earlier round came after the arrival, and not after the order that followed. */
function courses({ receipt, round, items, notices, consultations, remedies }: CaseFile, begun: LocalDate | null): Course[] {
  const { approvedOn, signedOn, dispatchedOn, servedOn, cameBackOn, publicNoticeOn } = round.reply;
  const begin = (number: number): LocalDate | null => (number === round.number ? begun : arrivalDay(receipt));
  return [
    ...items.map(({ id, decision, review }): Course => {
      const made = [decision?.decidedOn ?? null, review?.passedOn ?? null, approvedOn];
      return [`item ${id}`, [begun, ...made, signedOn, dispatchedOn, servedOn]];
    }),
    ['return', [dispatchedOn, cameBackOn, publicNoticeOn]],
    ...notices.map((one): Course => [`notice ${one.id}`, [begin(one.round), one.dispatchedOn, one.servedOn]]),
    ...consultations.map((one): Course => [`consultation ${one.id}`, [one.dispatchedOn, one.servedOn, one.answeredOn]]),
    ...remedies.flatMap(({ id, acceptedOn, openedOn, answeredOn, closedOn }): Course[] => [
      [`acceptance ${id}`, [acceptedOn, openedOn]],
      [`answer ${id}`, [openedOn, answeredOn]],
      [`end ${id}`, [openedOn, closedOn]],
    ]),
  ];
}
