import { createPostgresBackend, runMigrations, withBackend, Queue, Worker, type IQueueBackend, type Job } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { Client, Pool, type ClientConfig } from 'pg';
import type { Settings } from '../settings.js';

/** Where the queues are. */
export type QueuePlace = { readonly backend: Settings['queueBackend']; readonly url: string };

/** How a worker works; times in milliseconds. */
export type WorkerOptions = {
  /** Jobs at a time. */
  readonly concurrency: number;
  /** A job whose worker is silent for so long is given to another. */
  readonly lockDuration: number;
};

/** What the backends have in common, as far as it is used here. */
export type OpenQueue = {
  readonly addBulk: (jobs: { name: string; data: object; opts: object }[]) => Promise<unknown>;
  readonly getBackend: () => Pick<IQueueBackend, 'hasQueueMetaField' | 'setQueueMeta'>;
  readonly waitUntilReady: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
};
export type OpenWorker = {
  readonly close: (force?: boolean) => Promise<void>;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
};
type Handler = (job: Job<{ readonly id: string }>) => Promise<void>;

/** One kind of place for queues. */
export type QueueLine = {
  /** Makes what has to be there; may be called again at any time. */
  readonly prepare: () => Promise<void>;
  readonly queue: () => OpenQueue;
  readonly worker: (handler: Handler, options: WorkerOptions) => OpenWorker;
};

const NAME = 'outbox';
/** In braces: all keys of the queue lie on one node of a Redis cluster. */
const PREFIX = '{gongkai}';
/** Nobody reads the queue's own events. */
const STREAMS = { events: { maxLen: 1000 } };
const SCHEMA = 'bullmq';
/** What a queue loses in a crash is sent again; so no commit of it has to wait for the disk. */
const UNHURRIED = '-c synchronous_commit=off';
/** Milliseconds for an answer, and until it is asked whether a silent connection still stands. */
const PATIENCE = 5_000;
const SILENCE = 10_000;

/** How a place is reached, by its kind. */
const lines: Readonly<Record<QueuePlace['backend'], (url: string) => QueueLine>> = {
  postgres: (url) => {
    const bull = withBackend(createPostgresBackend);
    return {
      prepare: () => prepareTables(url),
      queue: () => {
        const pool = queuePool(url, 2);
        return closing(() => pool.end(), new bull.Queue(NAME, { connection: pool, streams: STREAMS }));
      },
      worker: (handler, options) => {
        // One of them listens.
        const pool = queuePool(url, 5);
        return closing(() => pool.end(), new bull.Worker(NAME, handler, { connection: pool, ...asBull(options) }));
      },
    };
  },
  redis: (url) => ({
    prepare: () => Promise.resolve(),
    queue: () => {
      const connection = redisAt(url, { maxRetriesPerRequest: 1, commandTimeout: PATIENCE });
      return closing(() => connection.disconnect(), new Queue(NAME, { connection, prefix: PREFIX, streams: STREAMS }));
    },
    worker: (handler, options) => {
      const connection = redisAt(url, { maxRetriesPerRequest: null });
      return closing(
        () => connection.disconnect(),
        new Worker(NAME, handler, { connection, prefix: PREFIX, ...asBull(options) }),
      );
    },
  }),
};

/** How the queues of an installation are reached. */
export const queueLine = ({ backend, url }: QueuePlace): QueueLine => lines[backend](url);

/** Where the settings put the queues. @param databaseUrl the database, which may be the embedded one */
export const queuePlace = ({ queueBackend, redisUrl }: Settings, databaseUrl: string): QueuePlace => ({
  backend: queueBackend,
  url: queueBackend === 'redis' ? (redisUrl ?? '') : databaseUrl,
});

const asBull = ({ concurrency, lockDuration }: WorkerOptions) => ({
  concurrency,
  lockDuration,
  stalledInterval: lockDuration,
  maxStalledCount: 10,
  runRetryDelay: 1000,
});

const soon = (times: number): number => Math.min(times * 100, 1000);

async function prepareTables(url: string): Promise<void> {
  const client = new QueueClient({ connectionString: url, application_name: 'gongkai queue', connectionTimeoutMillis: PATIENCE });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

/** What becomes of connections that break is told by whoever uses them. */
const ignore = (): void => undefined;

function redisAt(url: string, options: RedisOptions): Redis {
  return new Redis(url, { ...options, retryStrategy: soon }).on('error', ignore);
}

/**
 * A connection that may break at any time without ending the program: BullMQ begins to listen for that a moment after the connection
 * stands, and stops a moment before it is closed.
 */
class QueueClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', ignore);
  }

  override removeAllListeners(event?: string | symbol): this {
    super.removeAllListeners(event);
    return this.on('error', ignore);
  }
}

const queuePool = (url: string, max: number): Pool =>
  new Pool({
    connectionString: url,
    max,
    Client: QueueClient,
    options: `-c search_path=${SCHEMA} ${UNHURRIED}`,
    application_name: 'gongkai queue',
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE,
  });

/** Connections that were handed in stay open when their user closes: they go with it. */
function closing<T extends OpenQueue | OpenWorker>(release: () => unknown, user: T): T {
  const close = user.close.bind(user);
  return Object.assign(user, {
    close: async (force?: boolean) => {
      await close(force);
      await release();
    },
  });
}
