/**
 * The law as dated data, and what follows from it: which rule holds, every deadline with its derivation, fees, remedies.
 * Pure: knows no clock, no database and no state of a case.
 */
export { inForce, NotInForceError, withRules, type Rule, type Statute } from './in-force.js';
export { ruleKeys, type RuleKey, type RuleValue } from './rule-keys.js';
export { clockLaw, type ClockLaw, type Period } from './law.js';
export { ledger, type LedgerOptions } from './ledger/ledger.js';
export type { EventOf, LedgerEvent, LedgerFacts, RoundOrdered } from './ledger/ledger-facts.js';
export { receiptDay, type ReceiptDay } from './ledger/receipt-day.js';
export type { Bilingual, Instrument, RuleBasis } from './in-force.js';
export { ConfigError, problemText, type ConfigProblem } from './config-error.js';
export { parseConfig, type ConfigFinding, type ConfigRules } from './parse-config.js';
export { parseStatute } from './statute-pack.js';
export { parseCalendarYear } from './calendar-file.js';
export { parseGrounds, type Grounds } from './grounds.js';
export { parseFeeTariffs, type FeeTariffs } from './fee-tariffs.js';
export { formatForYear, parseReportFormat, type AnnualReportFormat } from './report-format.js';
