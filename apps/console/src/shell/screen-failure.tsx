import { useEffect, useRef, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useIsConnected } from '../live/use-live.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Props = { readonly error: Error; readonly onRetry: () => void };

/** Nothing can be shown: what failed, and the way on. */
export function ScreenFailure({ error, onRetry }: Props): ReactNode {
  const t = useWords('shell');
  return (
    <main className="page screen-failure">
      <h1>{t('failed.title')}</h1>
      <ErrorNotice error={error} onRetry={onRetry} />
    </main>
  );
}

/** A screen that broke. The bar stays, so that others can be reached; what the network broke is loaded again when it is back. */
export function BrokenScreen(): ReactNode {
  const t = useWords('shell');
  const error = useRouteError();
  useReloadOnReturn();
  return (
    <ScreenFailure error={error instanceof Error ? error : new Error(t('failed.screen'))} onRetry={() => location.reload()} />
  );
}

/** Nothing typed is lost: there is nothing on the screen to type in. */
function useReloadOnReturn(): void {
  const isConnected = useIsConnected();
  const wasConnected = useRef(isConnected);
  useEffect(() => {
    if (isConnected && !wasConnected.current) location.reload();
    wasConnected.current = isConnected;
  }, [isConnected]);
}
