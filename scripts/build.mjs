/** `npm run build`: compiles everything into dist/. */
import './support/check-node.mjs';
import { rebuild } from './support/ready.mjs';
import { main } from './support/tree.mjs';

await main(rebuild);
