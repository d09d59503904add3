import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useDayText } from '../parts/use-day-text.js';
import './cells.css';

const RESTARTS: Readonly<Partial<Record<CaseRow['clock'], 'due.after-correction' | 'due.after-payment'>>> = {
  awaiting_correction: 'due.after-correction',
  awaiting_payment: 'due.after-payment',
};

/** What a row is due by: of a reply that is challenged, the answer to the remedy. */
const dayOf = ({ turn, finalDue, provisional }: CaseRow): CaseRow['finalDue'] => turn.due ?? finalDue ?? provisional;

/** How sure its day is. */
function mannerOf({ turn, finalDue, light }: CaseRow): 'due.provisional' | 'due.forecast' | null {
  if (turn.due !== null) return null;
  if (finalDue === null) return 'due.provisional';
  return light === 'stopped' ? 'due.forecast' : null;
}

/** When a reply is due, which is also the way to why; or what has to happen before there is such a day. */
export function DueCell({ row }: { readonly row: CaseRow }): ReactNode {
  const t = useWords('lists');
  const dayText = useDayText();
  const restarts = row.light === 'stopped' ? RESTARTS[row.clock] : undefined;
  if (restarts !== undefined) return <span className="muted">{t(restarts)}</span>;
  const due = dayOf(row);
  if (due === null) return <span className="muted">—</span>;
  const day = dayText(due);
  const manner = mannerOf(row);
  const text = manner === null ? day : t(manner, { day });
  return (
    <Link className="due-link" to={`/case/${row.id}/why`} title={t('due.why', { day })}>
      {text}
    </Link>
  );
}
