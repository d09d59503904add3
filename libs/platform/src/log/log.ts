import { AsyncLocalStorage } from 'node:async_hooks';
import { destination, pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Settings } from '../settings.js';

/** Where a process says what has happened. What it is told names cases, commands and requests by their ids, and nobody. */
export type Log = Pick<Logger, 'error' | 'warn' | 'info'>;

/** The request that is being answered, wherever in its work something is said. */
const asked = new AsyncLocalStorage<string>();

/** Does work for a request: what is said in it bears the id of the request. */
export const forRequest = (requestId: string, work: () => void): void => asked.run(requestId, work);

const STDERR = 2;

/** For machines in production, a line of JSON each; for people elsewhere. */
const streamFor = (production: boolean): DestinationStream =>
  production
    ? destination(STDERR)
    : pretty({ destination: STDERR, sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' });

/**
 * Opens the log of a process.
 * @param part which process it is, e.g. `worker`
 * @param stream where to; without one to stderr
 */
export const openLog = (
  { logLevel, production }: Pick<Settings, 'logLevel' | 'production'>,
  part: string,
  stream: DestinationStream = streamFor(production),
): Log =>
  pino(
    {
      name: part,
      level: logLevel,
      serializers: { err: stdSerializers.err },
      mixin: () => {
        const requestId = asked.getStore();
        return requestId === undefined ? {} : { requestId };
      },
    },
    stream,
  );

/** What was thrown, as it is said: with its stack, and without what came with it, for that may hold what somebody typed. */
export const thrown = (error: unknown): { readonly err: { type: string; message: string; stack: string } } => {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { err: { type: name, message, stack } };
};
