import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { approveFilters } from './approve-filters.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'used', 'number', 'subject', 'assignee', 'turn', 'next'];

/** What waits for my decision, what is due first on top. */
export function ApprovePage(): ReactNode {
  const t = useWords('decide');
  return (
    <CaseList
      name="approve"
      title={t('approve.title')}
      cases={useAllCases(approveFilters)}
      columns={COLUMNS}
      empty={<EmptyState text={t('approve.empty')} />}
      open={({ id }) => `/approve/${id}`}
    />
  );
}
