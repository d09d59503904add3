import type { CaseFiltersInput } from '@gongkai/contracts';

/** Replies to approve and sign, and extensions. */
export const decideFilters: CaseFiltersInput = { waiting: 'approval,extension', approvals: 'mine' };
/** Entries that wait for a second person. */
export const confirmFilters: CaseFiltersInput = { waiting: 'confirmation' };
/** All that waits for an approver. */
export const approveFilters: CaseFiltersInput = { waiting: 'approval,extension,confirmation', approvals: 'mine' };
/** What the reader has decided. */
export const approvedFilters: CaseFiltersInput = { done: 'approval', sort: '-openedOn' };
