import { setTimeout as wait } from 'node:timers/promises';

/** What a queue answers within so many milliseconds. @throws Error when it takes longer */
export async function inTime<T>(work: Promise<T>, patience: number): Promise<T> {
  const over = new AbortController();
  const late = wait(patience, undefined, { signal: over.signal }).then(() => {
    throw new Error(`The queue has not answered for ${patience / 1000} s.`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
