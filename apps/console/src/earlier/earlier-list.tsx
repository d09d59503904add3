import type { EarlierRequest } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useGrounds } from '../case/use-case.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import './earlier.css';

type Props = {
  readonly items: readonly EarlierRequest[];
  /** Whether the name of who asked is told with each. */
  readonly named?: boolean;
  /** Opened in a window of its own, beside what is being typed. */
  readonly beside?: boolean;
  readonly acts?: (request: EarlierRequest) => ReactNode;
};

/** Percent from which it is said how alike a request is: two characters are shared by many. */
const TOLD = 20;

/** Requests that were made before: what each asked for, how alike it is, and what became of it. */
export function EarlierList({ items, named = false, beside = false, acts }: Props): ReactNode {
  const t = useWords('earlier');
  const { listed } = useDays();
  return (
    <ul className="earlier-list">
      {items.map((request) => (
        <li key={request.id}>
          <div className="earlier-head">
            <Link className="number-link no-wrap" to={`/case/${request.id}`} {...(beside ? { target: '_blank' } : {})}>
              {request.number}
            </Link>
            <span className="no-wrap dense">{listed(request.receivedOn ?? request.openedOn)}</span>
            <Became request={request} />
            {request.likeness === null || request.likeness < TOLD ? null : (
              <span className="earlier-likeness no-wrap">{t('likeness', { percent: request.likeness })}</span>
            )}
          </div>
          <p className="dense">
            {named ? `${request.applicantName} · ` : ''}
            {request.subject}
          </p>
          {acts === undefined ? null : <div className="earlier-acts">{acts(request)}</div>}
        </li>
      ))}
    </ul>
  );
}

/** How it was answered, or where it stands. */
function Became({ request: { isOpen, outcome, state } }: { readonly request: EarlierRequest }): ReactNode {
  const terms = useWords('terms');
  const t = useWords('earlier');
  const grounds = useGrounds();
  const words = outcome === null ? terms(`state.${state}`) : (grounds?.decisions[outcome].name ?? outcome);
  return <span className="dense strong">{isOpen ? `${t('open')} · ${words}` : words}</span>;
}
