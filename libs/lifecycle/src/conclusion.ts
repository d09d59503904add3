import type { LocalDate } from '@gongkai/calendar';
import type { DecisionCode, Ground } from '@gongkai/contracts';

/** How an application ended, as the annual report counts it. */
export type Conclusion = {
  /** The day the reply was made, the period ended unused, or the applicant took it back (G235). */
  readonly on: LocalDate;
  readonly outcome: DecisionCode;
  /** Of a refusal: the ground. Of a grant in part `not_held`, where all that was not given is not held. */
  readonly reason: Ground | 'not_held' | null;
};
