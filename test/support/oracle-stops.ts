import { dayAfter, isWorkingDay, workingDayAfter, workingDaysIn } from './days.js';
import type { EventOf } from './facts.js';

/** Consultations, read day by day (REG 32, 33(3), 34). */
export type Consultation = EventOf<'consultation'>;
const FOREVER = '9999-12-31';
const ANSWER_DAYS = 15;

const upTo = (day: string | undefined, last: string): string | undefined => (day !== undefined && day <= last ? day : undefined);

/** What was known of the consultations on a day: each date counts by itself. */
export function consultationsKnownOn(all: readonly Consultation[], day: string): Consultation[] {
  return all
    .filter((one) => one.dispatchedOn <= day)
    .map((one) => ({
      ...one,
      receivedByConsultedOn: upTo(one.receivedByConsultedOn, day),
      answeredOn: upTo(one.answeredOn, day),
    }));
}

/** The last day for the answer; nobody is waited for by the day where the letter is not served, nor at a secrecy authority. */
function answerDueOf(one: Consultation): string | null {
  if (one.kind === 'secrecy_authority' || one.receivedByConsultedOn === undefined) return null;
  return workingDayAfter(one.receivedByConsultedOn, ANSWER_DAYS);
}

const isAnswered = (one: Consultation, due: string | null): boolean =>
  one.answeredOn !== undefined && (due === null || one.answeredOn <= due);

/** The last day that does not count because of this letter, silence taken to last; `null` where it stops nothing. */
function stoppedUntil(one: Consultation): string | null {
  const due = answerDueOf(one);
  if (isAnswered(one, due)) return one.answeredOn ?? null;
  return one.kind === 'secrecy_authority' ? FOREVER : due;
}

/** Day by day: the day on which `budget` working days outside all stops have passed; `null` where nobody can tell. */
export function nthDayOutsideStops(from: string, budget: number, consultations: readonly Consultation[]): string | null {
  for (let day = dayAfter(from), left = budget; ; day = dayAfter(day)) {
    if (!isWorkingDay(day)) continue;
    const stops = consultations.filter((one) => one.dispatchedOn < day && day <= (stoppedUntil(one) ?? ''));
    if (stops.some((one) => stoppedUntil(one) === FOREVER)) return null;
    if (stops.length === 0) left -= 1;
    if (left === 0) return day;
  }
}

/** Whether a day someone set lies behind the dispatch of a letter nobody can say the end of. */
export const isBeyondForecast = (day: string, consultations: readonly Consultation[]): boolean =>
  consultations.some((one) => one.dispatchedOn < day && stoppedUntil(one) === FOREVER);

export type ConsultationOutcome = {
  id: string;
  kind: Consultation['kind'];
  answerDue: string | null;
  closedOn: string | null;
  closedBy: 'answer' | 'lapse' | null;
  /** `null`: open without end, nothing to count to. */
  excludedWorkingDays: number | null;
  effectOfSilence: 'organ_decides' | 'deemed_consent' | null;
};

/** How a consultation stands, of which everything up to `today` is known; without `today` silence runs to its end. */
export function outcomeOf(one: Consultation, today: string | undefined): ConsultationOutcome {
  const answerDue = answerDueOf(one);
  const { closedOn, closedBy } = endOf(one, answerDue, today);
  const effect = one.kind === 'joint_organ' ? 'deemed_consent' : 'organ_decides';
  return {
    id: one.id,
    kind: one.kind,
    answerDue,
    closedOn,
    closedBy,
    excludedWorkingDays: excludedDays(one, closedOn ?? today),
    effectOfSilence: closedBy === 'lapse' ? effect : null,
  };
}

function endOf(
  one: Consultation,
  due: string | null,
  today: string | undefined,
): Pick<ConsultationOutcome, 'closedOn' | 'closedBy'> {
  if (isAnswered(one, due)) return { closedOn: one.answeredOn ?? null, closedBy: 'answer' };
  const isOver = due !== null && (today === undefined || today > due);
  return isOver ? { closedOn: due, closedBy: 'lapse' } : { closedOn: null, closedBy: null };
}

function excludedDays(one: Consultation, until: string | undefined): number | null {
  if (stoppedUntil(one) === null) return 0;
  return until === undefined ? null : workingDaysIn(one.dispatchedOn, until);
}
