import type { IncomingView } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useIncomingView } from '../incoming/use-incoming.js';
import { useIncomingWords } from '../incoming/use-incoming-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Props = { readonly id: string; readonly children: (view: IncomingView) => ReactNode };

/** The form for something of the inbox that waits. It stays once it is there: when it has been logged, its receipt is still to be printed. */
export function LogIncoming({ id, children }: Props): ReactNode {
  const t = useWords('incoming');
  const words = useIncomingWords();
  const { data: view, error, refetch } = useIncomingView(id);
  const [begun, setBegun] = useState<IncomingView>();
  if (view?.state === 'waiting' && begun === undefined) setBegun(view);
  if (begun !== undefined) return children(begun);
  return (
    <main id="content" className="page">
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {view === undefined ? null : (
        <p>
          {t('log.settled')}
          {words.outcome(view)} <Link to="/inbox">{t('log.back')}</Link>
        </p>
      )}
    </main>
  );
}
