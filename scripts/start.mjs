/** `npm start`: makes the tree ready, then runs API and worker until Ctrl-C. */
import './support/check-node.mjs';
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/ready.mjs';
import { at, main } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  process.chdir(at());
  await import(pathToFileURL(at('dist/apps/api/src/main.js')).href);
  if (process.exitCode === undefined) startWorker();
});

/** The worker goes when its standard input closes, so it ends with this process however that ends. */
function startWorker() {
  const worker = spawn(process.execPath, [at('dist/apps/worker/src/main.js'), '--attached'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.prependOnceListener(signal, () => worker.stdin.end());
  worker.once('exit', (code) => {
    if (code) process.stderr.write('The worker has ended. Nothing is lost; start again to have time go on.\n');
  });
}
