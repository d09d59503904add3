import type { FormedList as Formed } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Query } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { FormedActDialog } from './formed-act.js';
import { FormedLights, type FormedLight } from './formed-lights.js';
import { FormedTable, type FormedActing } from './formed-table.js';
import { useFormed } from './use-formed.js';

type State = 'open' | 'ended';
type Props = {
  readonly query: Query;
  readonly state: State;
  /** Those shown alone, and how to show others; without it the list is whole. */
  readonly lights?: readonly FormedLight[];
  readonly onLights?: (lights: readonly FormedLight[]) => void;
};

/** What has to be public, and what is done with it. */
export function FormedList({ query, state, lights = [], onLights }: Props): ReactNode {
  const light = state === 'open' && lights.length > 0 ? lights.join(',') : undefined;
  const { data, error, refetch } = useFormed({ ...query, state, light });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows />;
  return (
    <>
      {state === 'open' ? <Counts counts={data.counts} lights={lights} onLights={onLights} /> : null}
      <Items list={data} none={light === undefined ? state : 'lit'} />
    </>
  );
}

function Items({ list, none }: { readonly list: Formed; readonly none: State | 'lit' }): ReactNode {
  const t = useWords('catalogue');
  const [acting, act] = useState<FormedActing | null>(null);
  return (
    <>
      {list.items.length === 0 ? <EmptyState text={t(`formed.none.${none}`)} /> : <FormedTable items={list.items} onAct={act} />}
      {list.more === 0 ? null : <p className="catalogue-note">{t('formed.more', { count: list.more })}</p>}
      {acting === null ? null : <FormedActDialog {...acting} onClose={() => act(null)} />}
    </>
  );
}

/** How many there are under each light; on the page of its own each number shows its list. */
function Counts({ counts, lights = [], onLights }: Omit<Props, 'query' | 'state'> & Pick<Formed, 'counts'>): ReactNode {
  const t = useWords('catalogue');
  if (Object.values(counts).every((count) => count === 0)) return null;
  if (onLights !== undefined) return <FormedLights counts={counts} lights={lights} onLights={onLights} />;
  return (
    <p className="catalogue-note" role="status">
      {t('formed.counts', counts)}
    </p>
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
