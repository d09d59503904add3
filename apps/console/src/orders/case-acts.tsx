import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { OVER_PAGE } from '../case/over-page.js';
import { useWords } from '../i18n/use-words.js';
import './orders.css';

/** What a supervisor does about a case at risk, where it is told: gives an order, or gives it to somebody else. */
export function CaseActs({ row: { id, number } }: { readonly row: CaseRow }): ReactNode {
  const t = useWords('orders');
  return (
    <span className="order-acts no-print">
      <Link to={`/case/${id}/step/issueOrder`} state={OVER_PAGE} aria-label={t('act.of', { number })}>
        {t('act')}
      </Link>
      <Link to={`/case/${id}/step/assign`} state={OVER_PAGE} aria-label={t('reassign.of', { number })}>
        {t('reassign')}
      </Link>
    </span>
  );
}
