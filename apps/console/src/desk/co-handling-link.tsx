import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useAsked } from './use-asked.js';

/** Leads to what waits for the answer of the reader's unit; not shown where there is nothing. */
export function CoHandlingLink(): ReactNode {
  const t = useWords('desk');
  const count = useAsked().data?.items.length ?? 0;
  return count === 0 ? null : <Link to="/co-handling">{t('co-handling.count', { count })}</Link>;
}
