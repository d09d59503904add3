import type { CaseFiltersInput } from '@gongkai/contracts';

/** What waits for the confidentiality review (article 17). */
export const reviewFilters: CaseFiltersInput = { waiting: 'review', open: 'true' };
/** What a legal reviewer looks over before it is signed. */
export const legalFilters: CaseFiltersInput = { waiting: 'approval', open: 'true' };
