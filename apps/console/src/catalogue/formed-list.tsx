import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Query } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { FormedActDialog } from './formed-act.js';
import { FormedTable, type FormedActing } from './formed-table.js';
import { useFormed } from './use-formed.js';

type State = 'open' | 'ended';

/** What has to be public, and what is done with it. */
export function FormedList({ query, state }: { readonly query: Query; readonly state: State }): ReactNode {
  const t = useWords('catalogue');
  const [acting, act] = useState<FormedActing | null>(null);
  const { data, error, refetch } = useFormed({ ...query, state });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows />;
  return (
    <>
      {state === 'open' && data.items.length > 0 ? (
        <p className="catalogue-note" role="status">
          {t('formed.counts', data.counts)}
        </p>
      ) : null}
      {data.items.length === 0 ? <EmptyState text={t(`formed.none.${state}`)} /> : <FormedTable items={data.items} onAct={act} />}
      {data.more === 0 ? null : <p className="catalogue-note">{t('formed.more', { count: data.more })}</p>}
      {acting === null ? null : <FormedActDialog {...acting} onClose={() => act(null)} />}
    </>
  );
}

/** What of the full list is formed and not public yet, among its gaps. */
export function OpenFormed(): ReactNode {
  const t = useWords('catalogue');
  return (
    <section className="card" aria-labelledby="catalogue-formed">
      <h2 id="catalogue-formed" className="catalogue-head">
        <Link to="/catalogue/formed">{t('formed.title')}</Link>
      </h2>
      <FormedList query={{}} state="open" />
    </section>
  );
}
