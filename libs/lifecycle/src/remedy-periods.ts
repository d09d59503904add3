import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import { inForce, type Grounds, type OtherDeadline, type OtherDeadlineName, type Statute } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import type { Judgement } from './judgements.js';
import { otherDeadlinesOf } from './other-facts-of.js';
import type { RemedyFact } from './remedy-list.js';

/** What the applicant's periods follow from. */
type Then = {
  readonly before: CaseFile;
  readonly clock: CaseLedger;
  readonly today: LocalDate;
  readonly statute: Statute;
  readonly calendar: WorkingDays;
  readonly grounds: Grounds;
};

const RECONSIDERATION: ReadonlySet<OtherDeadlineName> = new Set(['reconsiderationUntil']);
const SUIT: ReadonlySet<OtherDeadlineName> = new Set(['suitUntil', 'suitAfterReconsiderationUntil']);
const EITHER: ReadonlySet<OtherDeadlineName> = new Set([...RECONSIDERATION, ...SUIT]);

const deadlinesOf = ({ before, clock, today, ...law }: Then): OtherDeadline[] => otherDeadlinesOf(before, clock, law, today);

const endOf = ({ due, provisionalDue }: OtherDeadline): LocalDate | undefined => due ?? provisionalDue;

/** The last day on which the applicant may take a way; null where no period for it runs or ran. */
function lastDay(ways: ReadonlySet<OtherDeadlineName>, deadlines: readonly OtherDeadline[]): LocalDate | null {
  const days = deadlines.flatMap((one) => (ways.has(one.deadline) ? (endOf(one) ?? []) : []));
  return days.sort().at(-1) ?? null;
}

type Told = { readonly appliedOn?: LocalDate | undefined; readonly lateReason?: string | undefined };

/** Late only for a reason that its organ accepted (ARL 20; ALL 46, 48). What nobody told the day of is taken as in time. */
function inTime(
  ways: ReadonlySet<OtherDeadlineName>,
  { appliedOn, lateReason }: Told,
  deadlines: readonly OtherDeadline[],
): Judgement {
  if (appliedOn === undefined || lateReason !== undefined) return null;
  const until = lastDay(ways, deadlines);
  return until === null || appliedOn <= until ? null : { code: 'remedy-late', article: 'REG 51', facts: { until } };
}

/** Reconsideration was applied for within the applicant's period. */
export const appliedInTime = (told: Told, then: Then): Judgement => inTime(RECONSIDERATION, told, deadlinesOf(then));

/** A suit was brought in its period. Whether reconsideration had to come first, its court decides: what it sends us is on record (A12). */
export const suedInTime = (told: Told, then: Then): Judgement => inTime(SUIT, told, deadlinesOf(then));

type Update = {
  readonly on: LocalDate;
  readonly remedyId: string;
  readonly appealedBy?: string | undefined;
  readonly appealedOn?: LocalDate | undefined;
  readonly lateReason?: string | undefined;
};

/** An appeal within 15 days of the judgment, or within 10 of the ruling (ALL 85); later where its court excused it (ALL 48). */
export const appealedInTime = (update: Update, then: Then): Judgement => appealInTime(update, deadlinesOf(then));

function appealInTime(
  { on, remedyId, appealedBy, appealedOn = on, lateReason }: Update,
  deadlines: readonly OtherDeadline[],
): Judgement {
  if (appealedBy === undefined || lateReason !== undefined) return null;
  const found = deadlines.find(({ deadline, about }) => deadline === 'appealUntil' && about === remedyId);
  const until = found === undefined ? undefined : endOf(found);
  return until === undefined || appealedOn <= until ? null : { code: 'appeal-late', article: 'ALL 85', facts: { until } };
}

/** All of that of a fact, by the deadlines of whatever the remedies are against. */
export function remedyInTime(fact: RemedyFact, deadlines: readonly OtherDeadline[]): Judgement {
  if (fact.type === 'RECONSIDERATION_COPY_RECEIVED') return inTime(RECONSIDERATION, fact, deadlines);
  if (fact.type === 'SUIT_COPY_RECEIVED') return inTime(SUIT, fact, deadlines);
  return fact.type === 'REMEDY_UPDATED' ? appealInTime(fact, deadlines) : null;
}

/**
 * Until when a case is not filed because somebody can still challenge it; null where nobody can any more, or where the office does not wait
 * for it (`archive.wait_for_remedies`, REG 45).
 * @param deadlines those of the case beside its clock
 */
export function remedyAwaited(on: LocalDate, statute: Statute, deadlines: readonly OtherDeadline[]): AwaitedRemedy | null {
  if (!inForce(statute, 'archive.wait_for_remedies', on)) return null;
  const until = lastDay(EITHER, deadlines);
  if (until === null || on > until) return null;
  return { until, provisional: !deadlines.some(({ deadline, due }) => EITHER.has(deadline) && due === until) };
}

/** The last day of the applicant's periods; provisional where no calendar reaches it yet. */
type AwaitedRemedy = { readonly until: LocalDate; readonly provisional: boolean };

/** Where the office says so, a case is filed only once nobody can challenge it any more. */
export function remedyPossible(on: LocalDate, then: Then): Judgement {
  const awaited = remedyAwaited(on, then.statute, deadlinesOf(then));
  return awaited === null ? null : { code: 'remedy-possible', article: 'REG 45', facts: { until: awaited.until } };
}
