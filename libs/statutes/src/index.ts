/**
 * The law as dated data, and what follows from it: which rule holds, every deadline with its derivation, fees, remedies.
 * Pure: knows no clock, no database and no state of a case.
 */
export { parseRetentionTables, withRetention, type RetentionTables } from './retention-tables.js';
export {
  articleInForce,
  inForce,
  isInForce,
  NotInForceError,
  withRules,
  withValueFrom,
  type Rule,
  type Statute,
} from './in-force.js';
export { ruleKeys, type RuleKey, type RuleValue } from './rule-keys.js';
export { clockLaw, type ClockLaw, type Period } from './law.js';
export { ledger, type LedgerOptions } from './ledger/ledger.js';
export type { EventOf, LedgerEvent, LedgerFacts, RoundOrdered } from './ledger/ledger-facts.js';
export { ledgersReckoned, type LedgersReckoned } from './ledger/reckoned.js';
export { arrivalDay, receiptDay, type ReceiptDay } from './ledger/receipt-day.js';
export type { Bilingual, Instrument, RuleBasis } from './in-force.js';
export { ConfigError, problemText, type ConfigProblem } from './config-error.js';
export { parseConfig, type ConfigFinding, type ConfigRules } from './parse-config.js';
export { parseStatute } from './statute-pack.js';
export { readCalendarText } from './calendar-text.js';
export { parseCalendarYear } from './calendar-file.js';
export { parseGrounds, type Grounds, type Sense } from './grounds.js';
export { parseFeeTariffs, type FeeStandard, type FeeTariffs } from './fee-tariffs.js';
export { formatForYear, parseReportFormat, type AnnualReportFormat } from './report-format.js';
export { Decision, DECISION_CODES, Ground, GROUNDS, groundOf, type DecisionCode } from './decision-codes.js';
export { FeeChoice, feeFor, feePerItems, feePerPages, type Fee, type FeeLine } from './fees.js';
export { OtherFact, type OtherFactOf, type OtherFactType } from './other-facts.js';
export { OTHER_DEADLINES, otherDeadlines, type OtherDeadline, type OtherDeadlineName, type Party } from './other-deadlines.js';
export {
  OrganStanding,
  reconsiderationFirst,
  reconsiderationOrgan,
  remediesOf,
  STEPS_WITHOUT_REMEDY,
  type Remedies,
  type RemedyRoute,
} from './remedies.js';
export { columnsOf, rowsOf, type Cell, type Heading, type PlacedRow } from './report-cells.js';
export {
  checkIdentities,
  checkNumbers,
  checkRollUp,
  type NumberProblem,
  type ReportNumbers,
  type Violation,
} from './report-identities.js';
export { reachesBack, sumsOf, type CellTerm, type Sum } from './report-sums.js';
export { remedyCellOf, rowInWords, rowOf, rowOfEnd, type ReportedRemedy } from './report-rows.js';
export {
  RECONSIDERATION_OUTCOMES,
  SUIT_OUTCOMES,
  type Identity,
  type ReconsiderationOutcome,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type SuitOutcome,
} from './report-schema.js';
export { parseChecklist, together, type Check, type Checklist } from './checklists.js';
export {
  chainFor,
  chainsOf,
  legalReviewFor,
  parseApprovalChains,
  postsAsked,
  type ApprovalChain,
  type ApprovalChains,
} from './approval-chains.js';
export {
  ALARMS,
  ladderFor,
  parseReminderLadder,
  type AlarmName,
  type ReminderLadder,
  type ReminderLadders,
  type ReminderRecipient,
  type ReminderRung,
  CHANNELS,
  type Channel,
} from './reminder-ladder.js';
export {
  afterLoudMinutes,
  firstLoudMoment,
  isQuiet,
  remindersFor,
  type Moment,
  type Reminder,
  type Reminders,
} from './reminders.js';
