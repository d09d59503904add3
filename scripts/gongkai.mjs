/** `npm run gongkai -- <command>`: makes the tree ready, then is the command; stdout carries its output and nothing else. */
import './support/check-node.mjs';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/ready.mjs';
import { at, main } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  process.chdir(at());
  process.argv[1] = at('dist/apps/cli/src/main.js');
  await import(pathToFileURL(process.argv[1]).href);
});
