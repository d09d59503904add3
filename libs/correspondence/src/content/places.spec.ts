import { filled, holesOf, strayBracesIn } from './places.js';

describe('braces in a wording', () => {
  it('hold the name of a place; one that is alone is told', () => {
    expect(holesOf('{a.b}与{c}')).toEqual(['a.b', 'c']);
    expect(strayBracesIn('{a{b}}')).toEqual(['{', '}']);
    expect(filled('{a}、{b}', (name) => name.toUpperCase())).toBe('A、B');
  });

  it('are found in a time that grows with the text: an administrator may write forty thousand of them, and everybody waits for the answer', () => {
    const [few, many] = [2_000, 40_000].map((count) => {
      const text = '{'.repeat(count);
      const started = process.cpuUsage();
      expect(holesOf(text)).toEqual([]);
      expect(strayBracesIn(text)).toHaveLength(count);
      return process.cpuUsage(started).user / 1000;
    }) as [number, number];
    // Twenty times the text; a search from each brace to the end would take four hundred times as long, some seven seconds.
    expect(many).toBeLessThan(Math.max(few * 100, 500));
  });
});
