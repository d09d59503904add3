/** `npm start`: makes the tree ready, then runs everything until Ctrl-C. */
import './support/check-node.mjs';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/ready.mjs';
import { at, main } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  process.chdir(at());
  await import(pathToFileURL(at('dist/apps/api/src/main.js')).href);
});
