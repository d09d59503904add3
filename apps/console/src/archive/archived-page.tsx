import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { archivedFilters } from './archive-filters.js';
import { YearExport } from './year-export.js';

const COLUMNS: readonly ColumnName[] = ['number', 'subject', 'applicant', 'channel', 'received', 'due', 'state'];

/** What is in the archive. */
export function ArchivedPage(): ReactNode {
  const t = useWords('decide');
  return (
    <CaseList
      name="archived"
      title={t('archived.title')}
      cases={useAllCases(archivedFilters)}
      columns={COLUMNS}
      actions={<YearExport />}
      empty={<EmptyState text={t('archived.empty')} />}
    />
  );
}
