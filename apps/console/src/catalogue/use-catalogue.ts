import type { Catalogue, CatalogueEntry, DisclosureKinds, EntryProposal } from '@gongkai/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';

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

/** What is done to an entry; afterwards the lists are read again. */
function useAct<T>(act: (given: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [CATALOGUE] });
      await client.invalidateQueries({ queryKey: keys.publications.all });
      onDone();
    },
  });
}

/** Acts that need a reason: an entry is withdrawn, or its withdrawal taken back. */
export type ReasonedAct = 'withdrawal' | 'restoration';

export const useReasonedAct = (id: string, act: ReasonedAct, onDone: () => void) =>
  useAct((reason: string) => api.post<CatalogueEntry>(`/disclosures/${id}/${act}`, { reason }), onDone);

/** Proposes a file for an entry, or takes it away: null. */
export const useFileOf = (id: string, onDone: () => void) =>
  useAct((file: File | null): Promise<unknown> => {
    if (file === null) return api.delete<CatalogueEntry>(`/disclosures/${id}/file`);
    const form = new FormData();
    form.append('file', file);
    return api.put<EntryProposal>(`/disclosures/${id}/file`, form);
  }, onDone);
