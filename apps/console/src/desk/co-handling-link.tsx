import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useCaseCount } from '../list/use-cases.js';
import { coHandlingFilters } from './desk-filters.js';

/** Leads to the cases that wait for the answer of the reader's unit; not shown where there are none. */
export function CoHandlingLink(): ReactNode {
  const t = useWords('desk');
  const count = useCaseCount(coHandlingFilters).data?.total ?? 0;
  return count === 0 ? null : <Link to="/co-handling">{t('co-handling.count', { count })}</Link>;
}
