import { localDate, type LocalDate } from '@gongkai/calendar';
import { z } from 'zod';
import { groundOf, type Decision } from './decision-codes.js';
import type { Grounds } from './grounds.js';

/** A way open to the applicant against a decision. */
export type RemedyRoute = 'reconsideration' | 'suit';

/** What an applicant may do about one decision, and in which order. */
export type Remedies = {
  /** The suit is open only after a reconsideration decision (ARL 23(1)(4)); the reply must say so (ARL 23(2)). */
  readonly reconsiderationFirst: boolean;
  /** Ways that can be taken at once. */
  readonly routes: readonly RemedyRoute[];
  readonly article: string;
};

/** Decisions made from this day on fall under the order of remedies below; before it reconsideration was never a condition. */
const RECONSIDERATION_FIRST_SINCE: LocalDate = localDate('2024-01-01');

const RECONSIDERATION_FIRST_ARTICLE = 'ARL 23(1)(4); SPC25 1';
const FREE_CHOICE_ARTICLE = 'ARL 20; ALL 46';

/**
 * Whether reconsideration must come before the suit (ARL 23(1)(4)): information was withheld under REG 14–16, wholly or in part.
 * Answers that nothing can be provided or that the matter is not handled can be sued over at once. A partial grant that names
 * no ground is taken to withhold under one of those articles.
 * @param madeOn day the decision was made; decisions before 2024-01-01 never need it
 */
export function reconsiderationFirst(decision: Decision, madeOn: LocalDate, grounds: Grounds): boolean {
  if (madeOn < RECONSIDERATION_FIRST_SINCE) return false;
  const byCode = grounds.decisions[decision.code].reconsiderationFirst;
  if (byCode !== 'by_ground') return byCode;
  const ground = groundOf(decision);
  return ground === undefined || grounds.grounds[ground].reconsiderationFirst;
}

/** The remedies against one decision, for the paragraph a reply must carry (ARL 20, 23(2); ALL 46). */
export function remediesOf(decision: Decision, madeOn: LocalDate, grounds: Grounds): Remedies {
  const first = reconsiderationFirst(decision, madeOn, grounds);
  return {
    reconsiderationFirst: first,
    routes: first ? ['reconsideration'] : ['reconsideration', 'suit'],
    article: first ? RECONSIDERATION_FIRST_ARTICLE : FREE_CHOICE_ARTICLE,
  };
}

/** Steps within a case that have no remedy of their own; they are examined together with the outcome (REG 30; FEE 7). */
export const STEPS_WITHOUT_REMEDY = ['correction_notice', 'fee_notice'] as const;

const id = z.string().min(1);

/**
 * Where an organ stands among the others, as far as reconsideration asks. Each kind carries just the organ its rule leads to.
 * `vertical_organ`: customs, financial supervision, foreign exchange, tax, state security.
 * `territorial_branch`: a street office or another branch that a government sets up for an area (派出机关).
 * `department_branch`: a branch of a department that acts in its own name (派出机构).
 * `authorised_body`: a body that a law lets manage public affairs.
 */
export const OrganStanding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('local_department'), id, government: id }),
  z.strictObject({ kind: z.literal('territorial_branch'), id, government: id }),
  z.strictObject({ kind: z.literal('department_branch'), id, government: id }),
  z.strictObject({ kind: z.literal('authorised_body'), id, government: id }),
  z.strictObject({ kind: z.literal('local_government'), id, nextHigherGovernment: id }),
  z.strictObject({ kind: z.literal('provincial_government'), id }),
  z.strictObject({ kind: z.literal('state_council_department'), id }),
  z.strictObject({ kind: z.literal('vertical_organ'), id, superiorDepartment: id }),
]);
export type OrganStanding = z.infer<typeof OrganStanding>;

const ARTICLE_OF_KIND: Readonly<Record<OrganStanding['kind'], string>> = {
  local_department: 'ARL 24(1)(1)',
  local_government: 'ARL 24(1)(2)',
  territorial_branch: 'ARL 24(1)(3)',
  authorised_body: 'ARL 24(1)(4)',
  department_branch: 'ARL 24(4)',
  provincial_government: 'ARL 24(2)',
  state_council_department: 'ARL 25',
  vertical_organ: 'ARL 27',
};

/**
 * The organ that decides a reconsideration against `organ`: the same-level government for a department, the next higher
 * government for a local one, the organ itself at the top, the superior department for organs led from above (ARL 24–27).
 */
export function reconsiderationOrgan(organ: OrganStanding): { organ: string; article: string } {
  return { organ: decidingOrgan(organ), article: ARTICLE_OF_KIND[organ.kind] };
}

function decidingOrgan(organ: OrganStanding): string {
  if ('government' in organ) return organ.government;
  if ('nextHigherGovernment' in organ) return organ.nextHigherGovernment;
  return 'superiorDepartment' in organ ? organ.superiorDepartment : organ.id;
}
