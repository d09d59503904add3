import { readFileSync } from 'node:fs';
import path from 'node:path';
import { schemaText } from '@gongkai/platform';
import { createTestDatabase } from '../support/database.js';
import { REPOSITORY } from './planted-tree.js';

describe('docs/schema.sql', () => {
  it('is what the migrations make (npm run schema writes it anew)', async () => {
    const database = await createTestDatabase();
    try {
      expect(readFileSync(path.join(REPOSITORY, 'docs/schema.sql'), 'utf8')).toBe(await schemaText(database.url));
    } finally {
      await database.drop();
    }
  });
});
