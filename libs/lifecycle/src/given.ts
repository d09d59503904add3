import type { CaseFile } from './case-file.js';

const GIVEN: ReadonlySet<string> = new Set(['granted', 'partly_granted']);

/** Whether the answer is out, and there is something in it, or in what was opened of it since, that everybody could read (REG 44). */
export const givesSomething = ({ round, items, withholdingReviews }: CaseFile): boolean =>
  round.reply.dispatchedOn !== null &&
  (items.some(({ decision }) => decision !== null && GIVEN.has(decision.code)) ||
    withholdingReviews.some(({ result }) => result !== 'withheld'));
