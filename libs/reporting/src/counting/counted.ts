import type { LocalDate } from '@gongkai/calendar';

/** The first and the last day of what is reported. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** The period of the report for a year (REG 49). */
export const periodOf = (year: number): Period => ({
  from: `${String(year)}-01-01` as LocalDate,
  to: `${String(year)}-12-31` as LocalDate,
});

/** Cases of one organ that are alike in everything table B counts by. */
export type CountedGroup = {
  readonly organ: string;
  /** Kind of applicant: a column. */
  readonly category: string;
  /** The date of receipt lies in the period, or before it while the case was still open. */
  readonly isNew: boolean;
  readonly isCarriedIn: boolean;
  /** How it ended in the period; null: not in the period. */
  readonly handledAs: string | null;
  readonly handledFor: string | null;
  readonly isCarriedOut: boolean;
  readonly ids: readonly string[];
};

/** A reconsideration or suit that was pending at some time in the period. */
export type CountedRemedy = {
  readonly organ: string;
  readonly caseId: string;
  readonly remedyId: string;
  readonly kind: 'reconsideration' | 'litigation';
  readonly afterReconsideration: boolean;
  readonly closedOn: LocalDate | null;
  readonly result: string | null;
  /** What it is about, as far as it was decided: how, and when. */
  readonly outcome: string | null;
  readonly ground: string | null;
  readonly madeOn: LocalDate | null;
};

/** Fees of a case in the period: notices that were sent, and sums in yuan. */
export type CountedFee = {
  readonly organ: string;
  readonly caseId: string;
  readonly notices: number;
  readonly noticed: number;
  readonly received: number;
};

/** Everything that a report counts. */
export type Counted = {
  readonly groups: readonly CountedGroup[];
  readonly remedies: readonly CountedRemedy[];
  readonly fees: readonly CountedFee[];
};

/** What stands behind a number: the id of a case, for a remedy followed by `/` and its own. */
export type Ref = string;

/** The case of what stands behind a number. */
export const caseOf = (ref: Ref): string => ref.split('/')[0] ?? ref;

/** What of it one organ has. */
export const only = ({ groups, remedies, fees }: Counted, code: string): Counted => ({
  groups: groups.filter(({ organ }) => organ === code),
  remedies: remedies.filter(({ organ }) => organ === code),
  fees: fees.filter(({ organ }) => organ === code),
});
