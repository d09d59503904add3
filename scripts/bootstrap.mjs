/**
 * Makes a fresh clone ready to run: installs what package-lock.json names, builds what has changed. Speaks on stderr
 * only, and costs next to nothing where there is nothing to do. The other scripts begin with the same work.
 */
import './support/check-node.mjs';
import { bootstrap } from './support/ready.mjs';
import { main } from './support/tree.mjs';

await main(bootstrap);
