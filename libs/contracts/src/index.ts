/**
 * What travels: schemas and types of requests, answers and problems. Browser-safe; knows no rule and no framework.
 */
export {
  ArchiveYears,
  DisposalList,
  DisposalMove,
  DisposalView,
  ExpiredCases,
  NewDisposal,
  type DisposalState,
  type ExpiredCase,
} from './archive.js';
export { Access, ACCESS_KINDS, ACCESSES_IN_LOG, AccessPage, AccessQuery } from './audit.js';
export { AuditExportQuery, DailyRoot, DailyRoots, RootReport, RootsQuery } from './audit.js';
export { Day, EARLIEST_DAY } from './day.js';
export {
  CHANNELS,
  CONSULTATION_KINDS,
  ConsultationKind,
  DeadlineEvent,
  DeadlinesRequest,
  PeriodUnit,
  Receipt,
  type Channel,
} from './deadline-facts.js';
export { ClockState, ConsultationDeadline, Derivation, ExtensionRefused, Ledger } from './ledger.js';
export type { FieldCode } from './field-codes.js';
export { parseInput, fieldProblemsOf } from './field-problems.js';
export {
  LAW_CODES,
  Problem,
  problemStatus,
  Refusal,
  type FieldProblem,
  type LawCode,
  type ProblemCode,
  type Reason,
  type RefusalDetails,
} from './problems.js';
export { STEP_REASONS, type StepReason } from './step-reasons.js';
export { reasonOf, renderProblem } from './problem-texts.js';
export { reasonTexts, roleTexts, stepTexts } from './step-texts.js';
export type { Language, Text } from './text.js';
export { Command, COMMAND_TYPES, commandSchemas, type CommandOf, type CommandType } from './commands.js';
export { ApprovalView } from './approval-view.js';
export * from './vocabulary.js';
export { RETENTION_PERIODS, RetentionPeriod } from './retention.js';
export * from './watching.js';
export * from './co-handling.js';
export * from './session.js';
export * from './guessable-password.js';
export * from './office.js';
export * from './admin-actions.js';
export * from './administration.js';
export { FeeTariff } from './fee-tariff.js';
export * from './intake.js';
export * from './applicant-view.js';
export * from './looks.js';
export * from './earlier-requests.js';
export * from './live.js';
export * from './ledger-view.js';
export * from './item-view.js';
export * from './notice-view.js';
export * from './unit-request-view.js';
export * from './checklist-view.js';
export * from './supervision-orders.js';
export * from './completeness.js';
export * from './documents-view.js';
export * from './views.js';
export * from './preview-view.js';
export * from './notifications.js';
export * from './snooze.js';
export { dutyAt, isOrganNews, organNewsPage, type DutyName, type OrganNewsName } from './organ-duties.js';
export { jobs, type Job, type JobName, type JobPayload } from './jobs.js';
export { deadlineTexts } from './deadline-texts.js';
export * from './arrivals.js';
export * from './incoming.js';
export * from './work-orders.js';
export * from './old-register.js';
export * from './annual-report.js';
export * from './report-entry.js';
export * from './published-report.js';
export * from './catalogue-year.js';
export { entryHash } from './entry-hash.js';
export * from './formed-information.js';
export * from './disclosures.js';
export * from './pages.js';
export * from './papers.js';
export * from './reading.js';
export * from './publication-draft.js';
export * from './entry-proposal.js';
export { optionTexts, unknownOption, type OptionNames } from './option-texts.js';
export * from './original-fields.js';
export * from './public-attribute.js';
export * from './redaction.js';
export { attachedTexts } from './incoming-texts.js';
export * from './journal-view.js';
export * from './dashboard-view.js';
export * from './trends.js';
export * from './forecast.js';
export { limitOf, type Limit } from './limit-texts.js';
export * from './case-filters.js';
export * from './law-views.js';
export * from './calendars.js';
export * from './feeds.js';
export * from './appearing.js';
export * from './party-contact.js';
export * from './query-code.js';
export * from './guide.js';
export * from './wording.js';
export * from './portal.js';
export * from './portal-limits.js';
export * from './calendars.js';
export * from './case-agents.js';
export * from './answer-by-link.js';
export * from './consulted.js';
export * from './own-application.js';
export {
  checkDigitOf,
  contradictsItself,
  CREDIT_CODE,
  hasCheckDigit,
  isCreditCode,
  isResidentId,
  plainNumber,
  RESIDENT_ID,
} from './identity-number.js';
export { postalReading, type PostalReading } from './postal-number.js';
export { answerTexts, confirmedByPortal, ownTexts, standingTexts } from './standing-texts.js';
export * from './related-cases.js';
export { articleInFull, articleText } from './article-text.js';
export { ordinal } from './ordinal.js';
export * from './number-format.js';
export * from './assessment.js';
export * from './record-correction.js';
export * from './record-remedies.js';
export * from './remedy-view.js';
export * from './rectification.js';
export * from './training.js';
export * from './letter-mails.js';
export * from './undelivered.js';
export * from './reminder-ladders.js';
export * from './hand-over.js';
export * from './webhooks.js';
export { dayInWords } from './day-texts.js';
export { fieldMessage } from './field-texts.js';
export { isKeepable } from './kept-text.js';
