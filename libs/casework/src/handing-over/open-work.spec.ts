import type { CaseFile } from '@gongkai/lifecycle';
import { openWorkOf } from './open-work.js';

const file = (open: boolean): CaseFile =>
  ({
    remedies: open ? [{ closedOn: null }] : [],
    orders: [],
    notices: [],
    items: [],
    filedOn: '2026-03-02',
  }) as unknown as CaseFile;

/** Cases that are over, and whose file was read. */
function archive() {
  const versions = { a: 3, b: 5 };
  const owing = new Set<string>();
  const asked: string[] = [];
  const answers = (text: string, [first]: readonly unknown[]): unknown[] => {
    if (text.includes('SELECT id, number, version'))
      return Object.entries(versions).map(([id, version]) => ({ id, number: `No. ${id}`, version }));
    if (!text.includes('SELECT id, file')) return [];
    const ids = first as readonly string[];
    asked.push(...ids);
    return ids.map((id) => ({ id, file: file(owing.has(id)) }));
  };
  const read = async <Row>(text: string, values: readonly unknown[]) => (await Promise.resolve(answers(text, values))) as Row[];
  return { versions, owing, asked, read };
}

test('a second look reads only the files of what has changed since the first', async () => {
  const { versions, owing, asked, read } = archive();
  owing.add('a');
  const first = await openWorkOf('me', read);
  expect(first.cases).toEqual([{ id: 'a', number: 'No. a' }]);
  expect(asked.splice(0)).toEqual(['a', 'b']);

  const again = await openWorkOf('me', read, first.looked);
  expect(again.cases).toEqual(first.cases);
  expect(asked.splice(0)).toEqual([]);

  owing.add('b');
  versions.b = 6;
  const { cases } = await openWorkOf('me', read, first.looked);
  expect(cases).toEqual([
    { id: 'a', number: 'No. a' },
    { id: 'b', number: 'No. b' },
  ]);
  expect(asked).toEqual(['b']);
});
