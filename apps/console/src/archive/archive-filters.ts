import type { CaseFiltersInput } from '@gongkai/contracts';

/** What is closed and not yet in the archive. */
export const archiveFilters: CaseFiltersInput = { state: 'closed' };
/** What is in the archive. */
export const archivedFilters: CaseFiltersInput = { state: 'filed', sort: '-openedOn' };
