import { filled, holesOf, strayBracesIn } from './places.js';

describe('braces in a wording', () => {
  it('hold the name of a place; one that is alone is told', () => {
    expect(holesOf('{a.b}与{c}')).toEqual(['a.b', 'c']);
    expect(strayBracesIn('{a{b}}')).toEqual(['{', '}']);
    expect(filled('{a}、{b}', (name) => name.toUpperCase())).toBe('A、B');
  });

  it('are found in a text of nothing else, which an administrator may write: a search from each to the end would outlast every test', () => {
    const text = '{'.repeat(40_000);
    expect(holesOf(text)).toEqual([]);
    expect(strayBracesIn(text)).toHaveLength(40_000);
  });
});
