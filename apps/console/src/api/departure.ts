/** What is being read for the person at the screen. */
const reading = new Set<AbortController>();

/** Lets go what is being read: of somebody who logs out the server would say that nobody is there. */
export const letGo = (): void => reading.forEach((one) => one.abort());

/** Reads something, unless it is let go before. @param wanted ends it for a reason of its own */
export async function readWhileThere<T>(read: (signal: AbortSignal) => Promise<T>, wanted?: AbortSignal): Promise<T> {
  const one = new AbortController();
  const end = (): void => one.abort();
  if (wanted?.aborted === true) end();
  wanted?.addEventListener('abort', end);
  reading.add(one);
  try {
    return await read(one.signal);
  } finally {
    reading.delete(one);
    wanted?.removeEventListener('abort', end);
  }
}
