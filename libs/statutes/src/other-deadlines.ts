import { localDate, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { Derivation, PeriodKind } from '@gongkai/contracts';
import type { Grounds } from './grounds.js';
import { isInForce, type Statute } from './in-force.js';
import type { OtherFact, OtherFactOf, OtherFactType } from './other-facts.js';
import { endOfStart, type Basis, type PeriodEnd, type PeriodStart } from './other-periods.js';
import { reconsiderationFirst } from './remedies.js';

/** Who has to act, or may act, by a deadline. */
export type Party = 'organ' | 'applicant' | 'reconsideration_organ' | 'either_party' | 'nobody';

/** Every deadline beside the clock of an application, and whose it is. */
export const OTHER_DEADLINES = {
  publicationDue: 'organ',
  promotionDue: 'organ',
  withholdingReviewDue: 'organ',
  complaintDue: 'organ',
  recordCorrectionDue: 'organ',
  redoDue: 'organ',
  filingDue: 'organ',
  annualReportDue: 'organ',
  publicNoticeServedOn: 'nobody',
  reconsiderationUntil: 'applicant',
  suitUntil: 'applicant',
  reconsiderationAcceptanceDue: 'reconsideration_organ',
  reconsiderationCopyDue: 'reconsideration_organ',
  reconsiderationAnswerDue: 'organ',
  reconsiderationDecisionDue: 'reconsideration_organ',
  suitAfterReconsiderationUntil: 'applicant',
  defenceDue: 'organ',
  appealUntil: 'either_party',
} as const satisfies Readonly<Record<string, Party>>;
export type OtherDeadlineName = keyof typeof OTHER_DEADLINES;

/** A deadline beside the clock of an application, with its derivation. The due day is still in time. */
export type OtherDeadline = {
  readonly deadline: OtherDeadlineName;
  /** The remedy, item or notice it belongs to, as the fact named it. */
  readonly about?: string;
  readonly whose: Party;
  readonly article: string;
  /** null while it depends on a year whose calendar is not published. */
  readonly due: LocalDate | null;
  /** Instead of `due`: the estimate, never to be shown without saying so. */
  readonly provisionalDue?: LocalDate;
  /** The day a later fact did what was due; null while nothing did. */
  readonly metOn: LocalDate | null;
  /** The fact its period runs from. */
  readonly startedBy: OtherFactType;
  readonly unit: PeriodKind;
  readonly derivation: Derivation;
};

/** A deadline that a fact starts. Of several periods the one that ends first decides. */
type Started = { readonly deadline: OtherDeadlineName; readonly periods: readonly [PeriodStart, ...PeriodStart[]] };
type Case = Basis & { readonly facts: readonly OtherFact[]; readonly grounds: Grounds };
type Starters = { readonly [T in OtherFactType]?: (fact: OtherFactOf<T>, known: Case) => readonly Started[] };
type RightsNotTold = OtherFactOf<'reply_served'>['rightsNotTold'];

const one = (deadline: OtherDeadlineName, period: PeriodStart): Started => ({ deadline, periods: [period] });

/** Who does not answer in time has no evidence (ARL 70). */
const answerOn = (track: 'summary' | 'ordinary', from: LocalDate): PeriodStart => ({
  rule: `reconsideration.answer_days.${track}`,
  from,
});

/** Reconsideration and suit, whichever the applicant chooses. */
const eitherWayFrom = (on: LocalDate): readonly Started[] => [
  one('reconsiderationUntil', { rule: 'reconsideration.apply_days', from: on }),
  one('suitUntil', { rule: 'litigation.direct_months', from: on }),
];

const STARTERS: Starters = {
  information_created: ({ on }) => [one('publicationDue', { rule: 'proactive.days', from: on })],
  promotion_decided: ({ on }) => [one('promotionDue', { rule: 'promote.days', from: on })],
  information_withheld: ({ on }) => [one('withholdingReviewDue', { rule: 'review.cycle', from: on })],
  complaint_received: ({ on }) => [one('complaintDue', { rule: 'complaint.days', from: on })],
  record_correction_requested: ({ on }) => [one('recordCorrectionDue', { rule: 'record_correction.days', from: on })],
  public_notice_published: ({ on }) => [one('publicNoticeServedOn', { rule: 'service.public_notice_days', from: on })],
  redo_ordered: ({ on, workingDays }) => [one('redoDue', { rule: 'redo.days', from: on, length: workingDays })],
  case_closed: ({ on }) => [one('filingDue', { rule: 'archive.due', from: on })],
  reporting_year_ended: ({ year, level }) => [
    one('annualReportDue', { rule: `report.due.${level}`, from: localDate(`${String(year)}-12-31`) }),
  ],

  reply_served: (fact, { grounds }) => [reconsiderationAgainst(fact), ...suitAgainst(fact, grounds)],
  handling_ended: ({ on }) => eitherWayFrom(on),
  record_correction_served: ({ on }) => eitherWayFrom(on),
  reply_period_ended: ({ on }) => [
    one('reconsiderationUntil', { rule: 'reconsideration.apply_days', from: on, article: 'ARL 20; ARL-IR 16' }),
    one('suitUntil', { rule: 'litigation.no_reply_months', from: on }),
  ],

  reconsideration_applied: ({ on }) => [one('reconsiderationAcceptanceDue', { rule: 'reconsideration.accept_days', from: on })],
  reconsideration_accepted: (fact, { facts }) => [
    one('reconsiderationCopyDue', { rule: `reconsideration.copy_days.${fact.track}`, from: fact.on }),
    one('reconsiderationDecisionDue', {
      rule: `reconsideration.decision_days.${fact.track}`,
      from: fact.on,
      prolongedBy: isProlonged(fact, facts) ? 'reconsideration.decision_extension_days' : undefined,
    }),
  ],
  reconsideration_copy_received: ({ on, track }) => [
    {
      deadline: 'reconsiderationAnswerDue',
      periods: track === undefined ? [answerOn('summary', on), answerOn('ordinary', on)] : [answerOn(track, on)],
    },
  ],
  reconsideration_decided: ({ on, rightsNotTold }) => [
    {
      deadline: 'suitAfterReconsiderationUntil',
      periods: fromRightsKnown({ rule: 'litigation.after_reconsideration_days', from: on }, rightsNotTold),
    },
  ],
  reconsideration_period_ended: ({ on }) => [
    one('suitAfterReconsiderationUntil', { rule: 'litigation.after_reconsideration_days', from: on }),
  ],
  suit_copy_received: ({ on }) => [one('defenceDue', { rule: 'litigation.defence_days', from: on })],
  judgment_served: ({ on, form }) => [one('appealUntil', { rule: `litigation.appeal_days.${form}`, from: on })],
};

/** The fact that does what a deadline asks for. */
const MET_BY: Readonly<Partial<Record<OtherDeadlineName, OtherFactType>>> = {
  publicationDue: 'information_published',
  promotionDue: 'information_published',
  withholdingReviewDue: 'withholding_reviewed',
  complaintDue: 'complaint_answered',
  recordCorrectionDue: 'record_correction_answered',
  redoDue: 'redo_answered',
  filingDue: 'case_filed',
  annualReportDue: 'annual_report_published',
  reconsiderationAcceptanceDue: 'reconsideration_accepted',
  reconsiderationCopyDue: 'reconsideration_copy_received',
  reconsiderationAnswerDue: 'reconsideration_answered',
  reconsiderationDecisionDue: 'reconsideration_decided',
  defenceDue: 'defence_filed',
  appealUntil: 'appeal_filed',
};

/**
 * Every deadline beside the clock of an application: publication, complaints, reconsideration, litigation, filing, the annual
 * report, and the applicant's own. Periods in days and months that end on a day off end on the next working day
 * (Civil Code art. 203); a made-up working Saturday is no day off. Fixed days of the year never move.
 * @param facts in any order; a deadline is given for every fact that starts one
 * unless the law did not know that deadline on that day: the summary procedure before 2024
 */
export function otherDeadlines(
  facts: readonly OtherFact[],
  statute: Statute,
  calendar: WorkingDays,
  grounds: Grounds,
): OtherDeadline[] {
  const known: Case = { facts, statute, calendar, grounds };
  const inOrder = [...facts].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
  return inOrder.flatMap((fact) => startedBy(fact, known).map((started) => deadlineOf(started, fact, known)));
}

function startedBy(fact: OtherFact, known: Case): readonly Started[] {
  return allStartedBy(fact, known).flatMap(({ deadline, periods }) => {
    const [first, ...others] = periods.filter((period) => hadLength(period, known));
    return first ? [{ deadline, periods: [first, ...others] as const }] : [];
  });
}

const hadLength = ({ rule, from, length }: PeriodStart, { statute }: Basis): boolean =>
  length !== undefined || isInForce(statute, rule, from);

function allStartedBy(fact: OtherFact, known: Case): readonly Started[] {
  const start = STARTERS[fact.type] as ((fact: OtherFact, known: Case) => readonly Started[]) | undefined;
  return start?.(fact, known) ?? [];
}

function deadlineOf({ deadline, periods }: Started, fact: OtherFact, known: Case): OtherDeadline {
  const { due, provisional, unit, counting } = firstToEnd(periods, known);
  const about = 'about' in fact && fact.about !== undefined ? { about: fact.about } : {};
  return {
    deadline,
    ...about,
    whose: OTHER_DEADLINES[deadline],
    article: counting.article,
    due: provisional ? null : due,
    ...(provisional ? { provisionalDue: due } : {}),
    metOn: metOn(deadline, fact, known.facts),
    startedBy: fact.type,
    unit,
    derivation: { deadline, ...counting },
  };
}

function firstToEnd([first, ...others]: Started['periods'], basis: Basis): PeriodEnd {
  const ends = others.map((period) => endOfStart(period, basis));
  return ends.reduce((earliest, end) => (end.due < earliest.due ? end : earliest), endOfStart(first, basis));
}

function metOn(deadline: OtherDeadlineName, started: OtherFact, facts: readonly OtherFact[]): LocalDate | null {
  const wanted = MET_BY[deadline];
  const days = facts
    .filter((fact) => fact.type === wanted && belongTogether(started, fact) && dayOf(fact) >= dayOf(started))
    .map(dayOf);
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}

function belongTogether(a: OtherFact, b: OtherFact): boolean {
  const key = (fact: OtherFact): string | number | undefined => ('year' in fact ? fact.year : fact.about);
  return key(a) === key(b);
}

const dayOf = (fact: OtherFact): LocalDate => ('on' in fact ? fact.on : localDate(`${String(fact.year)}-12-31`));

const reconsiderationAgainst = ({ on, rightsNotTold }: OtherFactOf<'reply_served'>): Started => ({
  deadline: 'reconsiderationUntil',
  periods: fromRightsKnown({ rule: 'reconsideration.apply_days', from: on }, rightsNotTold),
});

/** A suit without reconsideration is open where at least one decision of the reply can be sued over at once. */
function suitAgainst({ on, decisions, madeOn, rightsNotTold }: OtherFactOf<'reply_served'>, grounds: Grounds): Started[] {
  if (decisions.every((decision) => reconsiderationFirst(decision, madeOn, grounds))) return [];
  return [{ deadline: 'suitUntil', periods: fromRightsKnown({ rule: 'litigation.direct_months', from: on }, rightsNotTold) }];
}

/**
 * Where the remedies were not named, their period runs from the day the applicant learned of them and ends at the latest
 * when the longest period since service is over (ARL 20; SPC 2018 art. 64).
 */
function fromRightsKnown(period: PeriodStart, notTold: RightsNotTold): Started['periods'] {
  if (!notTold) return [period];
  const longest: PeriodStart = {
    rule: period.rule === 'reconsideration.apply_days' ? 'reconsideration.apply_max_months' : 'litigation.apply_max_months',
    from: period.from,
  };
  return notTold.learnedOn === undefined ? [longest] : [{ ...period, from: notTold.learnedOn }, longest];
}

function isProlonged(accepted: OtherFactOf<'reconsideration_accepted'>, facts: readonly OtherFact[]): boolean {
  return (
    accepted.track === 'ordinary' &&
    facts.some((fact) => fact.type === 'reconsideration_extended' && fact.about === accepted.about)
  );
}
