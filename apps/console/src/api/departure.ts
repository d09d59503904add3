/** What is being read for the person at the screen. */
const reading = new Set<AbortController>();
/** Comes when somebody wanted to leave and could not. */
let staying: Promise<void> | undefined;

/**
 * Logs out. Of what is read or asked meanwhile the server would say that nobody is there: the one is let go, the other waits, and
 * is sent only if the person could not leave.
 * @throws whatever the farewell throws
 */
export async function depart(farewell: () => Promise<void>): Promise<void> {
  reading.forEach((one) => one.abort());
  const left = farewell();
  staying = new Promise((stay) => void left.catch(() => stay()));
  try {
    await left;
  } finally {
    staying = undefined;
  }
}

/** Nothing of somebody who is leaving is sent. */
export const untilStaying = async (): Promise<void> => staying;

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
