import { addDays, addMonths, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { CaseLedger, CommandOf } from '@gongkai/contracts';
import { inForce, type Statute } from '@gongkai/statutes';
import type { CaseFile, CaseNotice } from './case-file.js';
import { dayOf, lettersAwaitedUntil, replyDue } from './due.js';
import type { Making } from './establish-step.js';
import type { FactOf } from './facts.js';
import type { Judgement } from './judgements.js';

const ARTICLE = 'REG 35';

/** The notice that asks for reasons, of the present round; the last one counts. */
const noticeOf = ({ notices, round }: CaseFile): CaseNotice | undefined =>
  notices.findLast(({ kind, round: made }) => kind === 'explain_reasons' && made === round.number);

/** What the applicant has said, and on which day it came: not before the notice had left. */
export function explained(
  { answer, answeredOn }: Pick<CommandOf<'rejectReasons'>, 'answer' | 'answeredOn'>,
  { days, file }: Pick<Making, 'days' | 'file'>,
): { readonly answer?: string; readonly answeredOn?: LocalDate } {
  if (answer === undefined) {
    days.knows(answeredOn === undefined, 'answer', 'required');
    return {};
  }
  const notice = noticeOf(file);
  return { answer, answeredOn: days.past('answeredOn', answeredOn, notice?.servedOn ?? notice?.dispatchedOn) };
}

/** Nobody answers a notice that has not left: where it is still to be sent, no day of that can be told. */
export function reasonsAsked(file: CaseFile): Judgement {
  return noticeOf(file)?.dispatchedOn === null ? { code: 'reasons-notice-unserved', article: ARTICLE } : null;
}

type Present = {
  readonly before: CaseFile;
  readonly today: LocalDate;
  readonly statute: Statute;
  readonly calendar: WorkingDays;
};

/**
 * Reasons are judged once they are on record, or once the notice that asks for them has been served and the time for them is over, with
 * the grace for letters in the mail (REG 35): `reasons.applicant_period`, in working days from the day after service.
 */
export function reasonsHeard({ answer }: FactOf<'REASONS_ACCEPTED' | 'REASONS_REJECTED'>, present: Present): Judgement {
  const unsent = reasonsAsked(present.before);
  if (unsent !== null || answer !== undefined) return unsent;
  const servedOn = noticeOf(present.before)?.servedOn ?? null;
  if (servedOn === null) return { code: 'reasons-notice-unserved', article: ARTICLE };
  const due = present.calendar.add(servedOn, inForce(present.statute, 'reasons.applicant_period', servedOn));
  const until = lettersAwaitedUntil(due, present);
  return present.today > until
    ? null
    : { code: 'reasons-awaited', article: ARTICLE, facts: { due, until, from: addDays(until, 1) } };
}

/** What a delay is held against: the clock as of today, and the office's own measure of what is reasonable. */
type Measured = { readonly clock: CaseLedger; readonly statute: Statute };

/**
 * A delay is told while the reply is still due; it makes its day later and never earlier, and by no more than is reasonable (REG 35):
 * `delay.max_months` after the receipt, or after the restart in force.
 * @param day on which it is told
 */
export function delayFits(day: LocalDate, until: LocalDate, { clock, statute }: Measured): Judgement {
  if (clock.clock !== 'running') return { code: 'clock-not-running', article: ARTICLE };
  const due = dayOf(replyDue(clock));
  if (due === null) return null;
  if (day > due) return { code: 'delay-late', article: ARTICLE, facts: { due } };
  if (until < due) return { code: 'delay-shorter', article: ARTICLE, facts: { due } };
  const from = clock.restartedOn ?? clock.receivedOn ?? day;
  const latest = addMonths(from, inForce(statute, 'delay.max_months', from));
  return until > latest ? { code: 'delay-too-long', article: ARTICLE, facts: { latest } } : null;
}

/** Nobody is promised an answer for a day on which nobody is there to give it: a period ends on a working day (CC 203). */
export const delayEndsAtWork = (until: LocalDate, { calendar }: { readonly calendar: WorkingDays }): Judgement =>
  calendar.isWorkingDay(until)
    ? null
    : { code: 'delay-on-holiday', article: ARTICLE, facts: { until, next: calendar.rollForward(until) } };
