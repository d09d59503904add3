import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile, CaseItem } from './case-file.js';
import type { WithholdingReview } from './promotion.js';

/** Answers that keep something back. */
export const WITHHOLDS: ReadonlySet<string> = new Set(['refused', 'partly_granted']);

/** An item of which something is kept from the public. */
type WithheldItem = {
  readonly item: CaseItem;
  /** The day of the reply, or of its last assessment. */
  readonly since: LocalDate;
  readonly last: WithholdingReview | null;
};

/** What the reply that is out keeps back, and no assessment since has opened (REG 18). */
export function withheldItems({ items, round: { reply }, withholdingReviews }: CaseFile): WithheldItem[] {
  const { dispatchedOn } = reply;
  if (dispatchedOn === null) return [];
  return items.flatMap((item) => {
    if (item.decision === null || !WITHHOLDS.has(item.decision.code)) return [];
    const last = withholdingReviews.findLast(({ itemId, on }) => itemId === item.id && on >= dispatchedOn) ?? null;
    return last?.result === 'public' ? [] : [{ item, since: last?.on ?? dispatchedOn, last }];
  });
}
