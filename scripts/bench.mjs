/**
 * `npm run bench`: how fast it is, beside the floor and beside what one would otherwise take; or some of it by name, with the options of
 * `test/load/<name>.mjs` behind it: `npm run bench -- ladder --seconds 2 --rounds 1`.
 */
import './support/check-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { bootstrap } from './support/ready.mjs';
import { run } from './support/run.mjs';
import { at, main, Obstacle, tell } from './support/tree.mjs';

/** In the order in which they are run; those that need the packages of others say so. */
const BENCHES = { ladder: {}, clock: { peers: true }, peers: { peers: true }, alarms: {}, recovery: {}, reads: {} };
const PEERS = at('test/load/peers');

await main(async () => {
  const asked = process.argv.slice(2);
  const first = asked.findIndex((word) => word.startsWith('-'));
  const named = first === -1 ? asked : asked.slice(0, first);
  const options = first === -1 ? [] : asked.slice(first);
  const unknown = named.find((name) => !(name in BENCHES));
  if (unknown !== undefined) throw new Obstacle(`There is no bench "${unknown}": ${Object.keys(BENCHES).join(', ')}.`);
  await bootstrap();
  for (const name of named.length > 0 ? named : Object.keys(BENCHES)) {
    if (BENCHES[name].peers) await installPeers();
    tell(`\n${name}`);
    const { code } = await run(process.execPath, [at(`test/load/${name}.mjs`), ...options], { stdio: 'inherit' });
    if (code !== 0) throw new Obstacle(`The bench "${name}" ended with exit code ${code}.`);
  }
});

/** Packages that nothing else of the tree uses stay in a folder of their own. */
async function installPeers() {
  if (fs.existsSync(path.join(PEERS, 'node_modules'))) return;
  tell('Installing what is measured beside it …');
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { code } = await run('npm', args, { cwd: PEERS, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Obstacle(`"npm install" in test/load/peers failed with exit code ${code}.`);
}
