import type { CaseFiltersInput } from '@gongkai/contracts';

/** What the reader has in hand, also where a reply that has gone out is challenged. */
export const deskFilters: CaseFiltersInput = { assignee: 'me', underWay: 'true' };
/**
 * What nobody has in hand: not yet, or no more since it was handed back, whatever it waits for; also where a case that is over is challenged.
 * What has not been confirmed is the clerk's, and what is under way the post's.
 */
export const poolFilters: CaseFiltersInput = {
  assignee: 'none',
  underWay: 'true',
  state: 'received,registered,accepted,awaiting_correction,awaiting_payment,approving,signed,returned,closed,filed',
};
/** Whom an answer is awaited from. */
export const consultationFilters: CaseFiltersInput = { waiting: 'consultation', open: 'true' };
