import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { archiveFilters } from './archive-filters.js';

const COLUMNS: readonly ColumnName[] = ['number', 'subject', 'applicant', 'channel', 'received', 'due', 'turn', 'next'];

/** What is closed and waits for the archive. */
export function ArchivePage(): ReactNode {
  const t = useWords('decide');
  return (
    <CaseList
      name="archive"
      title={t('archive.title')}
      cases={useAllCases(archiveFilters)}
      columns={COLUMNS}
      empty={<EmptyState text={t('archive.empty')} />}
      open={({ id }) => `/archive/${id}`}
    />
  );
}
