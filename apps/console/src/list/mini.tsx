import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './mini.css';

const LATE_SHOWN = 6;

type Props = Pick<CaseRow, 'light' | 'daysLeft' | 'budgetDays' | 'usedDays' | 'stoppedDays'>;

/** The working days of a case on one line: used, left, a wedge where the clock stood, and days late. */
export function Mini({ light, daysLeft, budgetDays, usedDays, stoppedDays }: Props): ReactNode {
  const t = useWords('lists');
  if (budgetDays === null || usedDays === null) return <span className="muted">—</span>;
  const stopped = stoppedDays ?? 0;
  const used = Math.min(usedDays, budgetDays);
  const late = light === 'overdue' ? Math.min(LATE_SHOWN, -(daysLeft ?? 0)) : 0;
  const facts = { used: usedDays, budget: budgetDays, stopped };
  return (
    <span className={`mini mini-${light}`} role="img" aria-label={t(stopped > 0 ? 'mini.stopped' : 'mini.used', facts)}>
      {ticks(used, 'mini-used')}
      {stopped > 0 ? <b /> : null}
      {ticks(budgetDays - used, 'mini-left')}
      {ticks(late, 'mini-used')}
    </span>
  );
}

const ticks = (count: number, look: string): ReactNode => Array.from({ length: count }, (_, i) => <i key={i} className={look} />);
