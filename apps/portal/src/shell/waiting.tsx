import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { isWaiting, watchWaiting } from '../parts/waited-for.js';

/** Milliseconds after which somebody wonders whether anything happens. */
const PATIENCE = 500;

/** That an answer is waited for, once that takes long. */
export function Waiting(): ReactNode {
  const say = useWords();
  const waits = useSyncExternalStore(watchWaiting, isWaiting);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = window.setTimeout(() => setLong(true), PATIENCE);
    return () => {
      window.clearTimeout(timer);
      setLong(false);
    };
  }, [waits]);
  return (
    <p className="waiting" aria-live="polite">
      {isLong ? say('waiting') : ''}
    </p>
  );
}
