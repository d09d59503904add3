import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { useWaiting } from '../incoming/use-waiting.js';
import { useSession } from '../session/session.js';

const watchers = new Set<() => void>();
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
const placeOf = (personId: string): string => `gongkai.inbox-seen.${personId}`;

/** What came in since the person last looked into the inbox, or said that they know: kept on this machine. */
type InboxNews = { /** How much waits; 0 where nothing of it is new. */ readonly waiting: number; readonly see: () => void };

export function useInboxNews(): InboxNews {
  const { user } = useSession();
  const place = placeOf(user.id);
  const { waiting, latest } = useWaiting();
  const seen = useSyncExternalStore(watch, () => localStorage.getItem(place) ?? '');
  const isLooking = useLocation().pathname === '/inbox';
  const isNew = latest !== null && latest > seen;
  const see = (): void => {
    if (latest === null) return;
    localStorage.setItem(place, latest);
    watchers.forEach((tell) => tell());
  };
  useEffect(() => {
    if (isLooking && isNew) see();
  });
  return { waiting: isNew && !isLooking ? waiting : 0, see };
}
