import type { DashboardView } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Midnight changes lights without any case having changed. */
const A_MINUTE = 60_000;

/** The dashboard of an organ and what is below it; of all in sight where none is named. */
export const useDashboard = (organ: string | undefined): UseQueryResult<DashboardView> =>
  useQuery({
    queryKey: keys.cases.dashboard(organ),
    queryFn: ({ signal }) => api.get<DashboardView>('/dashboard', { organ }, signal),
    refetchInterval: A_MINUTE,
    placeholderData: (earlier) => earlier,
  });
