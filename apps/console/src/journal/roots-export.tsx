import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { SettledDay } from '../parts/settled-day.js';
import { useOffice } from '../shell/use-office.js';
import { useAuditExport } from './use-roots.js';

type Props = {
  readonly organ: string;
  /** The last day that is signed. */
  readonly newest: string;
};

/** From which day to which the signed file is made: the year until yesterday, where nothing else is said. */
export function RootsExport({ organ, newest }: Props): ReactNode {
  const t = useWords('audit');
  const today = useOffice().data?.today;
  const [chosen, choose] = useState<{ from?: string; to?: string }>({});
  const saving = useAuditExport();
  if (today === undefined) return null;
  const from = chosen.from ?? `${newest.slice(0, 4)}-01-01`;
  const to = chosen.to ?? newest;
  return (
    <div className="journal-export no-print">
      <p className="muted">{t('export.what')}</p>
      <div className="journal-filter">
        <span className="journal-day">
          <span aria-hidden>{t('accesses.from')}</span>
          <SettledDay label={t('accesses.from')} day={from} today={today} onDay={(day) => choose({ ...chosen, from: day })} />
        </span>
        <span className="journal-day">
          <span aria-hidden>{t('accesses.to')}</span>
          <SettledDay label={t('accesses.to')} day={to} today={today} onDay={(day) => choose({ ...chosen, to: day })} />
        </span>
        <Button loading={saving.isPending} onClick={() => saving.mutate({ organ, from, to })}>
          {t('export')}
        </Button>
      </div>
      <div role="status">{saving.data === undefined ? null : <p>{t('export.done', { name: saving.data })}</p>}</div>
      {saving.error === null ? null : (
        <ErrorNotice error={saving.error} names={{ from: t('accesses.from'), to: t('accesses.to') }} />
      )}
    </div>
  );
}
