import { ConfigError } from '@gongkai/statutes';
import { readFileSync } from 'node:fs';
import type { Counted } from '../measures/measures.js';
import { parseScheme, type Scheme } from '../scheme/scheme.js';
import { figureOf, gradeOf, placesOf, scoreOf } from './score.js';

const text = readFileSync('config/assessments/usual.yaml', 'utf8');
const scheme = parseScheme(text, 'usual.yaml');
const items = (good: number, all: number): Counted => ({
  items: Array.from({ length: all }, (_, i) => ({ good: i < good }) as Extract<Counted, { items: unknown }>['items'][number]),
});

const judged = (choice: string) => ({ choice, remark: null, fileIds: [] });
const scored = (counted: Readonly<Record<string, Counted>>, choices: Readonly<Record<string, string>>): number | null => {
  const entries = Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, judged(choice)]));
  const figures = scheme.indicators.map((indicator) => [indicator.id, figureOf(indicator, { counted, entries })] as const);
  return scoreOf(scheme, Object.fromEntries(figures));
};
const BOTH = { guide: 'current', catalogue: 'late' };

test.each([
  [
    'everything as it should be',
    { on_time: items(3, 3), trained: { number: 2 } },
    { guide: 'current', catalogue: 'current' },
    100,
  ],
  // 25·0.8 + 15 + 5 + 15·0.7 = 50.5 of the 65 that can be measured.
  ['what cannot be measured is left out', { on_time: items(96, 100), trained: { number: 1 } }, BOTH, 77.7],
  ['999 of 1000 in time are not all', { on_time: items(999, 1000), trained: { number: 2 } }, BOTH, 84.6],
  ['nothing is scored while a judgement is missing', { on_time: items(3, 3) }, { guide: 'current' }, null],
])('%s', (_, counted, choices, score) => {
  expect(scored(counted as Record<string, Counted>, choices)).toBe(score);
});

test('grades begin with their score, and organs with one score share a place', () => {
  expect([100, 90, 89.9, 60, 0, null].map((score) => gradeOf(scheme, score)?.name.en ?? null)).toEqual([
    ...['Excellent', 'Excellent', 'Good', 'Passed', 'Failed', null],
  ]);
  expect(placesOf([80, null, 90, 80, 70])).toEqual([2, null, 1, 2, 4]);
});

test.each([
  ['weight: 25', 'weight: 24', 'must have weights that add up to 100'],
  ['{ from: 95, share: 80 }', '{ from: 100, share: 80 }', 'must begin with the highest from'],
  ['id: guide', 'id: on_time', 'must name each indicator once'],
  ['of: on_time', 'of: punctual', 'must be one of'],
])('a scheme with %s made %s is refused', (before, after, message) => {
  const wrong = (): Scheme => parseScheme(text.replace(before, after), 'usual.yaml');
  expect(wrong).toThrow(ConfigError);
  expect(wrong).toThrow(message);
});
