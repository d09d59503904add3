import type { OfficeView } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

const A_MINUTE = 60_000;

/** The day of the office and the days around it. Screens have no other clock; asked again each minute, for midnight comes. */
export const useOffice = (): UseQueryResult<OfficeView> =>
  useQuery({
    queryKey: keys.office,
    queryFn: () => api.get<OfficeView>('/office'),
    refetchInterval: A_MINUTE,
    staleTime: A_MINUTE,
  });
