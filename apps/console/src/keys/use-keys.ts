import { useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { keyStore, type KeyBinding } from './key-store.js';

/** Binds keys while the component is on the screen. What they do may change from one drawing to the next. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const run = useEffectEvent((index: number) => bindings[index]?.run());
  const shown = JSON.stringify(bindings.map(({ keys, does, bar }) => ({ keys, does, bar })));
  // With the picture, not after it: a key pressed on a new screen is never one of the old screen.
  useLayoutEffect(() => {
    const given = JSON.parse(shown) as readonly Omit<KeyBinding, 'run'>[];
    return keyStore.bind(given.map((binding, index) => ({ ...binding, run: () => run(index) })));
  }, [shown]);
}

/** The keys of what is on the screen now. */
export const useBoundKeys = (): readonly KeyBinding[] => useSyncExternalStore(keyStore.watch, keyStore.now);

/** Whether single letters act. */
export const useLetters = (): boolean => useSyncExternalStore(keyStore.watch, keyStore.areLettersOn);
