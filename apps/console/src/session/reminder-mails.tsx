import type { ReminderMails } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';

const MAILS = ['reminder-mails'];

/** Whether reminders come together or one by one; chosen is set. */
export function ReminderMailsChoice(): ReactNode {
  const t = useWords('shell');
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey: MAILS, queryFn: () => api.get<ReminderMails>('/notifications/mails') });
  const choose = useMutation({
    mutationFn: (mails: ReminderMails['mails']) => api.put<ReminderMails>('/notifications/mails', { mails }),
    onSuccess: (set) => client.setQueryData(MAILS, set),
  });
  const failed = error ?? choose.error;
  return (
    <>
      <p className="muted dense">{t('own.mails.what')}</p>
      {failed === null ? null : <ErrorNotice error={failed} />}
      {data === undefined ? (
        error === null && <LoadingRows />
      ) : (
        <Radio.Group
          vertical
          aria-label={t('own.mails')}
          value={data.mails}
          disabled={choose.isPending}
          onChange={({ target }) => choose.mutate(target.value as ReminderMails['mails'])}
          options={(['digest', 'each'] as const).map((value) => ({ value, label: t(`own.mails.${value}`) }))}
        />
      )}
      <p className="dense" role="status">
        {choose.isSuccess ? t('own.mails.set') : null}
      </p>
    </>
  );
}
