import { followCalendars } from '@gongkai/casework';
import { HeldClock, holdByDatabase, JobQueue, JobRunner, Often, OutboxRelay, queuePlace } from '@gongkai/platform';
import { processorsWith } from './processors.js';
import { rounds } from './rounds.js';
import { serveMetrics } from './serve-metrics.js';
import { openTools, type WorkerParts, type WorkerTools } from './tools.js';

/** Jobs at a time. */
const CONCURRENCY = 8;
/** Connections for the relay, the rounds and the bell, beside one for each job. */
const OTHERS = 4;
/** Milliseconds of silence after which the jobs of a worker are given to another. */
const LOCK_DURATION = 10_000;

/**
 * Does what a worker does: carries the outbox into the queue, does the jobs, looks at what comes round. It may be stopped,
 * killed or doubled at any moment; nothing that waits is kept in it.
 * @returns ends it, after what is under way
 */
export function startWork(parts: WorkerParts): () => Promise<void> {
  const { settings, databaseUrl, complain } = parts;
  const tools = openTools(parts, CONCURRENCY + OTHERS);
  const { pool, bell, mailer } = tools;
  const queue = new JobQueue(queuePlace(settings, databaseUrl), complain);
  const runner = new JobRunner({ pool, processors: processorsWith(tools), onError: complain });
  const stopRelay = new OutboxRelay({ pool, queue, onError: complain }).start(bell);
  const worker = queue.work(async (job) => (await follow(tools), runner.run(job)), {
    concurrency: CONCURRENCY,
    lockDuration: LOCK_DURATION,
  });
  const running = Object.values(rounds).map(
    ({ every, work }) => new Often({ every, work: async () => (await follow(tools), work(tools)), onError: complain }),
  );
  const served = serveMetrics(settings, tools);
  void served.catch(complain);
  return async () => {
    await Promise.all([
      served.then(
        (one) => one?.stop(),
        () => undefined,
      ),
      stopRelay(),
      worker.close(),
      ...running.map((round) => round.stop()),
    ]);
    await queue.close();
    mailer?.close();
    await bell.close();
    await pool.close();
  };
}

/** Goes by the day of the office and the calendars that hold now. @throws where the database does not tell them */
async function follow(tools: WorkerTools): Promise<void> {
  const { clock, pool } = tools;
  if (clock instanceof HeldClock) await holdByDatabase(clock, pool);
  await followCalendars(tools);
}
