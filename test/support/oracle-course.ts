import { calendarDaysAfter, dayAfter, isWorkingDay, workingDayAfter } from './days.js';
import { eventsOf, type Event, type EventOf } from './facts.js';
import { consultationsKnownOn, isBeyondForecast, nthDayOutsideStops, type Consultation } from './oracle-stops.js';

type Refused = { code: 'late' | 'over_limit' | 'second' | 'clock_not_running'; dispatchedOn: string; due: string | null };

/** Where the clock stands after the facts told so far. */
export type Course = {
  clock: 'running' | 'awaiting_correction' | 'awaiting_payment' | 'deemed_abandoned' | 'withdrawn';
  readonly firstT: string;
  /** T in force. */
  t: string;
  /** Working days for the reply; as many again at most by extension. */
  readonly budget: number;
  extendedBy: number;
  delayedUntil: string | null;
  refused?: Refused;
  correctionDue?: string;
  lateCorrection?: true;
  restartedOn?: string;
  feeDue?: string;
  /** What the wait for a payment has put aside: the last day of a payment before it. */
  feeDueBefore?: string | undefined;
  feeLiftedOn?: string;
  withdrawnOn?: string;
};
type Tale = { readonly course: Course; readonly consultations: readonly Consultation[] };

const NOTICE_DAYS = 7;
const PAY_DAYS = 20;
const NEW_TEXT_FROM = '2019-05-15';

/** Plays the facts one after another. `today`: nothing later is known, and waits that ended before are over. */
export function courseOf(t: string, events: readonly Event[], today: string | undefined): Course {
  const budget = t < NEW_TEXT_FROM ? 15 : 20;
  const course: Course = { clock: 'running', firstT: t, t, budget, extendedBy: 0, delayedUntil: null };
  const tale = { course, consultations: eventsOf(events, 'consultation') };
  for (const event of inOrder(events)) play(tale, event);
  const undated = eventsOf(events, 'delay_set').find((event) => event.on === undefined);
  if (undated) course.delayedUntil = undated.until;
  endWaits(course, events, today);
  return course;
}

/**
 * Of one day: first what was served, and what the organ takes back of it; then what it sent, which is judged by the end of the day; then
 * what it received; a withdrawal is the last word.
 */
const RANK: Partial<Record<Event['type'], number>> = {
  correction_notice_received: 0,
  fee_notice_received: 0,
  extension: 2,
  delay_set: 2,
  withdrawn: 4,
};
const rankOf = ({ type, lifted }: Event): number => (lifted === 'in_error' ? 1 : (RANK[type] ?? 3));

export const dayOf = (event: Event): string | undefined =>
  'dispatchedOn' in event && !('on' in event) ? event.dispatchedOn : 'on' in event ? event.on : undefined;

