import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { ConsultationKind } from '@gongkai/contracts';
import { inForce, type Grounds, type Statute } from '@gongkai/statutes';

/** The law that a plan is made by; what it is worth shows when the desk judges it. */
export type PlanLaw = { readonly statute: Statute; readonly calendar: WorkingDays; readonly grounds: Grounds };

/** Days (after, upTo] that do not count. */
export type Stop = { readonly after: LocalDate; readonly upTo: LocalDate };

/** The n-th working day after a day that lies in no stop. */
export function countedDay(calendar: WorkingDays, from: LocalDate, n: number, stops: readonly Stop[]): LocalDate {
  let day = from;
  for (let left = n; left > 0;) {
    day = calendar.next(day);
    if (!stops.some(({ after, upTo }) => day > after && day <= upTo)) left -= 1;
  }
  return day;
}

export const latest = (...days: readonly LocalDate[]): LocalDate => days.reduce((a, b) => (a > b ? a : b));

const ANSWER_DAYS = {
  third_party: 'consult.third_party.days',
  joint_organ: 'consult.joint.days',
  other_organ: 'consult.related.days',
} as const;

/** Working days in which a consulted party answers; the secrecy authority has no period. */
export function answerDays({ statute }: PlanLaw, kind: ConsultationKind, on: LocalDate): number | null {
  return kind === 'secrecy_authority' ? null : inForce(statute, ANSWER_DAYS[kind], on);
}
