import type { CaseRow, DashboardView, OverdueCase } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { dueOf } from '../list/due.js';
import { OrderedMark } from '../list/ordered-mark.js';
import { useSpeech } from '../list/speech.js';
import { holderOf } from '../list/turn-cell.js';
import { CaseActs } from '../orders/case-acts.js';
import { LightIcon } from '../parts/light.js';
import { TableHead } from '../parts/table-head.js';
import { lateText } from './late-text.js';
import { NumberLink } from './number-link.js';

/** As many as are read at a glance; the number opens the rest. */
const SHOWN = 8;
const NEXT_SHOWN = 5;

/** What is overdue: in whose hands, since when; below it what the next working day brings. */
export function OverdueCard({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const { total, filters, items } = view.overdue;
  return (
    <section className="card overdue-card" aria-labelledby="overdue-cases">
      <header className="card-head">
        <h2 id="overdue-cases">{t('overdue')}</h2>
        <NumberLink filters={filters} className="strong is-overdue">
          {total}
        </NumberLink>
        <span className="muted small">{t('overdue.note')}</span>
      </header>
      {total === 0 ? <p className="overdue-none">{t('overdue.none')}</p> : <OverdueTable rows={items.slice(0, SHOWN)} />}
      {total > SHOWN ? (
        <p className="overdue-more">
          <NumberLink filters={filters}>{t('overdue.more', { count: total })}</NumberLink>
        </p>
      ) : null}
      <NextDay view={view} />
    </section>
  );
}

function OverdueTable({ rows }: { readonly rows: readonly OverdueCase[] }): ReactNode {
  const t = useWords('overview');
  const terms = useWords('terms');
  const { short } = useDays();
  return (
    <table className="overdue-table" aria-labelledby="overdue-cases">
      <TableHead columns={(['case', 'late', 'turn', 'held', 'since'] as const).map((column) => t(`column.${column}`))} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <CaseLink row={row} /> <OrderedMark ordered={row.ordered} />
              <CaseActs row={row} />
            </td>
            <td className="light is-overdue">
              <LightIcon light="overdue" size={13} /> {lateText(row.overdueDays, t, terms)}
            </td>
            <td className="overdue-holder" title={holderOf(row)}>
              <Holder row={row} />
            </td>
            <td>{t('held.days', { days: row.turn.days })}</td>
            <td>{short(row.turn.since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CaseLink = ({ row }: { readonly row: CaseRow }): ReactNode => (
  <Link className="strong" to={`/case/${row.id}`} title={row.subject}>
    {row.number}
  </Link>
);

/** Whose turn it is, and what they have to do. */
function Holder({ row }: { readonly row: CaseRow }): ReactNode {
  const { step } = useSpeech();
  return (
    <>
      {holderOf(row)} <span className="muted">{row.turn.step === null ? '' : step(row.turn.step)}</span>
    </>
  );
}

/** What falls due on the next working day, so that it does not become overdue. */
function NextDay({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const { listed } = useDays();
  const next = view.days.find(({ place, kind }) => place === 'ahead' && (kind === 'working' || kind === 'makeup'));
  if (next === undefined) return null;
  const due = view.due.filter((row) => dueOf(row)?.day === next.date).slice(0, NEXT_SHOWN);
  const day = listed(next.date);
  return (
    <div className="next-day">
      {next.total === 0 ? (
        <p className="muted">{t('next.none', { day })}</p>
      ) : (
        <NumberLink filters={next.filters} className="strong">
          {t('next', { count: next.total, day })}
        </NumberLink>
      )}
      <ul>
        {due.map((row) => (
          <li key={row.id}>
            <CaseLink row={row} /> <OrderedMark ordered={row.ordered} /> <Holder row={row} />
            <CaseActs row={row} />
          </li>
        ))}
      </ul>
    </div>
  );
}
