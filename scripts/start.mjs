/** `npm start`: makes the tree ready, then runs API and worker until Ctrl-C. */
import './support/check-node.mjs';
import { bootstrap } from './support/ready.mjs';
import { serve } from './support/serve.mjs';
import { main } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  await serve();
});
