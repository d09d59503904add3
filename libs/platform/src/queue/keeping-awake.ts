import type { JobRun } from './job-runner.js';

/** Milliseconds: a transaction that says nothing for half a minute is ended. */
const SILENCE = 10_000;

/** Waits for something that takes longer than a job usually may. @param read of the job's transaction */
export async function keepingAwake<T>(read: JobRun['read'], work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void read({ text: 'SELECT 1' }).catch(() => undefined), SILENCE);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
