import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { reviewedFilters } from './review-filters.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'number', 'subject', 'applicant', 'state', 'turn', 'assignee'];

/** What I have reviewed. */
export function ReviewedPage(): ReactNode {
  const t = useWords('decide');
  return (
    <CaseList
      name="reviewed"
      title={t('reviewed.title')}
      cases={useAllCases(reviewedFilters)}
      columns={COLUMNS}
      empty={<EmptyState text={t('reviewed.empty')} />}
    />
  );
}
