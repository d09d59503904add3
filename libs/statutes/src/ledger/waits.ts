import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { FieldCode } from '@gongkai/contracts';
import type { ClockLaw } from '../law.js';
import type { EventOf, LedgerEvent } from './ledger-facts.js';
import { endOfPeriod, endOfWorkingDays, type PeriodEnd } from './period-end.js';

/** What lets the period begin anew; a fee that is lifted ends the wait for its payment, however long that has been over. */
type Restart = 'correction' | 'payment' | 'lifting';

/** Where correction and payment have led the clock. Both restart it: a fresh period from their own day (REG 30; FEE). */
export type Waits = {
  /** The T in force: the first one, or the last restart. */
  readonly startedOn: LocalDate;
  readonly restartedOn: LocalDate | null;
  readonly restartedBy: Restart | null;
  readonly awaiting: 'correction' | 'payment' | null;
  readonly abandoned: boolean;
  readonly lateCorrection: boolean;
  readonly correctionDue: PeriodEnd | null;
  readonly paymentDue: PeriodEnd | null;
  /** A fee that was asked in error and taken back: from which day it was waited for, and until when. It has moved nothing (REG 42). */
  readonly undone: { readonly from: LocalDate; readonly on: LocalDate } | null;
  /** Whether the notice that stands was answered in time. */
  readonly answered: { readonly correction: boolean; readonly payment: boolean };
  /** What does not fit together, by event; for the input check. */
  readonly conflicts: readonly Conflict[];
};
export type Conflict = { readonly event: LedgerEvent; readonly field: 'on' | null; readonly code: FieldCode };

type Situation = Waits & {
  readonly noticeSeen: 'none' | 'effective' | 'without_effect';
  /** What a wait for a payment began with: the day, and the payment that was due before it. */
  readonly feeWait: { readonly from: LocalDate; readonly dueBefore: PeriodEnd | null } | null;
};
type Moving = EventOf<'correction_notice_received' | 'correction_received' | 'fee_notice_received' | 'fee_paid'>;
type Context = {
  readonly law: ClockLaw;
  readonly calendar: WorkingDays;
  readonly noticeDeadline: LocalDate;
  readonly given: ReadonlySet<LedgerEvent['type']>;
};
type Step<E extends Moving> = (now: Situation, event: E, context: Context) => Situation;

/** On one day an answer comes after its own notice and before a notice of the other kind. */
const ORDER = {
  correction: ['correction_notice_received', 'correction_received', 'fee_notice_received', 'fee_paid'],
  payment: ['fee_notice_received', 'fee_paid', 'correction_notice_received', 'correction_received'],
} as const;

/**
 * Folds notices and their answers, by day. Without `asOf` a wait lasts until it is answered or recorded as unanswered;
 * with it, a wait is over once its last day has passed.
 */
export function foldWaits(
  events: readonly LedgerEvent[],
  receivedOn: LocalDate,
  { law, calendar }: { law: ClockLaw; calendar: WorkingDays },
  asOf: LocalDate | undefined,
): Waits {
  const context: Context = {
    law,
    calendar,
    noticeDeadline: endOfWorkingDays(calendar, receivedOn, law.correctionNotice.days).date,
    given: new Set(events.map(({ type }) => type)),
  };
  let now: Situation = { ...BEGIN, startedOn: receivedOn };
  for (const day of byDay(events.filter(isMoving))) {
    const rank: readonly Moving['type'][] = ORDER[now.awaiting ?? 'correction'];
    for (const event of day.sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type))) now = advance(now, event, context);
  }
  return closeWait(now, context, asOf);
}

const BEGIN: Omit<Situation, 'startedOn'> = {
  restartedOn: null,
  restartedBy: null,
  awaiting: null,
  abandoned: false,
  lateCorrection: false,
  correctionDue: null,
  paymentDue: null,
  undone: null,
  conflicts: [],
  noticeSeen: 'none',
  feeWait: null,
  answered: { correction: false, payment: false },
};

const MOVING: ReadonlySet<LedgerEvent['type']> = new Set(ORDER.correction);
const isMoving = (event: LedgerEvent): event is Moving => MOVING.has(event.type);

