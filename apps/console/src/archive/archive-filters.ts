import type { CaseFiltersInput } from '@gongkai/contracts';

/** What is closed and can be filed: while a remedy is open a case is somebody else's. */
export const archiveFilters: CaseFiltersInput = { state: 'closed', turnRole: 'archivist' };
/** What is in the archive. */
export const archivedFilters: CaseFiltersInput = { state: 'filed', sort: '-openedOn' };
