import type { Frequency } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** How often somebody has asked. It finds nothing: a person does. */
export function FrequencyLine({ cases, itemsThisMonth, freeItems }: Frequency): ReactNode {
  const t = useWords('earlier');
  const { all, open, year, month } = cases;
  return (
    <>
      <p className="dense">{t('own.count', { count: all, open, year, month, items: itemsThisMonth })}</p>
      {itemsThisMonth > freeItems ? <p className="dense earlier-beyond">{t('own.beyond', { free: freeItems })}</p> : null}
    </>
  );
}
