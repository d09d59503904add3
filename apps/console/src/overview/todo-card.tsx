import type { DashboardView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { FormedLines } from '../catalogue/formed-lines.js';
import { ExpectedLate } from '../trends/expected-late.js';
import { OrderLines } from '../orders/order-count.js';
import { NumberLink } from './number-link.js';

/** What no deadline shows: nobody has taken it up, nobody has confirmed it; of an organ also what no person holds. */
export function TodoCard({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const { organ, assignee } = view.filters;
  const kinds = [
    ['unclaimed', view.unclaimed],
    ['unconfirmed', view.unconfirmed],
    ['to-confirm', view.toConfirm],
    ...(view.toConfirm.enteredLate.total === 0 ? [] : [['entered-late', view.toConfirm.enteredLate] as const]),
    ['answers', view.answers],
    ['answers.late', view.answers.late],
  ] as const;
  return (
    <section className="card todo-card" aria-labelledby="to-do">
      <header className="card-head">
        <h2 id="to-do">{t('todo')}</h2>
      </header>
      <ul>
        {kinds.map(([name, { total, filters }]) => (
          <li key={name}>
            <NumberLink filters={filters}>
              <b>{total}</b> <span className="dense">{t(name)}</span>
            </NumberLink>
          </li>
        ))}
        <RecordsLine records={view.records} />
        {assignee === undefined ? (
          <>
            <OrderLines organ={organ} />
            <FormedLines organ={organ} />
          </>
        ) : null}
        <ExpectedLate organ={organ} person={assignee} />
      </ul>
    </section>
  );
}

/** Requests to correct a record that are owed an answer (REG 41), and how many are late; the number opens its list. */
function RecordsLine({ records }: Pick<DashboardView, 'records'>): ReactNode {
  const t = useWords('overview');
  if (records === null || records.total === 0) return null;
  const { total, late, filters } = records;
  return (
    <li>
      <Link to={`/records?${new URLSearchParams(filters).toString()}`}>
        <b>{total}</b> <span className="dense">{late === 0 ? t('records') : t('records.late', { late })}</span>
      </Link>
    </li>
  );
}
