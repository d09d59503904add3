import { setTimeout as wait } from 'node:timers/promises';
import type { AlarmClock } from './alarm-clock.js';

/**
 * Rings at once and then every `seconds`, one round after the other; what failed is told and the next round tries it again,
 * for every alarm is still a row.
 * @returns stops after the round that is under way
 */
export function ringOften(alarms: AlarmClock, seconds: number, onError: (error: unknown) => void): () => Promise<void> {
  const end = new AbortController();
  const { signal } = end;
  const running = (async () => {
    while (!signal.aborted) {
      await round(alarms, onError);
      // Waking early is how it ends.
      await wait(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  })();
  return async () => {
    end.abort();
    await running;
  };
}

async function round(alarms: AlarmClock, onError: (error: unknown) => void): Promise<void> {
  try {
    const { failed } = await alarms.ring();
    for (const { caseId, kind, error } of failed)
      onError(new Error(`${kind} of case ${caseId}: ${String(error)}`, { cause: error }));
  } catch (error) {
    onError(error);
  }
}
