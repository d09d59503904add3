import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import type { UnitRequest } from './case-file.js';
import { inForce as ruleOf, type Statute } from '@gongkai/statutes';

/** The day that counts: the firm one, or the estimate while the period reaches a year without a published calendar. */
export type DayInForce = { readonly day: LocalDate; readonly provisional: boolean };

function inForce(firm: LocalDate | null | undefined, estimate: LocalDate | undefined): DayInForce | null {
  if (firm) return { day: firm, provisional: false };
  return estimate === undefined ? null : { day: estimate, provisional: true };
}

/** By when the reply is due as things stand. */
export const replyDue = (ledger: CaseLedger): DayInForce | null => inForce(ledger.finalDue, ledger.provisionalFinalDue);

/** By when a correction notice has to leave. */
export const correctionNoticeDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.correctionNoticeDeadline, ledger.provisionalCorrectionNoticeDeadline);

/** By when the applicant has to correct the application. */
export const correctionDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.correctionDueFromApplicant, ledger.provisionalCorrectionDueFromApplicant);

/** By when the applicant has to pay. */
export const paymentDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.feePaymentDue, ledger.provisionalFeePaymentDue);

/** The last day on which letters posted by the end of a period are waited for. @param due the last day of the period */
export const lettersAwaitedUntil = (
  due: LocalDate,
  { statute, calendar }: { readonly statute: Statute; readonly calendar: WorkingDays },
): LocalDate => calendar.add(due, ruleOf(statute, 'correction.mail_grace', due));

/** Whether a correction notice that left on that day has no effect: it was late, and the office holds to the day (REG 30). */
export function isNoticeWithoutEffect(dispatchedOn: LocalDate, ledger: CaseLedger, statute: Statute): boolean {
  const due = correctionNoticeDue(ledger);
  return due !== null && dispatchedOn > due.day && ruleOf(statute, 'correction.late_notice', dispatchedOn) === 'forbid';
}

/** Whether the journal says already that a period is over, with the day after it; one that ends later now than it did is not. */
export const isOver = (over: LocalDate | null, due: DayInForce | null): boolean =>
  over !== null && due !== null && over > due.day;

type Consulted = CaseLedger['consultations'][number];

/** By when whoever is consulted has to answer; null while no period runs. */
export const answerDue = ({ answerDue: firm, provisionalAnswerDue }: Consulted): DayInForce | null =>
  inForce(firm, provisionalAnswerDue);

/** The day on which a consultation ended: of its answer, or the last one for it. */
export const consultedUntil = (consulted: Consulted): LocalDate | null =>
  consulted.closedBy === 'lapse' ? (answerDue(consulted)?.day ?? null) : consulted.closedOn;

/** The day for the reply if the organ received a misaddressed letter when it signed for it. */
export const cautiousDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.cautiousFinalDue, ledger.provisionalCautiousFinalDue);

/** The day alone. */
export const dayOf = (due: DayInForce | null): LocalDate | null => (due === null ? null : due.day);

/** The date that lists sort and lights shine by: the earlier reading of a misaddressed letter, an estimate where nothing better is known. */
export function dueOf(ledger: CaseLedger): LocalDate | null {
  const due = dayOf(replyDue(ledger));
  const cautious = dayOf(cautiousDue(ledger));
  if (due === null || cautious === null) return due ?? cautious;
  return cautious < due ? cautious : due;
}

/** The last day on which a unit is to answer: so many working days after it was asked. */
export const unitDue = ({ askedOn, workingDays }: UnitRequest, calendar: WorkingDays): LocalDate =>
  calendar.add(askedOn, workingDays);
