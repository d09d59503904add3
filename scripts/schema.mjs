/** `npm run schema`: writes docs/schema.sql, from a database that is made for it and thrown away. */
import './support/check-node.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/ready.mjs';
import { at, main, tell } from './support/tree.mjs';

await main(async () => {
  await bootstrap();
  const platform = await import(pathToFileURL(at('dist/libs/platform/src/index.js')).href);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-schema-'));
  fs.chmodSync(folder, 0o755);
  try {
    const server = await platform.startEmbeddedPostgres({ dataDir: folder, log: tell, settings: { fsync: 'off' } });
    try {
      await platform.migrate(server.url);
      fs.writeFileSync(at('docs/schema.sql'), await platform.schemaText(server.url));
    } finally {
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
