import type { CaseFiltersInput } from '@gongkai/contracts';

/** What the reader has in hand, also where a reply that has gone out is challenged. */
export const deskFilters: CaseFiltersInput = { assignee: 'me', underWay: 'true' };
/** What nobody has in hand yet. */
export const poolFilters: CaseFiltersInput = { assignee: 'none', open: 'true', state: 'received,registered,accepted' };
/** Whom an answer is awaited from. */
export const consultationFilters: CaseFiltersInput = { waiting: 'consultation', open: 'true' };
