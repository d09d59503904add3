import type { IncomingAct, IncomingList, IncomingRow, IncomingView } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Which part of the inbox is shown. */
export const SHOWN = ['waiting', 'settled', 'unreadable'] as const;
export type Shown = (typeof SHOWN)[number];

const PAGE = 200;

const QUERY: Readonly<Record<Shown, Query>> = {
  waiting: { state: 'waiting', readable: true },
  settled: { state: 'settled' },
  unreadable: { state: 'waiting', readable: false },
};

/** What came in to the own organ. */
export const useIncoming = (shown: Shown): UseQueryResult<readonly IncomingRow[]> =>
  useQuery({
    queryKey: [...keys.incoming, 'list', shown],
    queryFn: async () => (await api.get<IncomingList>('/incoming', { ...QUERY[shown], limit: PAGE })).items,
  });

/** One of them. */
export const useIncomingView = (id: string): UseQueryResult<IncomingView> =>
  useQuery({ queryKey: [...keys.incoming, id], queryFn: () => api.get<IncomingView>(`/incoming/${id}`) });

/** Says what it is, or takes that back; then everything that shows it is read again. */
export function useIncomingAct(
  id: string,
  onDone: (view: IncomingView) => void,
): UseMutationResult<IncomingView, Error, IncomingAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: IncomingAct) => api.post<IncomingView>(`/incoming/${id}/acts`, act),
    onSuccess: async (view) => {
      // Whoever goes on to the case begins with it as it is now: it was changed by themselves.
      if (view.case !== null) client.removeQueries({ queryKey: keys.cases.view(view.case.id) });
      onDone(view);
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.incoming }),
        client.invalidateQueries({ queryKey: keys.cases.all }),
      ]);
    },
  });
}
