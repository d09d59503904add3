import type { DisposalList, DisposalMove, DisposalView, ExpiredCases, NewDisposal } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Begins the keys of all that is read of them. */
const DISPOSALS = 'disposals';

/** Cases that were kept long enough. @param wanted whether the reader draws lists up */
export const useExpired = (wanted: boolean) =>
  useQuery({
    queryKey: [DISPOSALS, 'expired'],
    queryFn: async () => (await api.get<ExpiredCases>('/archive/expired')).items,
    enabled: wanted,
  });

export const useDisposals = () =>
  useQuery({ queryKey: [DISPOSALS], queryFn: async () => (await api.get<DisposalList>('/archive/disposals')).items });

export const useDisposal = (id: string) =>
  useQuery({ queryKey: [DISPOSALS, id], queryFn: () => api.get<DisposalView>(`/archive/disposals/${id}`) });

/** What is done to lists; afterwards all is read again. */
function useAct<T>(act: (given: T) => Promise<DisposalView>, onDone: (view: DisposalView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (view) => {
      await client.invalidateQueries({ queryKey: [DISPOSALS] });
      await client.invalidateQueries({ queryKey: keys.cases.all });
      onDone(view);
    },
  });
}

export const useDrawUp = (onDone: (view: DisposalView) => void) =>
  useAct((list: NewDisposal) => api.post<DisposalView>('/archive/disposals', list), onDone);

export const useMove = (id: string, onDone: () => void) =>
  useAct((move: DisposalMove) => api.post<DisposalView>(`/archive/disposals/${id}/moves`, move), onDone);
