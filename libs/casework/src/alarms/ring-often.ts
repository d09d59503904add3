import { setTimeout as wait } from 'node:timers/promises';

/** What rings: it says which cases it could not ring for, and which rings the office has nobody to hear. */
type Ringing = {
  readonly ring: () => Promise<{
    readonly failed: readonly { readonly caseId: string; readonly kind: string; readonly error: unknown }[];
    readonly unheard?: readonly { readonly caseId: string; readonly subject: string }[];
  }>;
};

/**
 * Rings at once and then every `seconds`, one round after the other; what failed is told and the next round tries it again,
 * for every alarm is still a row.
 * @returns stops after the round that is under way
 */
export function ringOften(alarms: Ringing, seconds: number, onError: (error: unknown) => void): () => Promise<void> {
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

async function round(alarms: Ringing, onError: (error: unknown) => void): Promise<void> {
  try {
    const { failed, unheard = [] } = await alarms.ring();
    for (const { caseId, kind, error } of failed)
      onError(new Error(`${kind} of case ${caseId}: ${String(error)}`, { cause: error }));
    for (const { caseId, subject } of unheard) onError(new Error(`Nobody to tell of ${subject} of case ${caseId}`));
  } catch (error) {
    onError(error);
  }
}
