import { en as english } from './en/all.js';
import { zh as chinese } from './zh/all.js';

const HOLE = /\{\{(\w+)\}\}/g;
const holesIn = (text: string): string[] => [...text.matchAll(HOLE)].map(([, name = '']) => name).sort();

const areas = Object.keys(chinese) as (keyof typeof chinese)[];

describe.each(areas)('the words of %s', (area) => {
  const zh: Readonly<Record<string, string>> = chinese[area];
  const en: Readonly<Record<string, string>> = english[area];

  test('are the same keys in both languages; English adds the singular', () => {
    const singular = Object.keys(zh).flatMap((key) => (key.endsWith('_other') ? [key.replace(/_other$/, '_one')] : []));
    expect(Object.keys(en).sort()).toEqual([...Object.keys(zh), ...singular].sort());
  });

  test('say something, and tell the same facts', () => {
    for (const [key, text] of Object.entries(zh)) {
      expect({ key, holes: holesIn(en[key] ?? '') }).toEqual({ key, holes: holesIn(text) });
      expect(text.trim()).not.toBe('');
    }
  });
});
