import type { CommandOf } from '@gongkai/contracts';

/** A fee notice that was made, in yuan. */
export type FeeNotice = {
  readonly noticeId: string;
  readonly amount: number;
  /** By which standard it charges; what was taken along from another case in former times does not tell. */
  readonly basis?: CommandOf<'sendFeeNotice'>['basis'];
  /** Of one per item that counted every item of the case as one: how many of the month it counted before them (FEE 4). */
  readonly itemsBefore?: number;
  /** Of one per item: which item of the month was the last that it counted. */
  readonly upTo?: number;
  readonly countsWithdrawn?: true;
  /** What was paid on it, in yuan. */
  readonly paid?: number;
};
