import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { ConsultationDeadline } from '@gongkai/contracts';
import type { ClockLaw, ConsultationLaw } from '../law.js';
import type { EventOf } from './ledger-facts.js';
import { endOfWorkingDays, publishedDate, type PeriodEnd, type Stop } from './period-end.js';

type Consultation = EventOf<'consultation'>;

/** One consultation as the clock sees it (REG 33(3): the time of asking is not counted). */
export type ConsultationWindow = {
  readonly consultation: Consultation;
  readonly answerDue: PeriodEnd | null;
  readonly closed: { readonly on: LocalDate; readonly by: 'answer' | 'lapse' } | null;
  /** The days that do not count, as far as they are known or forecast; null where it stops nothing. */
  readonly stop: Stop | null;
  /** The end is not known and cannot be forecast: no date after the dispatch can be given. */
  readonly endless: boolean;
  readonly excludedWorkingDays: number;
  readonly effectOfSilence: ConsultationDeadline['effectOfSilence'];
};

type Clock = { readonly law: ClockLaw; readonly calendar: WorkingDays };

/** The windows of all consultations, in order of dispatch. `asOf`: what is open then runs to its last day by forecast. */
export function consultationWindows(
  consultations: readonly Consultation[],
  clock: Clock,
  asOf: LocalDate | undefined,
): ConsultationWindow[] {
  return [...consultations].sort(byDispatch).map((consultation) => windowOf(consultation, consultations, clock, asOf));
}

const byDispatch = (a: Consultation, b: Consultation): number =>
  a.dispatchedOn === b.dispatchedOn ? (a.id < b.id ? -1 : 1) : a.dispatchedOn < b.dispatchedOn ? -1 : 1;

function windowOf(
  consultation: Consultation,
  all: readonly Consultation[],
  clock: Clock,
  asOf: LocalDate | undefined,
): ConsultationWindow {
  const kind = clock.law.consultations[consultation.kind];
  const answerDue = answerDueOf(consultation, kind, clock.calendar);
  const closed = closing(consultation, answerDue, asOf);
  const after = stopFrom(consultation, all, clock.law);
  const span = { after, until: stopUntil(kind, { answerDue, closed }, clock.law), endless: isEndless(kind, closed, clock.law) };
  return {
    consultation,
    answerDue,
    closed,
    stop: stopOf(span),
    endless: span.endless,
    excludedWorkingDays: excluded(span, closed?.on ?? asOf, clock.calendar),
    effectOfSilence: closed?.by === 'lapse' ? kind.effectOfSilence : null,
  };
}

type Span = { readonly after: LocalDate; readonly until: LocalDate | null; readonly endless: boolean };

const isEndless = (kind: ConsultationLaw, closed: ConsultationWindow['closed'], { choice }: ClockLaw): boolean =>
  kind.stopsUnserved && choice.secrecyStops && closed === null;

const stopOf = ({ after, until }: Span): Stop | null => (until !== null && until > after ? { after, until } : null);

function excluded({ after, until, endless }: Span, countedTo: LocalDate | undefined, calendar: WorkingDays): number {
  const stops = until !== null || endless;
  return stops && countedTo !== undefined && countedTo > after ? calendar.count(after, countedTo) : 0;
}

function answerDueOf(consultation: Consultation, { answer }: ConsultationLaw, calendar: WorkingDays): PeriodEnd | null {
  return answer && consultation.receivedByConsultedOn
    ? endOfWorkingDays(calendar, consultation.receivedByConsultedOn, answer.days)
    : null;
}

/** A late answer changes nothing: the consultation lapsed on the last day. */
function closing(
  { answeredOn }: Consultation,
  answerDue: PeriodEnd | null,
  asOf: LocalDate | undefined,
): ConsultationWindow['closed'] {
  if (answeredOn !== undefined && (!answerDue || answeredOn <= answerDue.date)) return { on: answeredOn, by: 'answer' };
  if (!answerDue || (asOf !== undefined && asOf <= answerDue.date)) return null;
  return { on: answerDue.date, by: 'lapse' };
}

function stopFrom(consultation: Consultation, all: readonly Consultation[], { choice }: ClockLaw): LocalDate {
  if (choice.stopFrom === 'delivery') return consultation.receivedByConsultedOn ?? consultation.dispatchedOn;
  if (choice.undelivered !== 'from_first_letter') return consultation.dispatchedOn;
  const before = all.find(({ id }) => id === consultation.replaces);
  return before && before.dispatchedOn < consultation.dispatchedOn
    ? stopFrom(before, all, { choice } as ClockLaw)
    : (consultation.firstDispatchedOn ?? consultation.dispatchedOn);
}

/** The last day that does not count; null where the letter neither arrived nor was answered, or the rule stops nothing. */
function stopUntil(
  kind: ConsultationLaw,
  { answerDue, closed }: Pick<ConsultationWindow, 'answerDue' | 'closed'>,
  { choice }: ClockLaw,
): LocalDate | null {
  if (kind.stopsUnserved && !choice.secrecyStops) return null;
  const [lastDay, closedOn] = [answerDue === null ? null : answerDue.date, closed === null ? null : closed.on];
  return choice.stopTo === 'fixed_15' ? (lastDay ?? closedOn) : (closedOn ?? lastDay);
}

/** The line of the ledger for one consultation. */
export function consultationDeadline({ consultation, answerDue, closed, ...window }: ConsultationWindow): ConsultationDeadline {
  return {
    id: consultation.id,
    kind: consultation.kind,
    answerDue: publishedDate(answerDue),
    closedOn: closedDay(closed, answerDue),
    closedBy: closed?.by ?? null,
    excludedWorkingDays: window.excludedWorkingDays,
    effectOfSilence: window.effectOfSilence,
  };
}

/** A lapse whose day is only an estimate has no day that could be shown. */
function closedDay(closed: ConsultationWindow['closed'], answerDue: PeriodEnd | null): LocalDate | null {
  if (closed === null) return null;
  return closed.by === 'lapse' ? publishedDate(answerDue) : closed.on;
}
