import type { OrderFiltersInput, OrderList } from '@gongkai/contracts';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Midnight makes orders late without anything having changed. */
const A_MINUTE = 60_000;

const pageOf = (filters: OrderFiltersInput, cursor: string | undefined, signal?: AbortSignal): Promise<OrderList> =>
  api.get<OrderList>('/supervision-orders', { ...(filters as Query), cursor }, signal);

/** As many as a page has at most. */
const MOST = 200;

/** All that are asked for, in pages. */
export async function everyPage(filters: OrderFiltersInput, cursor?: string): Promise<readonly OrderList[]> {
  const page = await pageOf({ ...filters, limit: MOST }, cursor);
  return page.nextCursor === null ? [page] : [page, ...(await everyPage(filters, page.nextCursor))];
}

/** Supervision orders, page by page. */
export const useOrderPages = (filters: OrderFiltersInput) =>
  useInfiniteQuery({
    queryKey: keys.cases.orders(filters),
    queryFn: ({ pageParam, signal }) => pageOf(filters, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: A_MINUTE,
  });

/** How many there are of each state. */
export const useOrderCounts = (filters: OrderFiltersInput): UseQueryResult<OrderList['counts']> =>
  useQuery({
    queryKey: [...keys.cases.orders({ ...filters, limit: 1 }), 'counts'],
    queryFn: async ({ signal }) => (await pageOf({ ...filters, limit: 1 }, undefined, signal)).counts,
    refetchInterval: A_MINUTE,
  });

/** How many wait for an answer, late or not. */
export const toAnswer = (counts: OrderList['counts'] | undefined): number => (counts?.open ?? 0) + (counts?.overdue ?? 0);

/** How many are not closed. */
export const unclosed = (counts: OrderList['counts'] | undefined): number => toAnswer(counts) + (counts?.answered ?? 0);
