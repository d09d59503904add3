import type { CaseFiltersInput } from '@gongkai/contracts';

/** What waits for the applicant's word. */
export const arrivalFilters: CaseFiltersInput = { state: 'unconfirmed' };
