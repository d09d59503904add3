import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useRedactionsToCheck } from './use-redaction.js';

/** Leads to the redactions that wait for a second person, whoever can be it; not shown where there are none. */
export function RedactionsToCheckLink(): ReactNode {
  const t = useWords('redact');
  const count = (useRedactionsToCheck().data?.items ?? []).filter(({ mine }) => mine).length;
  return count === 0 ? null : <Link to="/redact">{t('checks.count', { count })}</Link>;
}
