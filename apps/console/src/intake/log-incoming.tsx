import type { IncomingView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useIncomingView } from '../incoming/use-incoming.js';
import { useIncomingWords } from '../incoming/use-incoming-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Props = { readonly id: string; readonly children: (view: IncomingView) => ReactNode };

/** The form for something of the inbox, once it is read and as long as it waits. */
export function LogIncoming({ id, children }: Props): ReactNode {
  const t = useWords('incoming');
  const words = useIncomingWords();
  const { data: view, error, refetch } = useIncomingView(id);
  if (view?.state === 'waiting') return children(view);
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
