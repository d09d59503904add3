import type { Watchers } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';

/** Who watches the case, and whether the reader does: that begins and ends here. */
export function WatchToggle({ caseId }: { readonly caseId: string }): ReactNode {
  const t = useWords('case');
  const client = useQueryClient();
  const queryKey = keys.cases.watchers(caseId);
  const address = `/cases/${caseId}/watchers`;
  const { data } = useQuery({ queryKey, queryFn: () => api.get<Watchers>(address) });
  const change = useMutation({
    mutationFn: (watch: boolean) =>
      watch ? api.put<Watchers>(`${address}/me`, undefined) : api.delete<Watchers>(`${address}/me`),
    onSuccess: (watchers) => {
      client.setQueryData(queryKey, watchers);
      void client.invalidateQueries({ queryKey: keys.cases.lists });
      void client.invalidateQueries({ queryKey: keys.notifications });
    },
  });
  if (data === undefined) return null;
  return (
    <>
      <span>{data.items.map(({ person }) => person.name).join(t('list')) || t('watch.nobody')}</span>{' '}
      <button
        type="button"
        className="link-button no-print"
        aria-pressed={data.mine}
        disabled={change.isPending}
        onClick={() => change.mutate(!data.mine)}
      >
        {t(data.mine ? 'watch.end' : 'watch.begin')}
      </button>
    </>
  );
}
