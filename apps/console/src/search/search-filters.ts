import { CASE_SORTS, CaseCountFilters, type CaseFiltersInput } from '@gongkai/contracts';

/** What of a search stands in the address. */
export const FILTER_NAMES = Object.keys(CaseCountFilters.shape) as readonly (keyof CaseCountFilters)[];

/** The filters in an address; what does not belong there is left out. */
export function filtersIn(get: (name: string) => string | undefined): CaseFiltersInput {
  const given = FILTER_NAMES.map((name) => [name, get(name)] as const).filter(([, value]) => value !== undefined);
  const known = given.filter(([name, value]) => CaseCountFilters.safeParse({ [name]: value }).success);
  const sort = CASE_SORTS.find((each) => each === get('sort'));
  return { ...Object.fromEntries(known), ...(sort === undefined ? {} : { sort }) };
}
