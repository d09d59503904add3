import type { ArrivalList, ArrivalRow, CaseList, CaseRow } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useSession } from '../session/session.js';

const PAGE = 200;

/** What waits for the applicant's word, the longest wait first. */
export const useArrivals = (): UseQueryResult<readonly ArrivalRow[]> =>
  useQuery({
    queryKey: [...keys.cases.lists, 'arrivals'],
    queryFn: async () => {
      const { items } = await api.get<ArrivalList>('/arrivals', { limit: PAGE });
      return [...items].sort((a, b) => (a.arrivedOn < b.arrivedOn ? -1 : a.arrivedOn > b.arrivedOn ? 1 : 0));
    },
  });

/** What is registered and not taken up, what was received last first. */
export function useRegistered(): UseQueryResult<readonly CaseRow[]> {
  const { user } = useSession();
  const filters = { organ: user.organ, state: ['received', 'registered'] as const, sort: '-receivedOn' as const, limit: PAGE };
  return useQuery({
    queryKey: keys.cases.list({ ...filters, state: [...filters.state] }),
    queryFn: async () => {
      const { items } = await api.get<CaseList>('/cases', filters);
      const dayOf = ({ receivedOn }: CaseRow): string => receivedOn ?? '';
      return [...items].sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.serial - a.serial);
    },
  });
}
