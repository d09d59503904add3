import { readFileSync } from 'node:fs';
import { openApiText } from '../../apps/api/src/openapi/print.js';

test('docs/openapi.json is what the API says of itself; after a change: npm run openapi', async () => {
  expect(readFileSync('docs/openapi.json', 'utf8')).toBe(await openApiText());
});
