import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { approvedFilters } from './approve-filters.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'number', 'subject', 'applicant', 'state', 'turn', 'assignee'];

/** What I have decided. */
export function ApprovedPage(): ReactNode {
  const t = useWords('decide');
  return (
    <CaseList
      name="approved"
      title={t('approved.title')}
      cases={useAllCases(approvedFilters)}
      columns={COLUMNS}
      empty={<EmptyState text={t('approved.empty')} />}
    />
  );
}
