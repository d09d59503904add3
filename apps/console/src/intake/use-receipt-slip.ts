import type { ReceiptSlip } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** How the applicant of a case follows it. It never changes. */
export const useReceiptSlip = (id: string): UseQueryResult<ReceiptSlip> =>
  useQuery({
    queryKey: keys.cases.receipt(id),
    queryFn: () => api.get<ReceiptSlip>(`/cases/${id}/receipt`),
    staleTime: Infinity,
  });
