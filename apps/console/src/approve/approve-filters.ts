import type { CaseFiltersInput } from '@gongkai/contracts';

/** What waits for an approver: replies to approve and sign, and extensions. */
export const approveFilters: CaseFiltersInput = { waiting: 'approval,extension', open: 'true' };
/** Entries that wait for a second person. */
export const confirmFilters: CaseFiltersInput = { toConfirm: 'true' };
/** What the reader has decided. */
export const approvedFilters: CaseFiltersInput = { done: 'approval', sort: '-openedOn' };
