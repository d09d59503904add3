import { z } from 'zod';
import { newKey } from './new-key.js';

test('is a UUID, and each time another one', () => {
  const keys = Array.from({ length: 50 }, newKey);
  for (const key of keys) expect(z.uuidv4().safeParse(key).success).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
});
