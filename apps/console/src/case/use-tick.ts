import type { CaseView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { showTaken } from './show-taken.js';
import { newKey } from '../parts/new-key.js';

/** An item of a list, to be ticked or no longer. */
type Ticked = { readonly item: string; readonly done: boolean };

/** Ticks an item of a case as it is shown; one that changed meanwhile is read again. */
export function useTick({ id, version }: Pick<CaseView, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ticked: Ticked) =>
      api.post<CaseView>(`/cases/${id}/commands`, { type: 'tick', ...ticked }, { version, key: newKey() }),
    onSuccess: (view) => showTaken(client, view),
    onError: () => {
      void client.invalidateQueries({ queryKey: keys.cases.all });
    },
  });
}
