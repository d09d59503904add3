/** What `start.sh` and `gongkai` of an unpacked bundle run: nothing is installed or built there, and no registry is asked. */
import './support/check-node.mjs';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { serve } from './support/serve.mjs';
import { at, main, Obstacle } from './support/tree.mjs';

await main(async () => {
  const made = JSON.parse(fs.readFileSync(at('package.json'), 'utf8')).gongkai?.bundle;
  const own = `${process.platform}-${process.arch}`;
  if (made !== own) throw new Obstacle(`This bundle is for ${made}, and this machine is ${own}: take the bundle for ${own}.`);
  if (process.argv[2] === 'start') await serve();
  else await runCommand();
});

async function runCommand() {
  process.chdir(at());
  process.argv[1] = at('dist/apps/cli/src/main.js');
  await import(pathToFileURL(process.argv[1]).href);
}
