import type { Catalogue, CatalogueEntry, DisclosureKinds, DisclosureTable } from '@gongkai/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';

const CATALOGUE = 'catalogue';
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

/** A table: what it holds, and publishing it. */
export function useTable() {
  const client = useQueryClient();
  const look = useMutation({ mutationFn: (file: File) => send(file, true) });
  const take = useMutation({
    mutationFn: (file: File) => send(file, false),
    onSuccess: () => client.invalidateQueries({ queryKey: [CATALOGUE] }),
  });
  return { look, take };
}

function send(file: File, preview: boolean): Promise<DisclosureTable> {
  const form = new FormData();
  form.append('file', file);
  return api.post<DisclosureTable>('/disclosures/table', form, { query: { preview } });
}
