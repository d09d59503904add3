import type { ArrivalOutlook, OutlookRequest } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { ProblemError } from '../api/problem.js';
import { useRested } from '../parts/use-rested.js';

/** What an arrival would mean, asked anew when its days have rested for a moment. Days that do not fit are an answer too. */
export function useOutlook(receipt: OutlookRequest['receipt'] | null): UseQueryResult<ArrivalOutlook> {
  const asked = useRested(JSON.stringify(receipt));
  return useQuery({
    queryKey: ['outlook', asked],
    queryFn: () => api.post<ArrivalOutlook>('/arrivals/outlook', { receipt: JSON.parse(asked) as OutlookRequest['receipt'] }),
    enabled: asked !== 'null',
    retry: (count, error) => !(error instanceof ProblemError) && count < 1,
  });
}
