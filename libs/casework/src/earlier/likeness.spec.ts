import { fewest, likeness, rarest, tellingPairs } from './likeness.js';

const alike = (one: string, other: string): number => likeness(tellingPairs(one), tellingPairs(other));

describe('how much two applications ask for the same', () => {
  const asked = '申请公开2025年城关镇垃圾中转站环境影响评价报告';
  test.each([
    ['申请公开2025年城关镇垃圾中转站环境影响评价报告', 100, 100],
    ['城关镇垃圾中转站的环境影响评价报告（2025年）', 80, 99],
    ['垃圾中转站的环评批复', 20, 60],
    ['申请公开关于本人的政府信息', 0, 0],
    ['2025年部门预算和三公经费', 0, 20],
  ])('%s: from %i to %i percent', (other, least, most) => {
    const percent = alike(asked, other);
    expect(percent).toBeGreaterThanOrEqual(least);
    expect(percent).toBeLessThanOrEqual(most);
    expect(alike(other, asked)).toBe(percent);
  });

  test('nothing is like nothing, and the rarest pairs are looked for first', () => {
    expect(alike('申请公开', '')).toBe(0);
    const frequencies = new Map([
      ['预算', 0.4],
      ['垃圾', 0.01],
    ]);
    expect(rarest(new Set(['预算', '垃圾', '圾站']), frequencies, 2)).toEqual(['圾站', '垃圾']);
    const times = new Map([...frequencies].map(([pair, frequency]) => [pair, frequency * 200_000]));
    expect(fewest(['圾站', '垃圾', '预算'], times, 4000)).toEqual(['圾站', '垃圾']);
    expect(fewest(['圾站', '预算', '决算'], times, 4000)).toEqual(['圾站', '预算']);
  });
});
