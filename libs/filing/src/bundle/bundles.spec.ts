import type { Person } from '@gongkai/casework';
import { Refusal } from '@gongkai/contracts';
import { TooMuchToBind } from '@gongkai/platform';
import { Bundles } from './bundles.js';

test('sheets that do not lie among the papers yet are bound after them, one behind the other, and the catalogue has their pages', async () => {
  const told: [string, string][] = [];
  const bundles = new Bundles({
    queries: { view: () => Promise.resolve({ number: '一号' }), documents: () => Promise.resolve({ items: [] }) } as never,
    store: {} as never,
    binder: {
      bind: async (work) => {
        await work({ add: () => Promise.resolve(2), front: () => Promise.resolve(1) });
        return { size: 5, content: {} as never };
      },
    },
    front: (_id, _actor, pages) => {
      told.push(...pages);
      return Promise.resolve([]);
    },
    loose: () => Promise.resolve(['form', 'sheet'].map((id) => ({ id, content: Buffer.alloc(1) }))),
    recordFront: () => Promise.resolve([]),
  });
  await bundles.ofCase('case', {} as Person);
  expect(told).toEqual([
    ['form', '1—2'],
    ['sheet', '3—4'],
  ]);
});

describe('a paper that cannot be read', () => {
  const items = ['合同', '照片'].map((name, i) => ({
    ...{ type: 'file', id: String(i), name: `${name}.pdf`, mime: 'application/pdf', size: 1, entry: 2 },
  }));
  const told: [string, string][] = [];
  const bundles = new Bundles({
    queries: { view: () => Promise.resolve({ number: '一号' }), documents: () => Promise.resolve({ items }) } as never,
    store: {
      read: (id) => (id === '0' ? Promise.reject(new Refusal('file-altered')) : Promise.resolve([Buffer.alloc(1)] as never)),
    },
    binder: {
      bind: async (work) => {
        await work({ add: () => Promise.resolve(3), front: () => Promise.resolve(1) });
        return { size: 5, content: {} as never };
      },
    },
    front: (_id, _actor, pages) => {
      told.push(...pages);
      return Promise.resolve([]);
    },
    loose: () => Promise.resolve([]),
    recordFront: () => Promise.resolve([]),
  });

  test('is named instead of being left out in silence', async () => {
    await expect(bundles.ofCase('case', {} as Person)).rejects.toMatchObject({
      ...{ code: 'bundle-incomplete', details: { facts: { names: '合同.pdf' } } },
    });
    expect(told).toEqual([]);
  });

  test('is left out where that is asked for, and the catalogue says so', async () => {
    await bundles.ofCase('case', {} as Person, { anyway: true });
    expect(told).toEqual([
      ['0', '未装订'],
      ['1', '1—3'],
    ]);
  });
});

test('what is too much for one PDF is told with its size, and nothing else is', async () => {
  const failing = (error: Error) =>
    new Bundles({
      queries: {
        view: () => Promise.resolve({ number: '一号' }),
        documents: () => Promise.resolve({ items: [{ type: 'file', mime: 'application/pdf', size: 700 * 1024 * 1024 }] }),
      } as never,
      ...{
        store: {} as never,
        front: () => Promise.resolve([]),
        loose: () => Promise.resolve([]),
        recordFront: () => Promise.resolve([]),
      },
      binder: { bind: () => Promise.reject(error) },
    }).ofCase('case', {} as Person);
  await expect(failing(new TooMuchToBind())).rejects.toMatchObject({
    code: 'bundle-too-large',
    details: { facts: { megabytes: 700, pages: 0 } },
  });
  await expect(failing(new Error('no disk'))).rejects.toThrow('no disk');
});
