import { chanceOf, expectedOf, percentOf } from './figures.js';

test('shares have one decimal, and none where there is nothing', () => {
  expect([percentOf(1, 3), percentOf(2, 2), percentOf(0, 4), percentOf(0, 0)]).toEqual(['33.3', '100.0', '0.0', null]);
});

test('a small chance is not none, a great one not certain', () => {
  expect([0, 0.004, 0.096, 0.5, 0.995, 1].map(chanceOf)).toEqual(['0', '<1', '10', '50', '>99', '100']);
  expect(expectedOf(2.345)).toBe('2.3');
});
