import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile } from './case-file.js';

/** Two days of a case of which the later thing stands before the earlier one. */
export type Disorder = { readonly earlier: LocalDate; readonly later: LocalDate };

type Days = readonly (LocalDate | null)[];

/**
 * The days of a case that stand in the wrong order: decided before the application came, signed before it was approved,
 * served before it was dispatched, answered before it was served or begun. None, in a case that was told in its order.
 * @param receivedOn the day the application was received; null while it is not settled
 */
export function disorders(file: CaseFile, receivedOn: LocalDate | null): Disorder[] {
  return courses(file, receivedOn).flatMap((days) => {
    const known = days.filter((day) => day !== null);
    return known.slice(1).flatMap((later, i) => {
      const earlier = known[i] ?? later;
      return later < earlier ? [{ earlier, later }] : [];
    });
  });
}

/** What has to follow upon each other. */
function courses({ round, items, notices, consultations, remedies }: CaseFile, receivedOn: LocalDate | null): Days[] {
  const { approvedOn, signedOn, dispatchedOn, servedOn, cameBackOn, publicNoticeOn } = round.reply;
  const begun = round.order?.servedOn ?? receivedOn;
  return [
    ...items.map(({ decision, review }): Days => {
      const made = [decision?.decidedOn ?? null, review?.passedOn ?? null, approvedOn];
      return [begun, ...made, signedOn, dispatchedOn, servedOn];
    }),
    [dispatchedOn, cameBackOn, publicNoticeOn],
    ...notices.map((notice): Days => [receivedOn, notice.dispatchedOn, notice.servedOn]),
    ...consultations.map((asked): Days => [asked.dispatchedOn, asked.servedOn, asked.answeredOn]),
    ...remedies.flatMap(({ acceptedOn, openedOn, answeredOn, closedOn }): Days[] => [
      [acceptedOn, openedOn],
      [openedOn, answeredOn],
      [openedOn, closedOn],
    ]),
  ];
}
