import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { ClockState, Light } from '@gongkai/contracts';

/** What a light is judged by. */
export type Lit = {
  readonly due: LocalDate | null;
  /** The reply was dispatched or the case has ended. */
  readonly over: boolean;
  readonly stopped: boolean;
  readonly clock: ClockState;
  readonly settled: boolean;
};

const WAITING: ReadonlySet<ClockState> = new Set<ClockState>(['awaiting_correction', 'awaiting_payment', 'deemed_abandoned']);
const RED_UP_TO = 1;
const YELLOW_UP_TO = 5;

/** The first that applies: none, overdue, stopped, red, yellow, green; by working days left in (today, due]. */
export function lightOf(lit: Lit, today: LocalDate, calendar: WorkingDays): Light {
  const { due, stopped, clock } = lit;
  if (isNone(lit)) return 'none';
  if (due !== null && today > due) return 'overdue';
  if (stopped || WAITING.has(clock)) return 'stopped';
  return due === null ? 'none' : byDaysLeft(calendar.count(today, due));
}

/** T is not fixed (and no cautious reading of it either), the reply has gone out, or the case has ended. */
const isNone = ({ due, over, clock, settled }: Lit): boolean => over || clock === 'withdrawn' || (!settled && due === null);

function byDaysLeft(days: number): Light {
  if (days <= RED_UP_TO) return 'red';
  return days <= YELLOW_UP_TO ? 'yellow' : 'green';
}
