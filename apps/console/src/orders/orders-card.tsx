import { stepTexts, type CaseView, type CommandType, type OrderView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { OVER_PAGE } from '../case/over-page.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { useOrderWords } from './use-order-words.js';
import './orders.css';

/** What can be done with an order. */
const STEPS: ReadonlySet<string> = new Set<CommandType>(['answerOrder', 'repeatOrder', 'closeOrder']);

/** The supervision orders of a case, every demand with its answer; nothing where there was none. */
export function OrdersCard({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('orders');
  const text = useText();
  if (view.orders.length === 0) return null;
  const steps = view.permitted.filter(({ type }) => STEPS.has(type));
  return (
    <section className="card" aria-labelledby="case-orders">
      <div className="card-head">
        <h2 id="case-orders">{t('of-case')}</h2>
        <span className="spring" />
        {steps.map(({ type }) => (
          <Link key={type} className="no-print" to={`/case/${view.id}/step/${type}`} state={OVER_PAGE}>
            {sentenceCase(text(stepTexts[type as CommandType]))}
          </Link>
        ))}
      </div>
      <table className="case-table" aria-labelledby="case-orders">
        <TableHead columns={(['state-of', 'demand', 'due', 'to-whom', 'answer'] as const).map((column) => t(column))} />
        <tbody>
          {view.orders.map((order) => (
            <Demands key={order.id} order={order} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A line for each time it was demanded. */
function Demands({ order, view }: { readonly order: OrderView; readonly view: CaseView }): ReactNode {
  const terms = useWords('terms');
  const { due, answer, closed, who, named } = useOrderWords(view.people);
  return order.demands.map((demand, i) => {
    const isLast = i === order.demands.length - 1;
    return (
      <tr key={`${order.id} ${String(i)}`} data-order={order.id} data-state={order.state}>
        <td className="no-wrap">{isLast ? terms(`orderState.${order.state}`) : ''}</td>
        <td className="free-text">
          <span className="strong">{terms(`orderKind.${order.kind}`)}</span> {demand.text}
          <div className="muted small">{who(demand.by, demand.on)}</div>
        </td>
        <td className="no-wrap">{due(demand)}</td>
        <td className="free-text">{named(order, view.assignee)}</td>
        <td className="free-text">
          {demand.answer === null ? '' : answer(demand.answer)}
          {isLast && order.closed !== null ? <div>{closed(order.closed)}</div> : null}
        </td>
      </tr>
    );
  });
}