function inOrder(events: readonly Event[]): Event[] {
  const key = (event: Event): string => `${dayOf(event) ?? ''} ${String(rankOf(event))}`;
  return events.filter((event) => dayOf(event) !== undefined).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function play(tale: Tale, event: Event): void {
  const { course } = tale;
  if (event.type === 'extension') extend(tale, event);
  if (course.clock === 'withdrawn' || course.clock === 'deemed_abandoned') return;
  if (event.type === 'delay_set') course.delayedUntil = event.until;
  if (event.type === 'withdrawn') Object.assign(course, { clock: 'withdrawn', withdrawnOn: event.on });
  playWaits(course, event);
}

function playWaits(course: Course, event: Event): void {
  if (event.type === 'correction_notice_received') noticeServed(course, event);
  if (event.type === 'correction_received') corrected(course, event.on);
  if (event.type === 'fee_notice_received') feeAsked(course, event.on);
  if (event.type === 'fee_paid') settled(course, event);
}

function extend({ course, consultations }: Tale, { dispatchedOn, workingDays }: EventOf<'extension'>): void {
  const due = course.clock === 'running' ? dueOf(course, consultationsKnownOn(consultations, dispatchedOn)).finalDue : null;
  const code = refusalOf(course, dispatchedOn, workingDays, due);
  if (code === null) course.extendedBy += workingDays;
  else course.refused = { code, dispatchedOn, due };
}

function refusalOf(course: Course, dispatchedOn: string, workingDays: number, due: string | null): Refused['code'] | null {
  if (course.clock !== 'running') return 'clock_not_running';
  if (due !== null && dispatchedOn > due) return 'late';
  if (course.extendedBy > 0) return 'second';
  return workingDays > course.budget ? 'over_limit' : null;
}

/** The three dates as they look from these consultations. */
export function dueOf(
  course: Course,
  consultations: readonly Consultation[],
): { replyDue: string | null; extendedDue: string | null; finalDue: string | null } {
  const { t, budget, extendedBy, delayedUntil } = course;
  const replyDue = nthDayOutsideStops(t, budget, consultations);
  const extendedDue = extendedBy > 0 ? nthDayOutsideStops(t, budget + extendedBy, consultations) : null;
  const counted = extendedBy > 0 ? extendedDue : replyDue;
  const set = delayedUntil !== null && isBeyondForecast(delayedUntil, consultations) ? null : delayedUntil;
  return { replyDue, extendedDue, finalDue: delayedUntil === null ? counted : set };
}

/** The last day to correct: working days, or calendar days that do not end on a day off. */
export function lastDayToCorrect(notice: EventOf<'correction_notice_received'>): string {
  if (notice.periodUnit === 'working_day') return workingDayAfter(notice.on, notice.period);
  let last = calendarDaysAfter(notice.on, notice.period);
  while (!isWorkingDay(last)) last = dayAfter(last);
  return last;
}

/** A notice sent too late does nothing; where the day of dispatch is not told nobody asks. */
export const hasEffect = (notice: EventOf<'correction_notice_received'>, firstT: string): boolean =>
  notice.dispatchedOn === undefined || notice.dispatchedOn <= workingDayAfter(firstT, NOTICE_DAYS);

function noticeServed(course: Course, notice: EventOf<'correction_notice_received'>): void {
  if (!hasEffect(notice, course.firstT)) return;
  course.clock = 'awaiting_correction';
  course.correctionDue = lastDayToCorrect(notice);
}

function corrected(course: Course, on: string): void {
  if (course.clock !== 'awaiting_correction') return;
  if (on <= (course.correctionDue ?? '')) restart(course, on);
  else Object.assign(course, { clock: 'deemed_abandoned', lateCorrection: true });
}

function feeAsked(course: Course, on: string): void {
  if (course.clock !== 'awaiting_payment') course.feeDueBefore = course.feeDue;
  Object.assign(course, { clock: 'awaiting_payment', feeDue: workingDayAfter(on, PAY_DAYS) });
}

/** Paid, or nothing to be paid any more; what was asked in error is as if nobody had asked. */
function settled(course: Course, { on, lifted }: EventOf<'fee_paid'>): void {
  if (lifted === undefined) paid(course, on);
  else if (lifted === true) restart(course, on);
  else Object.assign(course, { clock: 'running', feeDue: course.feeDueBefore, feeLiftedOn: on });
}

function paid(course: Course, on: string): void {
  if (on <= (course.feeDue ?? '')) restart(course, on);
  else course.clock = 'deemed_abandoned';
}

/** A fresh period: what was given or refused for the old T is gone. */
function restart(course: Course, on: string): void {
  Object.assign(course, {
    clock: 'running',
    t: on,
    restartedOn: on,
    extendedBy: 0,
    delayedUntil: null,
    refused: undefined,
    feeLiftedOn: undefined,
  });
}

function endWaits(course: Course, events: readonly Event[], today: string | undefined): void {
  const waits = {
    awaiting_correction: { due: course.correctionDue, end: 'correction_not_received' },
    awaiting_payment: { due: course.feeDue, end: 'fee_not_paid' },
  } as const;
  if (course.clock !== 'awaiting_correction' && course.clock !== 'awaiting_payment') return;
  const { due = '', end } = waits[course.clock];
  const isOver = today === undefined ? eventsOf(events, end).length > 0 : today > due;
  if (isOver) course.clock = 'deemed_abandoned';
}
