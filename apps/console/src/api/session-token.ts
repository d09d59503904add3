import { useSyncExternalStore } from 'react';

/** What every change carries; the session brings it. */
let token = '';
/** The session has ended: what asked for something waits for the next one. */
let waiting: { readonly begun: Promise<void>; readonly begin: () => void } | undefined;

const watchers = new Set<() => void>();
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
function wait(next: typeof waiting): void {
  waiting = next;
  watchers.forEach((tell) => tell());
}

/** The token of the present session. */
export const csrfToken = (): string => token;

/** A session has begun: whatever waited for it goes on. */
export function keepCsrfToken(next: string): void {
  token = next;
  waiting?.begin();
  wait(undefined);
}

/** Somebody has logged out: what waited for them is never sent. */
export function dropCsrfToken(): void {
  token = '';
  wait(undefined);
}

/** Waits until the person has logged in again; all requests that failed together wait for the same. */
export async function logInAgain(): Promise<void> {
  if (waiting === undefined) {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    wait({ begun, begin });
    return begun;
  }
  return waiting.begun;
}

/** Whether the session has ended and the person is to log in again, over the page. */
export const useHasEnded = (): boolean => useSyncExternalStore(watch, () => waiting !== undefined);
