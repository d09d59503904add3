/** `npm run openapi`, after a change of the API: writes docs/openapi.json again. */
import './support/check-node.mjs';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/ready.mjs';
import { at, main, tell } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  const { openApiText } = await import(pathToFileURL(at('dist/apps/api/src/openapi/print.js')).href);
  fs.writeFileSync(at('docs/openapi.json'), await openApiText());
  tell('docs/openapi.json is written.');
});
