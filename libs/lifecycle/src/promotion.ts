import type { LocalDate } from '@gongkai/calendar';

/** What was asked for is to be read by everybody (REG 44): who suggested it, and what became of that. */
export type Promotion = {
  readonly suggestedOn: LocalDate;
  /** An applicant did: the answer is told to them. */
  readonly byApplicant: boolean;
  /** From this day the period counts in which it is to be public; null while the suggestion waits for its answer. */
  readonly decidedOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  readonly declined: { readonly on: LocalDate; readonly reason: string } | null;
};

/** What was withheld is assessed anew from time to time (REG 18). */
export type WithholdingReview = {
  readonly itemId: string;
  readonly on: LocalDate;
  readonly result: 'withheld' | 'partly' | 'public';
  readonly reason: string;
};
