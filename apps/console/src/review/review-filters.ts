import type { CaseFiltersInput, Role } from '@gongkai/contracts';

/** What waits for the confidentiality review (article 17); what a legal reviewer looks over before it is signed. */
const confidentiality: CaseFiltersInput = { waiting: 'review', open: 'true' };
const legal: CaseFiltersInput = { waiting: 'legal,approval', open: 'true' };

/** The queue of a reviewer. */
export const reviewFilters = (role: Role): CaseFiltersInput => (role === 'legal' ? legal : confidentiality);
/** What the reader has reviewed. */
export const reviewedFilters: CaseFiltersInput = { done: 'review', sort: '-openedOn' };
