import type { Catalogue, CatalogueEntry, DisclosureKinds } from '@gongkai/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';

/** Begins the keys of all that is read of it. */
export const CATALOGUE = 'catalogue';
const PAGE = 50;

/** The entries that a question finds, page by page. */
export const useCatalogue = (query: Query) =>
  useInfiniteQuery({
    queryKey: [CATALOGUE, query],
    queryFn: ({ pageParam }) => api.get<Catalogue>('/disclosures', { ...query, limit: PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

/** The kinds of REG 20. */
export const useKinds = () =>
  useQuery({
    queryKey: [CATALOGUE, 'kinds'],
    queryFn: () => api.get<DisclosureKinds>('/public/disclosures/kinds'),
    staleTime: Infinity,
  });

/** Takes an entry back; afterwards the lists are read again. */
export function useWithdrawal(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post<CatalogueEntry>(`/disclosures/${id}/withdrawal`, { reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [CATALOGUE] });
      onDone();
    },
  });
}
