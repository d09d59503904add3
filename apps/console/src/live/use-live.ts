import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { keys } from '../api/keys.js';

const STREAM = '/api/v1/events';
/** Milliseconds until a line that was refused is tried again; one that broke the browser itself takes up again. */
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

/** Listens for what others change, and reads again what it concerns. After an interruption everything is read again. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => stayConnected(client), [client]);
}

/** @returns ends it */
function stayConnected(client: QueryClient): () => void {
  let close = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    clearTimeout(timer);
    close();
    close = listen(client, () => {
      timer = setTimeout(open, PAUSE);
    });
  };
  const lose = (): void => tell(false);
  window.addEventListener('offline', lose);
  window.addEventListener('online', open);
  open();
  return () => {
    clearTimeout(timer);
    close();
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', open);
  };
}

/** One line to the server. @returns closes it */
function listen(client: QueryClient, onRefused: () => void): () => void {
  const stream = new EventSource(STREAM);
  const again = (queryKey?: readonly unknown[]) => void client.invalidateQueries({ queryKey });
  stream.addEventListener('ready', () => {
    if (!isConnected) again();
    tell(true);
  });
  stream.addEventListener('case-changed', ({ data }: MessageEvent<string>) => {
    const { caseId } = JSON.parse(data) as { readonly caseId: string };
    again(keys.cases.lists);
    again(keys.cases.view(caseId));
  });
  stream.addEventListener('notification', () => again(keys.notifications));
  stream.addEventListener('error', () => {
    tell(false);
    if (stream.readyState === EventSource.CLOSED) onRefused();
  });
  return () => stream.close();
}
