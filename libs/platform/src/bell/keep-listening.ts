import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** What is listened to, and who is told. */
export type Line = {
  readonly url: string;
  /** A name that is safe in SQL as it is. */
  readonly channel: string;
  /** The line stands, for the first time or again: what was said before was not heard. */
  readonly onOpen: () => void;
  readonly onMessage: (text: string) => void;
  /** Told once when the line breaks or cannot be opened; it is tried again until it stands. */
  readonly onError: (error: unknown) => void;
};

/** Milliseconds before a broken line is tried again. */
const AGAIN = 500;
/** Milliseconds between two looks whether the line still stands: a cable that was pulled tells nobody. */
const PULSE = 20_000;

/**
 * Keeps one connection that listens, for as long as it is wanted.
 * @returns ends it
 */
export function keepListening(line: Line): () => Promise<void> {
  const ending = new AbortController();
  const running = listenUntil(ending.signal, line);
  return async () => {
    ending.abort();
    await running;
  };
}

async function listenUntil(signal: AbortSignal, line: Line): Promise<void> {
  let isBroken = false;
  const onOpen = (): void => {
    isBroken = false;
    line.onOpen();
  };
  while (isWanted(signal)) {
    try {
      await listenOnce(signal, { ...line, onOpen });
    } catch (error) {
      if (!isBroken && isWanted(signal)) line.onError(error);
      isBroken = true;
    }
    // Waking early is how it ends.
    await wait(AGAIN, undefined, { signal }).catch(() => undefined);
  }
}

/** Asked anew each time: it changes while one waits. */
const isWanted = (signal: AbortSignal): boolean => !signal.aborted;

/** Returns when the line is no longer wanted. @throws what broke it */
async function listenOnce(signal: AbortSignal, { url, channel, onOpen, onMessage }: Line): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: 'gongkai bell',
    keepAlive: true,
    connectionTimeoutMillis: PULSE,
    query_timeout: PULSE,
  });
  const broken = once(client, 'end').then(() => Promise.reject(new Error('The database has closed the line.')));
  broken.catch(() => undefined);
  client.on('error', () => undefined);
  client.on('notification', ({ payload = '' }) => onMessage(payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    onOpen();
    while (isWanted(signal)) {
      await Promise.race([broken, wait(PULSE, undefined, { signal }).catch(() => undefined)]);
      if (isWanted(signal)) await client.query('SELECT 1');
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
