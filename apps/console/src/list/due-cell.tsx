import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { dueOf } from './due.js';
import './cells.css';

const RESTARTS: Readonly<Partial<Record<CaseRow['clock'], 'due.after-correction' | 'due.after-payment'>>> = {
  awaiting_correction: 'due.after-correction',
  awaiting_payment: 'due.after-payment',
};

/** When a reply is due, which is also the way to why; or what has to happen before there is such a day. */
export function DueCell({ row }: { readonly row: CaseRow }): ReactNode {
  const t = useWords('lists');
  const { listed } = useDays();
  const restarts = row.light === 'stopped' ? RESTARTS[row.clock] : undefined;
  if (restarts !== undefined) return <span className="muted">{t(restarts)}</span>;
  const due = dueOf(row);
  if (due === null) return <span className="muted">—</span>;
  const day = listed(due.day);
  const otherwise = due.otherwise === null ? '' : t('due.otherwise', { day: listed(due.otherwise) });
  return (
    <Link className="due-link" to={`/case/${row.id}/why`} title={`${t('due.why', { day })}${otherwise}`}>
      {due.mark === null ? null : <span className="due-mark">{t(`due.${due.mark}`)} </span>}
      <span className="no-wrap">{day}</span>
    </Link>
  );
}
