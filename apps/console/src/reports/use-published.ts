import type { PublishedReport, PublishedReports, ReportComparison } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';

/** They go with the reports: what is taken in changes a roll-up. */
const PUBLISHED = [...keys.cases.lists, 'report', 'published'];

/** Reports that were taken in, those that do not count any more among them. */
export const usePublished = () =>
  useQuery({ queryKey: PUBLISHED, queryFn: () => api.get<PublishedReports>('/reports/published') });

/** Reads again what a report that was taken in or withdrawn has changed. */
export function usePublishedChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [...keys.cases.lists, 'report'] });
}

/** Takes one out of count. */
export function useEndPublished(id: string, onDone: () => void) {
  const changed = usePublishedChanged();
  return useMutation({
    mutationFn: (why: string) => api.post<PublishedReport>(`/reports/published/${id}/end`, { why }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
}

/** Reports side by side. */
export const useComparison = (query: Query) =>
  useQuery({
    queryKey: [...PUBLISHED, 'comparison', query],
    queryFn: () => api.get<ReportComparison>('/reports/comparison', query),
    placeholderData: (before) => before,
  });
