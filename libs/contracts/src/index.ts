/**
 * What travels: schemas and types of requests, answers and problems. Browser-safe; knows no rule and no framework.
 */
export { Day } from './day.js';
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
export { parseInput, fieldProblemsOf } from './field-problems.js';
export { FIELD_CODES, Problem, Refusal, problemStatus, type FieldCode, type FieldProblem, type ProblemCode } from './problems.js';
export { renderProblem, type Language } from './problem-texts.js';
