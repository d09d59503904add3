import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import { inForce, type Grounds, type OtherDeadlineName, type Statute } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import type { Judgement } from './judgements.js';
import { otherDeadlinesOf } from './other-facts-of.js';

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

/** The last day on which the applicant may take a way; null where no period for it runs or ran. */
function lastDay(ways: ReadonlySet<OtherDeadlineName>, then: Then): LocalDate | null {
  const days = otherDeadlinesOf(then.before, then.clock, then, then.today).flatMap(({ deadline, due, provisionalDue }) =>
    ways.has(deadline) ? (due ?? provisionalDue ?? []) : [],
  );
  return days.sort().at(-1) ?? null;
}

type Told = { readonly appliedOn?: LocalDate | undefined; readonly lateReason?: string | undefined };

/** Late only for a reason that its organ accepted (ARL 20; ALL 46, 48). What nobody told the day of is taken as in time. */
function inTime(ways: ReadonlySet<OtherDeadlineName>, { appliedOn, lateReason }: Told, then: Then): Judgement {
  if (appliedOn === undefined || lateReason !== undefined) return null;
  const until = lastDay(ways, then);
  return until === null || appliedOn <= until ? null : { code: 'remedy-late', article: 'REG 51', facts: { until } };
}

/** Reconsideration was applied for within the applicant's period. */
export const appliedInTime = (told: Told, then: Then): Judgement => inTime(RECONSIDERATION, told, then);

/** A suit was brought in its period. Whether reconsideration had to come first, its court decides: what it sends us is on record (A12). */
export const suedInTime = (told: Told, then: Then): Judgement => inTime(SUIT, told, then);

type Update = {
  readonly on: LocalDate;
  readonly remedyId: string;
  readonly appealedBy?: string | undefined;
  readonly appealedOn?: LocalDate | undefined;
  readonly lateReason?: string | undefined;
};

/** An appeal within 15 days of the judgment, or within 10 of the ruling (ALL 85); later where its court excused it (ALL 48). */
export function appealedInTime({ on, remedyId, appealedBy, appealedOn = on, lateReason }: Update, then: Then): Judgement {
  if (appealedBy === undefined || lateReason !== undefined) return null;
  const until = appealUntil(remedyId, then);
  return until === undefined || appealedOn <= until ? null : { code: 'appeal-late', article: 'ALL 85', facts: { until } };
}

function appealUntil(remedyId: string, then: Then): LocalDate | undefined {
  const found = otherDeadlinesOf(then.before, then.clock, then, then.today).find(
    ({ deadline, about }) => deadline === 'appealUntil' && about === remedyId,
  );
  return found?.due ?? found?.provisionalDue;
}

/** Where the office says so, a case is filed only once nobody can challenge it any more (`archive.wait_for_remedies`). */
export function remedyPossible(on: LocalDate, then: Then): Judgement {
  if (!inForce(then.statute, 'archive.wait_for_remedies', on)) return null;
  const until = lastDay(EITHER, then);
  return until === null || on > until ? null : { code: 'remedy-possible', article: 'REG 45', facts: { until } };
}
