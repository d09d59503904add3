import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { isProblem } from '../api/problem.js';
import { logInAgain } from '../api/session-token.js';

const STREAM = '/api/v1/events';
/** Milliseconds until a line that broke is tried again, and in which a server that is there says who is logged in. */
const PAUSE = 3_000;

let isConnected = true;
const watchers = new Set<() => void>();
function tell(connected: boolean): void {
  isConnected = connected;
  watchers.forEach((watch) => watch());
}
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Whether what is on the screen follows what happens. */
export const useIsConnected = (): boolean => useSyncExternalStore(watch, () => isConnected);

/** Listens for what others change, and reads again what it concerns. What was read before it listens, or before an interruption, is read again. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => stayConnected(client), [client]);
}

/** @returns ends it */
function stayConnected(client: QueryClient): () => void {
  let close = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let isFirst = true;
  const open = (): void => {
    clearTimeout(timer);
    close();
    close = listen(client, { onReady: ready, onBroken: () => void takeUp() });
  };
  const ready = (): void => {
    // What was read before the line stood may have changed since; what is being read at the first time is not begun anew.
    void client.invalidateQueries({}, { cancelRefetch: !isFirst });
    isFirst = false;
    tell(true);
  };
  const takeUp = async (): Promise<void> => {
    const pause = await whyBroken();
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(open, pause);
  };
  const lose = (): void => tell(false);
  window.addEventListener('offline', lose);
  window.addEventListener('online', open);
  open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    close();
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', open);
  };
}

/** A session that has ended is no broken line: the person is asked, and nothing else until then. @returns milliseconds to wait */
async function whyBroken(): Promise<number> {
  try {
    await api.get('/session', undefined, AbortSignal.timeout(PAUSE));
  } catch (error) {
    if (isProblem(error, 'unauthenticated')) {
      await logInAgain();
      return 0;
    }
  }
  tell(false);
  return PAUSE;
}

type Ends = { readonly onReady: () => void; readonly onBroken: () => void };

/** One line to the server. @returns closes it */
function listen(client: QueryClient, { onReady, onBroken }: Ends): () => void {
  const stream = new EventSource(STREAM);
  const again = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey });
  stream.addEventListener('ready', onReady);
  stream.addEventListener('case-changed', ({ data }: MessageEvent<string>) => {
    const { caseId } = JSON.parse(data) as { readonly caseId: string };
    again(keys.cases.lists);
    again(keys.cases.view(caseId));
  });
  stream.addEventListener('notification', () => again(keys.notifications));
  stream.addEventListener('incoming', () => again(keys.incoming));
  stream.addEventListener('error', () => {
    stream.close();
    onBroken();
  });
  return () => stream.close();
}
