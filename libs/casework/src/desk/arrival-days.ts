import type { LocalDate } from '@gongkai/calendar';
import type { FieldProblem, Receipt } from '@gongkai/contracts';
import { arrivalDay } from '@gongkai/statutes';

/** How an application came in, with the postmark where there is one. */
export type Arrival = Receipt & { readonly postmarkOn?: LocalDate | undefined };

/** The days of an arrival that have not come yet; where all have, a postmark after it. */
export function arrivalProblems(arrival: Arrival, today: LocalDate): FieldProblem[] {
  const days = Object.entries(arrival).filter(([name]) => name.endsWith('On')) as [string, LocalDate | undefined][];
  const future = days.flatMap(([path, day]): FieldProblem[] =>
    day !== undefined && day > today ? [{ path, code: 'future-date' }] : [],
  );
  const isStampedLater = arrival.postmarkOn !== undefined && arrival.postmarkOn > arrivalDay(arrival);
  return future.length > 0 || !isStampedLater ? future : [{ path: 'postmarkOn', code: 'signed-before-posted' }];
}
