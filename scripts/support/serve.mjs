import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { clearTimeout, setTimeout } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { at } from './tree.mjs';

/** Runs API and worker of a tree that is built, until Ctrl-C. */
export async function serve() {
  process.chdir(at());
  const api = await import(pathToFileURL(at('dist/apps/api/src/main.js')).href);
  if (process.exitCode === undefined) api.endBefore(startWorker());
}

/** Milliseconds: how long a worker may take to finish what is under way, and the pause before one that broke is started again. */
const PATIENCE = 15_000;
const PAUSE = 5_000;

/**
 * The worker goes when its standard input closes, so it ends with this process however that ends. One that breaks is started
 * again: what it did not do is in the database.
 * @returns ends it and waits until it has ended
 */
function startWorker() {
  let isEnding = false;
  let worker;
  let ended;
  const launch = () => {
    worker = spawn(process.execPath, [at('dist/apps/worker/src/main.js'), '--attached'], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    ended = once(worker, 'exit').then(([code]) => {
      if (isEnding || code === 0) return;
      process.stderr.write('The worker has ended unexpectedly and is started again. Nothing is lost.\n');
      setTimeout(() => isEnding || launch(), PAUSE);
    });
  };
  launch();
  return async () => {
    isEnding = true;
    worker.stdin.end();
    const kill = setTimeout(() => worker.kill('SIGKILL'), PATIENCE);
    await ended;
    clearTimeout(kill);
  };
}
