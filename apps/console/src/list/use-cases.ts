import type { CaseCount, CaseFiltersInput, CaseList, CaseRow } from '@gongkai/contracts';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';

const LARGEST_PAGE = 200;
const PAGE = 50;

const pageOf = (filters: CaseFiltersInput, cursor: string | undefined, signal: AbortSignal): Promise<CaseList> =>
  api.get<CaseList>('/cases', { ...(filters as Query), cursor }, signal);

/** A whole list, however many pages it has: a person's own work and queues. */
export const useAllCases = (filters: CaseFiltersInput): UseQueryResult<readonly CaseRow[]> =>
  useQuery({ queryKey: [...keys.cases.list(filters), 'all'], queryFn: ({ signal }) => allCases(filters, signal) });

/** Every case of a list, page after page. */
export async function allCases(filters: CaseFiltersInput, signal: AbortSignal): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page: CaseList = await pageOf({ ...filters, limit: LARGEST_PAGE }, cursor, signal);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** A list that is read page by page. */
export const useCasePages = (filters: CaseFiltersInput) =>
  useInfiniteQuery({
    queryKey: keys.cases.list(filters),
    queryFn: ({ pageParam, signal }) => pageOf({ ...filters, limit: PAGE }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** How many cases such a list has. */
export const useCaseCount = (filters: CaseFiltersInput): UseQueryResult<CaseCount> =>
  useQuery({ queryKey: keys.cases.count(filters), queryFn: () => api.get<CaseCount>('/cases/count', filters as Query) });
