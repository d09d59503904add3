import type { RedactionMark } from '@gongkai/contracts';
import { nameWithout, releasedName, withheldBy, withheldIn } from './released-name.js';

const mark = (words?: string): RedactionMark => ({
  id: '0d9f8a44-8d59-4a3e-9a5e-0d3d6f0e6f10',
  ground: 'third_party_rights',
  article: 'REG 15',
  ...(words === undefined ? {} : { words }),
  places: [{ page: 1, left: 0.1, top: 0.1, width: 0.3, height: 0.1 }],
});
const source = { name: '关于张 三丰（ZHANG San-feng）投诉的报告.2025.pdf' };
const opened = { at: '2026-03-02T01:00:00.000Z', by: 'w', did: 'open' as const };

test('the name of a released file tells nothing that is withheld in it, however it is written there', () => {
  const named = { source, marks: [mark('张三丰'), mark('zhang sanfeng')], history: [opened] };
  expect(releasedName(named)).toBe('关于××（××）投诉的报告.2025（公开版）.pdf');
  const submitted = { ...opened, did: 'submit' as const, name: '投诉核查报告.pdf' };
  expect(releasedName({ ...named, history: [opened, submitted] })).toBe('投诉核查报告.pdf');
});

test('what stands under an area that was drawn is withheld from the name as well', async () => {
  const places = ['张', '三', '丰', '的', '报', '告'].flatMap((_, at) => [0.12 + at * 0.1, 0.12, 0.08, 0.02]);
  const signs = { signs: ['张', '三', '丰', '的', '报', '告'], places };
  const withheld = await withheldBy([mark()], (page) => Promise.resolve(page === 1 ? signs : undefined));
  expect(withheld).toEqual({ words: [], areas: ['张三丰'] });
  expect(nameWithout('张三丰的报告.pdf', withheld)).toBe('××的报告（公开版）.pdf');
  expect([withheldIn('张三丰.pdf', withheld), withheldIn('报告.pdf', withheld)]).toEqual(['张三丰', undefined]);
});

test('of a long passage a few signs that a name has by chance are not withheld', () => {
  const passage = '投诉人王某于二月四日到本机关反映邻居占道经营';
  expect(nameWithout('投诉材料.pdf', { words: [], areas: [passage] })).toBe('投诉材料（公开版）.pdf');
});
