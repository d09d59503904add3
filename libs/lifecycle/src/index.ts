/**
 * The life of a case: the chart, the facts it is made of, who may do what, and what the law makes of each step.
 * Pure: knows the law and the calendar it is given, and neither clock nor database.
 */
export { caseMachine, MACHINE_VERSION } from './case.machine.js';
export { consultationsHere } from './case-file.js';
export type {
  Attempt,
  CaseConsultation,
  CaseFile,
  CaseItem,
  CaseNotice,
  CaseRemedy,
  ItemAsked,
  UnitRequest,
} from './case-file.js';
export { conclusionAhead, conclusionOf } from './outcome.js';
export { repliedOn } from './replied-on.js';
export { givenOutOver, isReleased, isSameName } from './third-parties.js';
export { hasClockEnded, ledgerOf, situationIn, type CaseLaw } from './case-law.js';
export type { ChartValue } from './chart.js';
export { decide, openCase, type Asking, type CaseNow, type Decision } from './decide.js';
export { owesLegalReview, type LegalStanding } from './legal-standing.js';
export { standingAttribute, type ReplyAttribute } from './public-attribute.js';
export { stepsOfChain, type Approval } from './chain-in-force.js';
export { isUnproven } from './late-entry.js';
export { draftOf, isAsSentBack, type Digest } from './draft.js';
export { disorders, type Disorder } from './day-order.js';
export { consultedHeard } from './judgements.js';
export { inheritanceOf, type Inheritance } from './inheritance.js';
export { takenAlong, takenAlongBy, type TakenAlong } from './taken-along.js';
export { ledgerIfExtended } from './if-extended.js';
export type { CaseCommand, ClockCommand } from './case-command.js';
export { noticeKindOf } from './establish.js';
export { actingForOf, delegatedOnOf, type CaseFact, type FactOf, type FactType } from './facts.js';
export { factTypesOf } from './fact-types-of.js';
export { objectionTo, roundOf } from './objection.js';
export { handFor, stepOfPost, waysFor, type TitleBorne } from './approval.js';
export { permissions, mayTake, type Actor, type Hand } from './permissions.js';
export { corrected, replay, type JournalFact } from './replay.js';
export { alarmsOf, type Alarm } from './alarms.js';
export { cameBack, isOnItsWay } from './case-notice.js';
export { feeExplained } from './fee-charged.js';
export { isInternalMaterial, lettersUnkept, paperMade, papersMissing } from './kept-papers.js';
export { deliveryOwed, underDelivery, type DeliveryOwed } from './delivery.js';
export { lacksOf } from './delivery-lacks.js';
export { checklistsOf } from './checklists-of.js';
export { givesSomething } from './given.js';
export { withheldItems } from './withheld.js';
export { dutyLeft } from './duty-left.js';
export { noRemedyOf } from './no-remedy.js';
export { isOwed, watchedDeadlines, type WatchedDeadline } from './watched-deadlines.js';
export {
  answerDue,
  cautiousDue,
  consultedUntil,
  correctionDue,
  correctionNoticeDue,
  dayOf,
  dueOf,
  paymentDue,
  unitDue,
  type DayInForce,
} from './due.js';
export type { OrderAnswer, SupervisionOrder } from './supervision-order.js';
export { demandOf, orderDue } from './supervision-orders.js';
export {
  owesAnswer,
  standingOf,
  stateOf,
  stoppingLetters,
  type LinkStanding,
  type Standing,
  type Turn,
  type ViewClock,
} from './standing.js';
export type { RefusedStep } from './refused-step.js';
export { stepsOf, type PermittedStep, type Steps } from './steps.js';
export { lightOf } from './light.js';
export { backtest, type Backtest } from './forecast/backtest.js';
export { ForecastModel, type Forecast } from './forecast/forecast-model.js';
export { extensionOf, type PastCase, type Standpoint } from './forecast/landmarks.js';
export { lateCountOf, type LateCount } from './forecast/late-count.js';
export { paceOf, type Pace, type Pause } from './pace.js';
export { waitsAtCounter } from './at-counter.js';
export { isWhollyWithdrawn } from './ledger-facts-of.js';
export { DayCheck } from './day-check.js';
export { establishRemedy, type Challenged, type RemedyMaking, type RemedyStep } from './establish-remedies.js';
export { deadlinesBeside, otherDeadlinesOf, otherFactsOf } from './other-facts-of.js';
export { remediesWith, type Remedies, type RemedyFact } from './remedy-list.js';
export { remedyAwaited, remedyInTime } from './remedy-periods.js';
