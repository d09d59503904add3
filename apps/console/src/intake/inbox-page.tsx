import type { IncomingView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { DoneNotice } from '../incoming/done-notice.js';
import { IncomingPanel, type IncomingForm } from '../incoming/incoming-panel.js';
import { IncomingTable } from '../incoming/incoming-table.js';
import { OrdersDialog } from '../incoming/orders-dialog.js';
import { SHOWN, useIncoming, type Shown } from '../incoming/use-incoming.js';
import { KeyBar } from '../keys/key-bar.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { PageTitle } from '../parts/page-title.js';
import { useOffice } from '../shell/use-office.js';
import { ArrivalPanel } from './arrival-panel.js';
import { ArrivalTable, RegisteredTable } from './inbox-tables.js';
import { useArrivals, useRegistered } from './use-arrivals.js';
import { useChoice, type BesideAct, type Choice } from './use-choice.js';
import './inbox-page.css';

type List = 'waiting' | 'incoming' | 'registered';

/** What came in: unconfirmed arrivals on top, then what nobody has looked at, then what is logged and not taken up; one at right. */
export function InboxPage(): ReactNode {
  const t = useWords('inbox');
  const words = useWords('incoming');
  const navigate = useNavigate();
  const [shown, show] = useShown();
  const [arrivals, incoming, registered] = [useArrivals(), useIncoming(shown), useRegistered()];
  const unseen = useIncoming('waiting');
  const lists = { waiting: arrivals.data, incoming: incoming.data, registered: registered.data };
  const choice = useChoice<List>(lists, 'incoming');
  const [done, setDone] = useState<IncomingView | null>(null);
  const [importing, setImporting] = useState(false);
  useInboxKeys(choice, () => void navigate('/log'), shown !== 'settled');
  const error = arrivals.error ?? incoming.error ?? registered.error;
  const again = (): void => void Promise.all([arrivals.refetch(), incoming.refetch(), registered.refetch()]);
  const choosing = { chosen: choice.id, onChoose: choice.choose };
  return (
    <>
      <main id="content" className="page inbox-page">
        <PageTitle
          title={t('title')}
          sentence={<Sum waiting={arrivals.data} incoming={unseen.data} registered={registered.data} />}
        >
          <Button onClick={() => setImporting(true)}>{words('orders')}</Button>
          <Button type="primary" onClick={() => void navigate('/log')}>
            {t('log')} <kbd>N</kbd>
          </Button>
        </PageTitle>
        {importing ? <OrdersDialog onClose={() => setImporting(false)} /> : null}
        {error === null ? null : <ErrorNotice error={error} onRetry={again} />}
        {done === null ? null : <DoneNotice key={done.id + done.state} view={done} onUndone={setDone} />}
        <div className="inbox-columns">
          <div className="inbox-lists">
            <ArrivalTable rows={arrivals.data} {...choosing} onAct={choice.start} />
            <IncomingTable rows={incoming.data} shown={shown} onShow={show} {...choosing} />
            <RegisteredTable rows={registered.data} {...choosing} />
          </div>
          <Beside
            choice={choice}
            onDone={(view) => {
              choice.start(null);
              setDone(view);
            }}
          />
        </div>
      </main>
      <KeyBar />
    </>
  );
}

/** Which part of what came in is listed; it stands in the address. */
function useShown(): [Shown, (shown: Shown) => void] {
  const [params, setParams] = useSearchParams();
  const shown = SHOWN.find((one) => one === params.get('shown')) ?? 'waiting';
  return [shown, (next) => setParams(next === 'waiting' ? {} : { shown: next }, { replace: true })];
}

/** @param isOpen whether what waits is listed: it says itself what is done first with it */
function useInboxKeys({ id, list, choose, start }: Choice<List>, log: () => void, isOpen: boolean): void {
  const t = useWords('inbox');
  const words = useWords('incoming');
  const isWaiting = list === 'waiting';
  const forIncoming = [
    { keys: ['B'], does: words('attach'), bar: 4, run: () => start('attach') },
    { keys: ['X'], does: words('dismiss'), bar: 6, run: () => start('dismiss') },
    { keys: ['A'], does: words('answer'), run: () => start('answer') },
  ];
  const forArrivals = [
    { keys: ['Y'], does: t('confirm'), bar: 3, run: () => start(isWaiting ? 'confirm' : null) },
    { keys: ['C'], does: t('contact'), bar: 4, run: () => start(isWaiting ? 'contact' : null) },
  ];
  useKeys([
    { keys: ['J', 'ArrowDown'], does: t('keys.next'), bar: 1, run: () => choose(1) },
    { keys: ['K', 'ArrowUp'], does: t('keys.previous'), bar: 2, run: () => choose(-1) },
    ...(list === 'incoming' ? forIncoming : forArrivals),
    ...(list === 'incoming' && id !== undefined && isOpen ? [] : [{ keys: ['N'] as const, does: t('log'), bar: 5, run: log }]),
  ]);
}

type Rows = readonly unknown[] | undefined;
type SumProps = Readonly<Record<List, Rows>>;

function Sum({ waiting, incoming, registered }: SumProps): ReactNode {
  const t = useWords('inbox');
  if (waiting === undefined || incoming === undefined || registered === undefined) return null;
  return t('sum', { waiting: waiting.length, incoming: incoming.length, registered: registered.length });
}

type BesideProps = { readonly choice: Choice<List>; readonly onDone: (view: IncomingView) => void };

/** The row that is chosen. */
function Beside({ choice: { id, list, act, start }, onDone }: BesideProps): ReactNode {
  const t = useWords('inbox');
  const { data: office } = useOffice();
  if (id === undefined || office === undefined) return <section className="card inbox-panel muted">{t('panel.empty')}</section>;
  if (list === 'incoming') return <IncomingPanel key={id} id={id} form={formOf(act)} onForm={start} onDone={onDone} />;
  const contact = act === 'confirm' || act === 'contact' ? act : null;
  return <ArrivalPanel key={id} id={id} today={office.today} isWaiting={list === 'waiting'} act={contact} onAct={start} />;
}

/** What is being done with something that came in. */
const formOf = (act: BesideAct | null): IncomingForm | null =>
  act === 'attach' || act === 'dismiss' || act === 'answer' ? act : null;
