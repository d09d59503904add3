import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { poolFilters } from './desk-filters.js';
import { TakeNext } from './take-next.js';
import { useDeskSentence } from './use-desk-sentence.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'number', 'subject', 'applicant', 'channel', 'received', 'state'];

/** What nobody has in hand yet. */
export function PoolPage(): ReactNode {
  const t = useWords('desk');
  const cases = useAllCases(poolFilters);
  return (
    <CaseList
      name="pool"
      title={t('pool')}
      sentence={useDeskSentence(cases.data)}
      cases={cases}
      columns={COLUMNS}
      empty={<EmptyState text={t('pool.empty')} />}
      actions={<TakeNext />}
    />
  );
}
