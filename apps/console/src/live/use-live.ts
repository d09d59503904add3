import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { keys } from '../api/keys.js';

const STREAM = '/api/v1/events';

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

/** Listens for what others change, and reads again what it concerns. The browser comes back by itself after an interruption. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stream = new EventSource(STREAM);
    const again = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey });
    stream.addEventListener('ready', () => {
      if (!isConnected) again(keys.cases.all);
      if (!isConnected) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
      tell(true);
    });
    stream.addEventListener('case-changed', ({ data }: MessageEvent<string>) => {
      const { caseId } = JSON.parse(data) as { readonly caseId: string };
      again(keys.cases.lists);
      again(keys.cases.view(caseId));
    });
    stream.addEventListener('notification', () => again(keys.notifications));
    stream.addEventListener('error', () => tell(false));
    return () => stream.close();
  }, [client]);
}
