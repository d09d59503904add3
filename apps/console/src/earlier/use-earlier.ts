import type { EarlierQuery, EarlierRequests } from '@gongkai/contracts';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useRested } from '../parts/use-rested.js';

/** What was asked before by who is being typed in, and by others for the same; asked once the typing rests. */
export function useEarlierWhileTyping(query: EarlierQuery): UseQueryResult<EarlierRequests> {
  const asked = useRested(JSON.stringify(query));
  return useQuery({
    queryKey: [...keys.cases.all, 'earlier', asked],
    queryFn: () => api.post<EarlierRequests>('/earlier-requests', JSON.parse(asked) as EarlierQuery),
    enabled: asked !== '{}',
    placeholderData: keepPreviousData,
    // The same words may be typed of the next letter: meanwhile the last one is logged.
    staleTime: 0,
    retry: false,
  });
}

/** What was asked before a case. */
export const useEarlierOfCase = (id: string, enabled = true): UseQueryResult<EarlierRequests> =>
  useQuery({
    enabled,
    queryKey: [...keys.cases.view(id), 'earlier'],
    queryFn: () => api.get<EarlierRequests>(`/cases/${id}/earlier-requests`),
  });
