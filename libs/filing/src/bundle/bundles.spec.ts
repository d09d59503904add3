import type { Person } from '@gongkai/casework';
import { Bundles } from './bundles.js';

test('a sheet that does not lie among the papers yet is bound after them, and the catalogue has its pages', async () => {
  const told: [string, string][] = [];
  const bundles = new Bundles({
    queries: { view: () => Promise.resolve({ number: '一号' }), documents: () => Promise.resolve({ items: [] }) } as never,
    store: {} as never,
    binder: {
      bind: async (work) => {
        await work({ add: () => Promise.resolve(2), front: () => Promise.resolve(1) });
        return Buffer.from('bound');
      },
    },
    front: (_id, _actor, pages) => {
      told.push(...pages);
      return Promise.resolve([]);
    },
    loose: () => Promise.resolve({ id: 'sheet', content: Buffer.alloc(1) }),
  });
  await bundles.ofCase('case', {} as Person);
  expect(told).toEqual([['sheet', '1—2']]);
});
