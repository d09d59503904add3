import type { HelpAnswer, HelpAskedList } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { newKey } from '../parts/new-key.js';

/** What the reader is asked to help with and has not answered, also by an organ above. */
export const useAsked = () => useQuery({ queryKey: keys.cases.asked, queryFn: () => api.get<HelpAskedList>('/co-handling') });

/** Answers one of them; the others are read again. */
export function useAnswerAsked(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: HelpAnswer) => api.post<HelpAskedList>(`/co-handling/${id}/answer`, said, { key: newKey() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.cases.all });
    },
  });
}
