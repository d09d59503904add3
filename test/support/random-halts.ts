import fc from 'fast-check';
import { calendarDaysAfter, workingDayAfter } from './days.js';
import type { Event, EventOf } from './facts.js';
import { hasEffect, lastDayToCorrect } from './oracle-course.js';

const gap = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });

/** Corrections and fees: at most one of each, in either order, answered in time, late, never, or never and told so. */
export const diceOfHalts = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('correction', 'fee'),
    after: gap(14),
    /** Calendar days from dispatch to service of a correction notice; undefined: nobody says when it was sent. */
    post: fc.option(gap(6), { nil: undefined }),
    period: gap(25, 1),
    periodUnit: fc.constantFrom('working_day', 'calendar_day'),
    /** A second fee notice, that many days after the first. */
    again: fc.option(gap(9, 1), { nil: undefined, freq: 2 }),
    answer: fc.option(gap(40), { nil: undefined, freq: 4 }),
    isDeclaredOver: fc.boolean(),
    /** How a fee is answered: paid, or taken back. */
    lifted: fc.constantFrom(undefined, undefined, undefined, true as const, 'in_error' as const),
  }),
  { maxLength: 2, selector: ({ kind }) => kind },
);

type Die = {
  kind: 'correction' | 'fee';
  after: number;
  post: number | undefined;
  period: number;
  periodUnit: 'working_day' | 'calendar_day';
  again: number | undefined;
  answer: number | undefined;
  isDeclaredOver: boolean;
  lifted: true | 'in_error' | undefined;
};

export type Halts = {
  readonly events: Event[];
  /** Days on which a wait begins. */
  readonly noticeDays: string[];
  readonly answerDays: string[];
  /** Last day of a period that nobody kept. */
  overAfter?: string;
};
type Wait = {
  readonly lastNotice: string;
  readonly due: string;
  readonly isWaiting: boolean;
  readonly over: Event;
  readonly answered: 'correction_received' | 'fee_paid';
  /** How it is answered, where that is not by paying. */
  readonly how: { readonly lifted?: NonNullable<Die['lifted']> };
};

const FEES_FROM = '2021-01-01';

/** Lays the waits one after another, the first no earlier than T. */
export function playHalts(t: string, dice: readonly Die[]): Halts {
  const halts: Halts = { events: [], noticeDays: [], answerDays: [] };
  let cursor = t;
  for (const die of dice) {
    const on = calendarDaysAfter(cursor, die.after + (halts.noticeDays.length === 0 ? 0 : 1));
    if (die.kind === 'fee' && on < FEES_FROM) continue;
    const wait = die.kind === 'fee' ? feeNotices(halts, on, die) : correctionNotice(halts, on, { ...die, t });
    const end = answerOf(halts, wait, die);
    if (end === null) return halts;
    cursor = end;
  }
  return halts;
}

function correctionNotice(halts: Halts, on: string, { post, period, periodUnit, t }: Die & { t: string }): Wait {
  const sent = post === undefined ? undefined : calendarDaysAfter(on, -post);
  const dispatchedOn = sent !== undefined && sent < t ? t : sent;
  const notice: EventOf<'correction_notice_received'> = {
    type: 'correction_notice_received',
    on,
    period,
    periodUnit,
    ...(dispatchedOn === undefined ? {} : { dispatchedOn }),
  };
  halts.events.push(notice);
  halts.noticeDays.push(on);
  const over = { type: 'correction_not_received' } as const;
  return {
    lastNotice: on,
    due: lastDayToCorrect(notice),
    isWaiting: hasEffect(notice, t),
    over,
    answered: 'correction_received',
    how: {},
  };
}

function feeNotices(halts: Halts, on: string, { again, lifted }: Die): Wait {
  const second = again === undefined ? [] : [calendarDaysAfter(on, again)];
  for (const day of [on, ...second]) {
    halts.events.push({ type: 'fee_notice_received', on: day });
    halts.noticeDays.push(day);
  }
  const lastNotice = second[0] ?? on;
  return {
    lastNotice,
    due: workingDayAfter(lastNotice, 20),
    isWaiting: true,
    over: { type: 'fee_not_paid' },
    answered: 'fee_paid',
    how: lifted === undefined ? {} : { lifted },
  };
}

/** @returns the day of the answer */
function answered(halts: Halts, { lastNotice, answered: type, how }: Wait, after: number): string {
  const on = calendarDaysAfter(lastNotice, after);
  halts.events.push({ type, on, ...how });
  halts.answerDays.push(on);
  return on;
}

/** The day from which the case goes on; `null` when it waits or is over. */
function answerOf(halts: Halts, wait: Wait, { answer, isDeclaredOver }: Die): string | null {
  const day = answer === undefined ? undefined : answered(halts, wait, answer);
  if (!wait.isWaiting) return day ?? wait.lastNotice;
  if (day !== undefined && (wait.how.lifted || day <= wait.due)) return day;
  if (isDeclaredOver) halts.events.push(wait.over);
  halts.overAfter = wait.due;
  return null;
}
