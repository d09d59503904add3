import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';

/** The day that counts: the firm one, or the estimate while the period reaches a year without a published calendar. */
export type DayInForce = { readonly day: LocalDate; readonly provisional: boolean };

function inForce(firm: LocalDate | null | undefined, estimate: LocalDate | undefined): DayInForce | null {
  if (firm) return { day: firm, provisional: false };
  return estimate === undefined ? null : { day: estimate, provisional: true };
}

/** By when a correction notice has to leave. */
export const correctionNoticeDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.correctionNoticeDeadline, ledger.provisionalCorrectionNoticeDeadline);

/** By when the applicant has to correct the application. */
export const correctionDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.correctionDueFromApplicant, ledger.provisionalCorrectionDueFromApplicant);

/** By when the applicant has to pay. */
export const paymentDue = (ledger: CaseLedger): DayInForce | null =>
  inForce(ledger.feePaymentDue, ledger.provisionalFeePaymentDue);

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
  const due = dayOf(inForce(ledger.finalDue, ledger.provisionalFinalDue));
  const cautious = dayOf(cautiousDue(ledger));
  if (due === null || cautious === null) return due ?? cautious;
  return cautious < due ? cautious : due;
}
