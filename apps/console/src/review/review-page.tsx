import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList, type QuickView } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { RedactionsToCheckLink } from '../redact/checks-link.js';
import { useSession } from '../session/session.js';
import { reviewFilters } from './review-filters.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'used', 'number', 'subject', 'assignee', 'turn'];

/** A draft that goes nowhere before its legal review. */
const isOwed = ({ turn }: CaseRow): boolean => turn.step === 'reviewLegally';

/** What waits for a review: of confidentiality, or of law for the legal reviewer. */
export function ReviewPage(): ReactNode {
  const t = useWords('decide');
  const { role } = useSession();
  const cases = useAllCases(reviewFilters(role));
  const views: readonly QuickView[] = [
    { name: 'all', label: t('review.all'), has: () => true },
    { name: 'owed', label: t('review.owed'), has: isOwed },
  ];
  return (
    <CaseList
      name="review"
      title={t('review.title')}
      sentence={role === 'legal' ? t('review.legal') : undefined}
      cases={cases}
      columns={COLUMNS}
      actions={<RedactionsToCheckLink />}
      views={(cases.data ?? []).some(isOwed) ? views : []}
      empty={<EmptyState text={t(role === 'legal' ? 'review.legal-empty' : 'review.empty')} />}
      open={({ id }) => `/review/${id}`}
    />
  );
}
