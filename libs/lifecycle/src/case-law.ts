import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import {
  inForce,
  isInForce,
  ledger,
  receiptDay,
  type ApprovalChains,
  type Checklist,
  type FeeTariffs,
  type Grounds,
  type RetentionTables,
  type Statute,
} from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import { ledgerFactsOf } from './ledger-facts-of.js';
import { situationOf, type Situation } from './situation.js';
import { extensionArticle } from './step-articles.js';

/** The law a case stands under: its statute, its calendar, the decisions it knows, and what the office chose. */
export type CaseLaw = {
  readonly statute: Statute;
  readonly calendar: WorkingDays;
  /** The days by which the clock of this case was reckoned when it ended: what is imported later moves it no more. Without it: `calendar`. */
  readonly endedBy?: WorkingDays;
  readonly grounds: Grounds;
  /** Whether a processing fee is charged, whatever `fee.enabled` says; without it the rule in force when the request was received decides. */
  readonly feeEnabled?: boolean;
  /** What the processing fee is (FEE 4, 5). Without them nothing is reckoned, and the amount is as it is typed. */
  readonly tariffs?: FeeTariffs;
  /** Without them any approver's word is enough. */
  readonly approvals?: ApprovalChains;
  /** How long organs keep their cases by tables of their own, over the rule; none without them. */
  readonly retentions?: RetentionTables;
  /** Without them nothing is ticked, and no step waits for it. */
  readonly checklists?: readonly Checklist[];
};

/** Whether the clock of the round has ended for good: its reply has left, or the case ended without one (REG 33). */
export const hasClockEnded = ({ ending, round }: Pick<CaseFile, 'ending' | 'round'>): boolean =>
  ending !== null || round.reply.dispatchedOn !== null;

/** Every deadline of a case as known at the end of a day; what reaches an unpublished year has its estimate. @throws Refusal when its facts do not fit together */
export function ledgerOf(
  file: CaseFile,
  law: Pick<CaseLaw, 'statute' | 'calendar' | 'endedBy'>,
  options: { readonly asOf?: LocalDate; readonly derivation?: boolean } = {},
): CaseLedger {
  const calendar = hasClockEnded(file) ? (law.endedBy ?? law.calendar) : law.calendar;
  return ledger(ledgerFactsOf(file), law.statute, calendar, { ...options, estimates: true });
}

/** What the chart's guards see of a case. */
export function situationIn(file: CaseFile, law: CaseLaw): Situation {
  const { statute, feeEnabled = chargesFor(file, statute) } = law;
  const { on } = receiptDay(statute, ledgerFactsOf(file).receipt);
  return situationOf(file, { settled: on !== null, feeEnabled, extensionArticle: extensionArticle(statute, on ?? file.since) });
}

/**
 * Whether the office charged the processing fee when the request was received: what it decides later burdens nobody who has asked before,
 * and frees nobody who asked while it charged. A round that a court orders changes nothing in that (REG 42; FEE 2).
 */
function chargesFor({ receipt, since }: CaseFile, statute: Statute): boolean {
  const day = receiptDay(statute, receipt).on ?? since;
  return isInForce(statute, 'fee.enabled', day) && inForce(statute, 'fee.enabled', day);
}
