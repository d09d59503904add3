import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useIsConnected, useLive } from './use-live.js';
import './connection.css';

/** Says so while the line to the server is down: what is shown may be old. */
export function Connection(): ReactNode {
  const t = useWords('shell');
  useLive();
  const isConnected = useIsConnected();
  return (
    <div role="alert" className={isConnected ? 'unseen' : 'connection-lost'}>
      {isConnected ? '' : t('connection.lost')}
    </div>
  );
}
