import type { ReportPublication } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Whose report of which year. */
type Which = { readonly year: string; readonly query: Query };

const keyOf = ({ year, query }: Which): readonly unknown[] => [...keys.cases.lists, 'report', 'publication', year, query];
const pathOf = ({ year }: Which): string => `/reports/annual/${year}/publication`;

/** Where the publication of a report stands. @param isAsked false: nobody wants to know */
export const usePublication = (which: Which, isAsked = true) =>
  useQuery({
    queryKey: keyOf(which),
    queryFn: () => api.get<ReportPublication>(pathOf(which), which.query),
    enabled: isAsked,
  });

/** Publishes the frozen report. */
export function usePublish(which: Which) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<ReportPublication>(pathOf(which), {}, { query: which.query }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(which) }),
  });
}
