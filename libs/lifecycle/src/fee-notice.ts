/** A fee notice that was made, in yuan. */
export type FeeNotice = {
  readonly noticeId: string;
  readonly amount: number;
  /** Of one per item that counted every item of the case as one: how many of the month it counted before them (FEE 4). */
  readonly itemsBefore?: number;
  readonly countsWithdrawn?: true;
};
