import type { CaseFiltersInput } from '@gongkai/contracts';

/** What the reader has in hand, also where a reply that has gone out is challenged. */
export const deskFilters: CaseFiltersInput = { assignee: 'me', underWay: 'true' };
/** What nobody has in hand yet, also where a case that is over is challenged. */
export const poolFilters: CaseFiltersInput = {
  assignee: 'none',
  underWay: 'true',
  state: 'received,registered,accepted,closed,filed',
};
/** Whom an answer is awaited from. */
export const consultationFilters: CaseFiltersInput = { waiting: 'consultation', open: 'true' };
