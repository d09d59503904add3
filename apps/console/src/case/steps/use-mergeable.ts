import type { CaseList } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';

/** The open cases of the same applicant that a case can be merged into. */
export const useMergeable = (id: string, enabled = true): UseQueryResult<CaseList> =>
  useQuery({
    queryKey: [...keys.cases.lists, 'mergeable', id],
    queryFn: () => api.get<CaseList>(`/cases/${id}/mergeable`),
    enabled,
  });
