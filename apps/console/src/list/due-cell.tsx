import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useDayText } from '../parts/use-day-text.js';

const RESTARTS: Readonly<Partial<Record<CaseRow['clock'], 'due.after-correction' | 'due.after-payment'>>> = {
  awaiting_correction: 'due.after-correction',
  awaiting_payment: 'due.after-payment',
};

/** When a reply is due, which is also the way to why; or what has to happen before there is such a day. */
export function DueCell({ row }: { readonly row: CaseRow }): ReactNode {
  const t = useWords('lists');
  const dayText = useDayText();
  const restarts = row.light === 'stopped' ? RESTARTS[row.clock] : undefined;
  if (restarts !== undefined) return <span className="muted">{t(restarts)}</span>;
  const due = row.finalDue ?? row.provisional;
  if (due === null) return <span className="muted">—</span>;
  const day = dayText(due);
  const text = row.finalDue === null ? t('due.provisional', { day }) : row.light === 'stopped' ? t('due.forecast', { day }) : day;
  return (
    <Link className="due-link" to={`/case/${row.id}/why`} title={t('due.why', { day })}>
      {text}
    </Link>
  );
}
