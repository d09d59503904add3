import type { CaseView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useAllCases } from '../list/use-cases.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { poolFilters } from './desk-filters.js';

/** Takes the case that is due first among those that nobody has; not shown where there is none. */
export function TakeNext(): ReactNode {
  const t = useWords('desk');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [first] = useAllCases(poolFilters).data ?? [];
  const take = useMutation({
    mutationFn: (id: string) => api.post<CaseView>(`/cases/${id}/commands`, { type: 'claim' }),
    onSuccess: ({ id }) => void navigate(`/case/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cases.all }),
  });
  const run = (): void => {
    if (first !== undefined && !take.isPending) take.mutate(first.id);
  };
  useKeys([{ keys: ['G'], does: t('take-next'), bar: 5, run }]);
  if (first === undefined) return null;
  return (
    <>
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <Button type="primary" loading={take.isPending} onClick={run}>
        {t('take-next')} <kbd aria-hidden>G</kbd>
      </Button>
    </>
  );
}
