import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { RectificationState } from '@gongkai/contracts';
import type { KeptRectification } from './rectification-rows.js';

/** What it is seen by: the calendar, on a day. */
export type Seeing = { readonly calendar: WorkingDays; readonly today: LocalDate };
/** Where it stands, and the last day for an answer to what was demanded last. */
export type Standing = { readonly state: RectificationState; readonly due: LocalDate; readonly provisional: boolean };

/** Late from the first day after the last one, until it is answered. */
export function standingOf(
  { state, demandedOn, workingDays }: Pick<KeptRectification, 'state' | 'demandedOn' | 'workingDays'>,
  { calendar, today }: Seeing,
): Standing {
  const due = calendar.add(demandedOn, workingDays);
  return { state: state === 'open' && due < today ? 'overdue' : state, due, provisional: calendar.isProvisional(due) };
}
