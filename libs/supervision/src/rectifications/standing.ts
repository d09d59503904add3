import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { RectificationState } from '@gongkai/contracts';
import type { KeptRectification, RectificationDeed } from './rectification-rows.js';

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

type Deeds = readonly Pick<RectificationDeed, 'did' | 'on' | 'workingDays'>[];

/** Whether what was demanded last has its answer. */
export const isAnswered = (history: Deeds): boolean => history.findLast(({ did }) => did !== 'close')?.did === 'answer';

/** Whether an answer on a day, after what had been done before it, came past its last day or once nobody waited for it any more. */
export function isLate(on: LocalDate, before: Deeds, { calendar }: Pick<Seeing, 'calendar'>): boolean {
  const demand = before.findLast(({ workingDays }) => workingDays !== null);
  if (before.at(-1)?.did === 'close' || demand === undefined) return true;
  return on > calendar.add(demand.on, demand.workingDays ?? 0);
}
