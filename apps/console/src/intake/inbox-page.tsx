import type { ArrivalRow, CaseRow } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { PageTitle } from '../parts/page-title.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { KeyBar } from '../keys/key-bar.js';
import { useKeys } from '../keys/use-keys.js';
import { useOffice } from '../shell/use-office.js';
import { ArrivalPanel, type PanelAct } from './arrival-panel.js';
import { ArrivalTable, RegisteredTable } from './inbox-tables.js';
import { useArrivals, useRegistered } from './use-arrivals.js';
import './inbox-page.css';

/** What came in: unconfirmed arrivals on top, what is logged and not taken up below, the papers of one at right. */
export function InboxPage(): ReactNode {
  const t = useWords('inbox');
  const navigate = useNavigate();
  const [arrivals, registered] = [useArrivals(), useRegistered()];
  const { chosen, act, choose, start } = useChoice(arrivals.data, registered.data);
  const step = (by: 1 | -1) => () => choose(by);
  const isWaiting = chosen?.state === 'unconfirmed';
  useKeys([
    { keys: ['J', 'ArrowDown'], does: t('keys.next'), bar: 1, run: step(1) },
    { keys: ['K', 'ArrowUp'], does: t('keys.previous'), bar: 2, run: step(-1) },
    { keys: ['Y'], does: t('confirm'), bar: 3, run: () => start(isWaiting ? 'confirm' : null) },
    { keys: ['C'], does: t('contact'), bar: 4, run: () => start(isWaiting ? 'contact' : null) },
    { keys: ['N'], does: t('log'), bar: 5, run: () => void navigate('/log') },
  ]);
  const error = arrivals.error ?? registered.error;
  return (
    <>
      <main id="content" className="page inbox-page">
        <PageTitle title={t('title')} sentence={<Sum waiting={arrivals.data} registered={registered.data} />}>
          <Button type="primary" onClick={() => void navigate('/log')}>
            {t('log')} <kbd>N</kbd>
          </Button>
        </PageTitle>
        {error === null ? null : (
          <ErrorNotice error={error} onRetry={() => void Promise.all([arrivals.refetch(), registered.refetch()])} />
        )}
        <div className="inbox-columns">
          <div className="inbox-lists">
            <ArrivalTable rows={arrivals.data} chosen={chosen?.id} onChoose={choose} onAct={start} />
            <RegisteredTable rows={registered.data} chosen={chosen?.id} onChoose={choose} />
          </div>
          <Beside id={chosen?.id} isWaiting={isWaiting} act={act} onAct={start} />
        </div>
      </main>
      <KeyBar />
    </>
  );
}

type SumProps = { readonly waiting: readonly Row[] | undefined; readonly registered: readonly Row[] | undefined };

function Sum({ waiting, registered }: SumProps): ReactNode {
  const t = useWords('inbox');
  if (waiting === undefined || registered === undefined) return null;
  return t('sum', { waiting: waiting.length, registered: registered.length });
}

type BesideProps = {
  readonly id: string | undefined;
  readonly isWaiting: boolean;
  readonly act: PanelAct | null;
  readonly onAct: (act: PanelAct | null) => void;
};

/** The row that is chosen. */
function Beside({ id, ...props }: BesideProps): ReactNode {
  const t = useWords('inbox');
  const { data: office } = useOffice();
  if (id === undefined || office === undefined) return <section className="card inbox-panel muted">{t('panel.empty')}</section>;
  return <ArrivalPanel key={id} id={id} today={office.today} {...props} />;
}

type Row = ArrivalRow | CaseRow;
type Choice = {
  readonly chosen: Row | undefined;
  readonly act: PanelAct | null;
  /** A row by its id, or the next in a direction. */
  readonly choose: (to: string | 1 | -1) => void;
  readonly start: (act: PanelAct | null, id?: string) => void;
};

/** Which row is shown at right and what is being done with it: both in the address, so that the way back leads there. */
function useChoice(...lists: readonly (readonly Row[] | undefined)[]): Choice {
  const rows = lists.flatMap((list) => list ?? []);
  const [params, setParams] = useSearchParams();
  const place = Math.max(
    0,
    rows.findIndex(({ id }) => id === params.get('id')),
  );
  const chosen = rows[place];
  const start = (act: PanelAct | null, id = chosen?.id): void => {
    if (id !== undefined) setParams(act === null ? { id } : { id, act }, { replace: true });
  };
  const choose = (to: string | 1 | -1): void =>
    start(null, typeof to === 'string' ? to : rows[Math.max(0, Math.min(rows.length - 1, place + to))]?.id);
  const wanted = params.get('act');
  return { chosen, act: wanted === 'confirm' || wanted === 'contact' ? wanted : null, choose, start };
}
