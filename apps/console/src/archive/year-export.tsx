import type { ArchiveYears } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';

/** All cases of a year, to be taken out of the system at once; nothing where there are none, or for whoever may not. */
export function YearExport(): ReactNode {
  const t = useWords('disposal');
  const { data } = useQuery({
    queryKey: ['archive', 'years'],
    queryFn: () => api.get<ArchiveYears>('/archive/years'),
    retry: false,
  });
  if (data === undefined || data.items.length === 0) return null;
  const items = data.items.map(({ year, cases }) => ({
    key: year,
    label: (
      <a href={`/api/v1/archive/years/${String(year)}/export`} download>
        {t('year.of', { year, count: cases })}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button title={t('year.hint')}>{t('year')}</Button>
    </Dropdown>
  );
}
