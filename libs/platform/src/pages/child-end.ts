const LOOK_EVERY = 100;

/**
 * Ends a program of its own, at once, when whoever started it is gone or it has taken more memory than it may.
 * @param memory bytes
 */
export function endBeyond(memory: number): void {
  // What works on a picture cannot be interrupted, and a regular end would wait for it.
  const end = (): void => void process.kill(process.pid, 'SIGKILL');
  process.once('disconnect', end);
  setInterval(() => {
    if (process.memoryUsage.rss() > memory) end();
  }, LOOK_EVERY);
}
