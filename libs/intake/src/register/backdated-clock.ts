import type { LocalDate } from '@gongkai/calendar';
import { Clock } from '@gongkai/platform';

/**
 * The clock of who writes down what happened before: the day is that of the deed, the moment is that of the writing. So the law judges by
 * the day, and the journal says when it was really written.
 */
export class BackdatedClock extends Clock {
  #day: LocalDate;

  constructor(private readonly real: Clock) {
    super();
    this.#day = real.today();
  }

  now(): Date {
    return this.real.now();
  }

  override today(): LocalDate {
    return this.#day;
  }

  /** Goes to that day. */
  turnTo(day: LocalDate): void {
    this.#day = day;
  }
}
