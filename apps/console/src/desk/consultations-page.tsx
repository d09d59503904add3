import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList, type QuickView } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { useSession } from '../session/session.js';
import { useStoodInFor } from '../session/use-stood-in-for.js';
import { consultationFilters } from './desk-filters.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'used', 'number', 'subject', 'turn', 'assignee'];

/** Cases in which somebody was asked and has not answered. */
export function ConsultationsPage(): ReactNode {
  const t = useWords('desk');
  const { user } = useSession();
  const stoodInFor = useStoodInFor();
  const isMine = ({ assignee }: CaseRow): boolean =>
    assignee !== null && (assignee.id === user.id || stoodInFor.has(assignee.id));
  const views: readonly QuickView[] = [
    { name: 'all', label: t('view.all'), has: () => true },
    { name: 'my-cases', label: t('view.my-cases'), has: isMine },
  ];
  return (
    <CaseList
      name="consultations"
      title={t('consultations')}
      cases={useAllCases(consultationFilters)}
      columns={COLUMNS}
      views={views}
      empty={<EmptyState text={t('consultations.empty')} />}
    />
  );
}
