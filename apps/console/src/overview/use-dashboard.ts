import type { DashboardView } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Midnight changes lights without any case having changed. */
const A_MINUTE = 60_000;

/** Whose cases are counted: those of an organ and what is below it, and of one person; `undefined` where none is named. */
export type WhoseCases = Readonly<Record<'organ' | 'person', string | undefined>>;

/** The dashboard of an organ and what is below it, or of one person; of all in sight where none is named. */
export const useDashboard = (whose: WhoseCases): UseQueryResult<DashboardView> =>
  useQuery({
    queryKey: keys.cases.dashboard(whose),
    queryFn: ({ signal }) => api.get<DashboardView>('/dashboard', whose, signal),
    refetchInterval: A_MINUTE,
    placeholderData: (earlier) => earlier,
  });
