import type { Acknowledged, NotificationList } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

const SHOWN = 20;

/** What the reader was told and has not acknowledged, newest first. */
export const useNotifications = (): UseQueryResult<NotificationList> =>
  useQuery({
    queryKey: keys.notifications,
    queryFn: () => api.get<NotificationList>('/notifications', { unread: true, limit: SHOWN }),
  });

/** Acknowledges one of them, or all. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id?: string) =>
      id === undefined
        ? api.post<Acknowledged>('/notifications/acknowledge-all')
        : api.post<undefined>(`/notifications/${id}/acknowledge`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.notifications }),
  });
}
