import { areaBetween, nudged } from './places.js';

test('an area lies between two corners, whichever was first, and within the page', () => {
  expect(areaBetween({ x: 0.5, y: 0.4 }, { x: 0.2, y: 0.1 })).toEqual({ left: 0.2, top: 0.1, width: 0.3, height: 0.3 });
  expect(areaBetween({ x: 0.9, y: 0.9 }, { x: 1.5, y: 1.5 })).toEqual({ left: 0.9, top: 0.9, width: 0.1, height: 0.1 });
  expect(areaBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.8 })).toBeUndefined();
});

test('arrows move an area, with shift they change its size, and neither leaves the page', () => {
  const area = { page: 2, left: 0.997, top: 0.5, width: 0.003, height: 0.1 };
  expect(nudged(area, 'ArrowRight', false)).toEqual({ ...area, left: 0.997 });
  expect(nudged(area, 'ArrowUp', false)).toEqual({ ...area, top: 0.495 });
  expect(nudged(area, 'ArrowRight', true)).toMatchObject({ left: 0.997, width: 0.003 });
  expect(nudged(area, 'ArrowDown', true)).toMatchObject({ height: 0.105 });
  expect(nudged(area, 'a', false)).toBeUndefined();
});
