/** `node scripts/fuzz.mjs --minutes 60 --seed 1`: builds what has changed, and sends what nobody would think of (test/fuzz/run.mjs). */
import './support/check-node.mjs';
import { bootstrap } from './support/ready.mjs';
import { run } from './support/run.mjs';
import { at, main } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  const { code } = await run(process.execPath, [at('test/fuzz/run.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = code;
});
