import { addDays, type LocalDate } from '@gongkai/calendar';
import type { CaseLedger, ClockState } from '@gongkai/contracts';
import type { CaseLaw } from './case-law.js';
import type { CaseNow } from './decide.js';
import { answerDue, correctionDue, isOver, lettersAwaitedUntil, paymentDue, type DayInForce } from './due.js';
import { publicNoticeOver, publicNoticesRunning } from './delivery.js';
import { stateOf } from './standing.js';

/** A day on which time alone makes something true. Waiting is a row: nothing else wakes a case. */
export type Alarm = {
  readonly kind: 'consultation_lapse' | 'correction_over' | 'fee_over' | 'public_notice_over';
  /** What of the case it is about: a consultation. */
  readonly subject: string;
  readonly ringsOn: LocalDate;
};

/** What will become true of an open case if nothing happens. Whom to tell of its deadlines is another matter. */
export function alarmsOf(now: CaseNow, ledger: CaseLedger, law: CaseLaw): Alarm[] {
  if (now.file.ending !== null) return [];
  return [...lapseAlarms(now, ledger), ...waitAlarms(now, ledger, law), ...publicNoticeAlarms(now, law)];
}

/** One whose service was told after its period had ended has lapsed already, and rings at once: its journal is to say so as well. */
function lapseAlarms({ file }: CaseNow, { consultations }: CaseLedger): Alarm[] {
  const lapsedOn = new Map(file.consultations.map((one) => [one.id, one.lapsedOn]));
  return consultations.flatMap((one) => {
    const due = answerDue(one);
    return one.closedBy === 'answer' || isLapsed(lapsedOn.get(one.id), due) ? [] : after(due, 'consultation_lapse', one.id);
  });
}

/** The same of what the applicant was to send. */
function waitAlarms(now: CaseNow, ledger: CaseLedger, law: CaseLaw): Alarm[] {
  const { over } = now.file.round.moves;
  const waitsFor = (clock: ClockState, told: LocalDate | null, due: DayInForce | null): boolean =>
    (ledger.clock === clock || (ledger.clock === 'deemed_abandoned' && stateOf(now) === clock)) && !isOver(told, due);
  const [correction, payment] = [correctionDue(ledger), paymentDue(ledger)];
  if (waitsFor('awaiting_correction', over.correction, correction)) return afterGrace(correction, 'correction_over', law);
  return waitsFor('awaiting_payment', over.payment, payment) ? afterGrace(payment, 'fee_over', law) : [];
}

/** Whether the journal says already that a period ended on its last day; one that was told to end earlier than it does now ends again. */
const isLapsed = (on: LocalDate | null | undefined, due: DayInForce | null): boolean => Boolean(on && due && on >= due.day);

const after = (due: DayInForce | null, kind: Alarm['kind'], subject: string): Alarm[] =>
  due === null ? [] : [{ kind, subject, ringsOn: addDays(due.day, 1) }];

/** Nobody closes it while a letter may be in the mail. */
const afterGrace = (due: DayInForce | null, kind: Alarm['kind'], law: CaseLaw): Alarm[] =>
  due === null ? [] : [{ kind, subject: '', ringsOn: addDays(lettersAwaitedUntil(due.day, law), 1) }];

/** Of the reply, named by nothing, and of every other document on whose service something hangs. */
const publicNoticeAlarms = ({ file }: CaseNow, law: CaseLaw): Alarm[] =>
  publicNoticesRunning(file).flatMap((notice) => {
    const ringsOn = publicNoticeOver(notice, law);
    return ringsOn === null ? [] : [{ kind: 'public_notice_over', subject: notice.kind === 'reply' ? '' : notice.id, ringsOn }];
  });
