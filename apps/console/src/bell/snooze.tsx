import type { SnoozeChoices } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { officeDay, officeTime } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

/** The moments to which a reminder can be put off; under them, or instead of them, what comes before it could be put off further. */
export function Snooze({ id }: { readonly id: string }): ReactNode {
  const t = useWords('shell');
  const { listed } = useDays();
  const { data, error } = useQuery({
    queryKey: [...keys.notifications, id, 'snooze'],
    queryFn: () => api.get<SnoozeChoices>(`/notifications/${id}/snooze`),
    staleTime: 0,
  });
  const putOff = usePutOff(id);
  const failed = error ?? putOff.error;
  if (failed !== null) return <ErrorNotice error={failed} />;
  if (data === undefined) return null;
  const day = data.on === null ? '' : listed(data.on);
  return (
    <div className="snooze" role="group" aria-label={t('bell.later-until')}>
      {data.choices.map(({ name, until }) => (
        <Button key={name} size="small" loading={putOff.isPending} onClick={() => putOff.mutate(until)}>
          {t(`bell.later.${name}`, { day: listed(officeDay(until)), time: officeTime(until) })}
        </Button>
      ))}
      <span className="muted small">{t(`bell.limit.${data.choices.length === 0 ? 'none-' : ''}${data.limit}`, { day })}</span>
    </div>
  );
}

function usePutOff(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: string) => api.post<undefined>(`/notifications/${id}/snooze`, { until }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.notifications }),
  });
}
