import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { coHandlingFilters } from './desk-filters.js';

const COLUMNS: readonly ColumnName[] = ['asked', 'due', 'number', 'subject', 'turn', 'assignee'];

/** Cases of others that wait for the answer of the reader's unit. */
export function CoHandlingPage(): ReactNode {
  const t = useWords('desk');
  return (
    <CaseList
      name="co-handling"
      title={t('co-handling')}
      cases={useAllCases(coHandlingFilters)}
      columns={COLUMNS}
      empty={<EmptyState text={t('co-handling.empty')} />}
    />
  );
}