function byDay(events: readonly Moving[]): Moving[][] {
  const days = new Map<LocalDate, Moving[]>();
  for (const event of events) days.set(event.on, [...(days.get(event.on) ?? []), event]);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const steps: { readonly [K in Moving['type']]: Step<EventOf<K>> } = {
  correction_notice_received(now, event, context) {
    if (now.noticeSeen !== 'none') return conflict(now, event, 'second-correction-notice', null);
    if (now.awaiting === 'payment' && !lapsedBefore(now, event.on, context)) return conflict(now, event, 'payment-awaited');
    if (now.abandoned || now.awaiting === 'payment') return { ...now, noticeSeen: 'without_effect' };
    return correctionAsked(now, event, context);
  },
  correction_received(now, event, context) {
    if (now.awaiting !== 'correction' || !now.correctionDue)
      return unasked(now, event, now.noticeSeen !== 'none', context.given.has('correction_notice_received'));
    if (inTime(event, now.correctionDue, context.law)) return restart(now, event.on, 'correction');
    return { ...now, awaiting: null, abandoned: true, lateCorrection: true };
  },
  fee_notice_received(now, event, context) {
    if (now.awaiting === 'correction' && !lapsedBefore(now, event.on, context)) return conflict(now, event, 'correction-awaited');
    const period = context.law.feePayment;
    if (now.abandoned || now.awaiting === 'correction' || !period) return now;
    return {
      ...now,
      awaiting: 'payment',
      feeWait: now.awaiting === 'payment' ? now.feeWait : { from: event.on, dueBefore: now.paymentDue },
      paymentDue: endOfWorkingDays(context.calendar, event.on, period.days),
      answered: { ...now.answered, payment: false },
    };
  },
  fee_paid(now, event, context) {
    if (now.awaiting !== 'payment' || !now.paymentDue)
      return unasked(now, event, wasAsked(now), context.given.has('fee_notice_received'));
    if (event.lifted === 'in_error') return undo(now, event.on);
    if (event.lifted) return restart(now, event.on, 'lifting');
    return event.on <= now.paymentDue.date ? restart(now, event.on, 'payment') : { ...now, awaiting: null, abandoned: true };
  },
};

const advance = (now: Situation, event: Moving, context: Context): Situation =>
  (steps[event.type] as Step<Moving>)(now, event, context);

/** A notice sent after the 7 working days: by default it has no effect (`correction.late_notice`). */
function correctionAsked(
  now: Situation,
  event: EventOf<'correction_notice_received'>,
  { law, calendar, noticeDeadline }: Context,
): Situation {
  const late = event.dispatchedOn !== undefined && event.dispatchedOn > noticeDeadline;
  if (late && law.choice.lateNotice === 'forbid') return { ...now, noticeSeen: 'without_effect' };
  const correctionDue = endOfPeriod(calendar, event.on, { days: event.period, unit: event.periodUnit });
  if (late && law.choice.lateNotice === 'allow_no_restart') return { ...now, noticeSeen: 'without_effect', correctionDue };
  return { ...now, noticeSeen: 'effective', awaiting: 'correction', correctionDue };
}

function inTime(event: EventOf<'correction_received'>, due: PeriodEnd, { choice }: ClockLaw): boolean {
  const on = choice.inTimeBy === 'posted' ? (event.postedOn ?? event.on) : event.on;
  if (on <= due.date || choice.lateAnswer === 'accept_if_open') return true;
  return choice.lateAnswer === 'accept_if_good_reason' && event.goodReason === true;
}

const restart = (now: Situation, on: LocalDate, by: Restart): Situation => ({
  ...now,
  startedOn: on,
  restartedOn: on,
  restartedBy: by,
  awaiting: null,
  undone: null,
  answered: { ...now.answered, [by === 'correction' ? by : 'payment']: true },
});

/** As if the fee had never been asked: the period that ran before the wait runs on, with what was given for it (REG 42). */
const undo = (now: Situation, on: LocalDate): Situation => ({
  ...now,
  awaiting: null,
  paymentDue: now.feeWait?.dueBefore ?? null,
  undone: { from: now.feeWait?.from ?? on, on },
  answered: { ...now.answered, payment: true },
});

const wasAsked = ({ paymentDue, undone, abandoned }: Situation): boolean => paymentDue !== null || undone !== null || abandoned;

/** An answer that nothing waits for: a second one has no effect; one before or without its notice does not fit. */
function unasked(now: Situation, event: Moving, asked: boolean, everAsked: boolean): Situation {
  if (asked) return now;
  return everAsked ? conflict(now, event, 'before-notice') : conflict(now, event, 'notice-missing', null);
}

const conflict = (now: Situation, event: LedgerEvent, code: FieldCode, field: 'on' | null = 'on'): Situation => ({
  ...now,
  conflicts: [...now.conflicts, { event, field, code }],
});

const dueOf = (now: Situation): PeriodEnd | null => (now.awaiting === 'correction' ? now.correctionDue : now.paymentDue);

/** Whether the wait was recorded as unanswered and its period was over before that day. */
function lapsedBefore(now: Situation, day: LocalDate, { given }: Context): boolean {
  const due = dueOf(now);
  return due !== null && day > due.date && given.has(now.awaiting === 'correction' ? 'correction_not_received' : 'fee_not_paid');
}

function closeWait(now: Situation, context: Context, asOf: LocalDate | undefined): Waits {
  const due = dueOf(now);
  if (now.awaiting === null || !due) return now;
  const over =
    asOf === undefined
      ? context.given.has(now.awaiting === 'correction' ? 'correction_not_received' : 'fee_not_paid')
      : asOf > due.date;
  return over ? { ...now, awaiting: null, abandoned: true } : now;
}

/** Answers in time beside a record that none came, and records of a missing answer to a notice that was never served. */
export function contradictions(events: readonly LedgerEvent[], waits: Waits): Conflict[] {
  const given = new Set(events.map(({ type }) => type));
  return events.flatMap((event): Conflict[] => {
    const asked = event.type in ASKED_BY ? ASKED_BY[event.type as keyof typeof ASKED_BY] : null;
    if (!asked) return [];
    if (!given.has(asked.notice)) return [{ event, field: null, code: 'notice-missing' }];
    return waits.answered[asked.answer] ? [{ event, field: null, code: 'answered-and-lapsed' }] : [];
  });
}

const ASKED_BY = {
  correction_not_received: { notice: 'correction_notice_received', answer: 'correction' },
  fee_not_paid: { notice: 'fee_notice_received', answer: 'payment' },
} as const;
