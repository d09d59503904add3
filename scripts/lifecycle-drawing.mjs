/** `npm run docs:lifecycle`, after a change of the chart: writes docs/lifecycle.svg again. */
import './support/check-node.mjs';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/ready.mjs';
import { at, main, tell } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  const { lifecycleDrawing } = await import(pathToFileURL(at('dist/libs/lifecycle/src/drawing/lifecycle-drawing.js')).href);
  fs.writeFileSync(at('docs/lifecycle.svg'), lifecycleDrawing());
  tell('docs/lifecycle.svg is written.');
});
