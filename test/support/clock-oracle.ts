import { UNKNOWN_FROM, workingDayAfter } from './days.js';
import { eventsOf, type Event, type Facts, type Receipt } from './facts.js';
import { courseOf, dayOf, dueOf, type Course } from './oracle-course.js';
import { consultationsKnownOn, outcomeOf, type Consultation, type ConsultationOutcome } from './oracle-stops.js';

/**
 * A second, naive reading of the statutory clock: it walks the calendar one day at a time and knows only the shipped rules.
 * Slow and plain on purpose; the property tests hold the engine against it.
 */
export type OracleDates = {
  receivedOn: string | null;
  correctionNoticeDeadline: string | null;
  replyDueAtRegistration: string | null;
  clock: 'not_started' | Course['clock'];
  replyDue: string | null;
  extendedDue: string | null;
  finalDue: string | null;
  consultations: ConsultationOutcome[];
  correctionDueFromApplicant?: string | null;
  lateCorrection?: true;
  restartedOn?: string;
  feePaymentDue?: string | null;
  feeLiftedOn?: string;
  extensionRefused?: Course['refused'];
  calendarUnknownFrom?: string;
  provisionalReplyDue?: string;
  provisionalFinalDue?: string;
  cautiousFinalDue?: string | null;
};

/** The dates of a case, from all facts or from those known on the day `asOf`. */
export function oracle(facts: Facts, asOf?: string): OracleDates {
  const t = receivedOn(facts.receipt, asOf);
  const dates = t === null ? notStarted() : started(t, known(facts.events, asOf), asOf);
  const signedOn = cautiousDay(facts.receipt, asOf);
  if (signedOn === null) return dates;
  const strict = started(signedOn, known(facts.events, asOf), asOf);
  const isEstimate = strict.provisionalFinalDue !== undefined;
  if (strict.finalDue === null && !isEstimate) return dates;
  return { ...dates, cautiousFinalDue: strict.finalDue, ...(isEstimate ? { calendarUnknownFrom: UNKNOWN_FROM } : {}) };
}

const isKnown = (day: string | undefined, asOf: string | undefined): boolean =>
  day !== undefined && (asOf === undefined || day <= asOf);

/** T by channel: handed over, signed for, or confirmed with the applicant (REG 31). */
function receivedOn(receipt: Receipt, asOf: string | undefined): string | null {
  const day = settlingDay(receipt);
  return day !== undefined && isKnown(day, asOf) ? day : null;
}

function settlingDay(receipt: Receipt): string | undefined {
  if (receipt.channel === 'in_person') return receipt.submittedOn;
  if (receipt.channel !== 'ems' && receipt.channel !== 'registered_mail') return receipt.confirmedOn;
  return receipt.misaddressed ? receipt.confirmedOn : receipt.signedOn;
}

function cautiousDay(receipt: Receipt, asOf: string | undefined): string | null {
  return 'misaddressed' in receipt && receipt.misaddressed && isKnown(receipt.signedOn, asOf) ? receipt.signedOn : null;
}

function known(events: readonly Event[], asOf: string | undefined): Event[] {
  return events.filter((event) => dayOf(event) === undefined || isKnown(dayOf(event), asOf));
}

function notStarted(): OracleDates {
  return {
    receivedOn: null,
    correctionNoticeDeadline: null,
    replyDueAtRegistration: null,
    clock: 'not_started',
    replyDue: null,
    extendedDue: null,
    finalDue: null,
    consultations: [],
  };
}

function started(t: string, events: readonly Event[], asOf: string | undefined): OracleDates {
  const course = courseOf(t, events, asOf);
  const today = course.withdrawnOn ?? asOf;
  const all = eventsOf(events, 'consultation');
  const consultations = today === undefined ? all : consultationsKnownOn(all, today);
  const due = course.clock === 'running' ? dueOf(course, consultations) : { replyDue: null, extendedDue: null, finalDue: null };
  const dates: OracleDates = {
    receivedOn: t,
    correctionNoticeDeadline: workingDayAfter(t, 7),
    replyDueAtRegistration: workingDayAfter(t, course.budget),
    clock: course.clock,
    ...due,
    consultations: outcomesOf(consultations, today),
    ...optional(course),
  };
  return course.delayedUntil === null ? provisional(dates) : dates;
}

const outcomesOf = (consultations: readonly Consultation[], today: string | undefined): ConsultationOutcome[] =>
  consultations.map((one) => outcomeOf(one, today));

function optional(course: Course): Partial<OracleDates> {
  return {
    ...(course.correctionDue === undefined ? {} : { correctionDueFromApplicant: course.correctionDue }),
    ...(course.lateCorrection ? { lateCorrection: true as const } : {}),
    ...(course.restartedOn === undefined ? {} : { restartedOn: course.restartedOn }),
    ...(course.feeDue === undefined ? {} : { feePaymentDue: course.feeDue }),
    ...(course.feeLiftedOn === undefined ? {} : { feeLiftedOn: course.feeLiftedOn }),
    ...(course.refused === undefined ? {} : { extensionRefused: course.refused }),
  };
}

const isUnknown = (day: string | null | undefined): day is string => typeof day === 'string' && day >= UNKNOWN_FROM;
const COUNTED = [
  'correctionNoticeDeadline',
  'replyDueAtRegistration',
  'replyDue',
  'extendedDue',
  'finalDue',
  'correctionDueFromApplicant',
  'feePaymentDue',
] as const;

/** Silence that ended on an estimated day has no firm day either. */
const withoutDue = (one: ConsultationOutcome): ConsultationOutcome => ({
  ...one,
  answerDue: null,
  closedOn: one.closedBy === 'lapse' ? null : one.closedOn,
});

/** No firm date behind the last published calendar: it is taken back, and the estimate stands beside it. */
function provisional(dates: OracleDates): OracleDates {
  const taken = Object.fromEntries(COUNTED.filter((name) => isUnknown(dates[name])).map((name) => [name, null]));
  const consultations = dates.consultations.map((one) => (isUnknown(one.answerDue) ? withoutDue(one) : one));
  const isReached = Object.keys(taken).length > 0 || dates.consultations.some((one) => isUnknown(one.answerDue));
  const refused = dates.extensionRefused;
  return {
    ...dates,
    ...taken,
    ...(refused && isUnknown(refused.due) ? { extensionRefused: { ...refused, due: null } } : {}),
    consultations,
    ...(isReached ? { calendarUnknownFrom: UNKNOWN_FROM } : {}),
    ...(isUnknown(dates.replyDue) ? { provisionalReplyDue: dates.replyDue } : {}),
    ...(isUnknown(dates.finalDue) ? { provisionalFinalDue: dates.finalDue } : {}),
  };
}
