import { readFileSync } from 'node:fs';
import { lifecycleDrawing } from '../../libs/lifecycle/src/drawing/lifecycle-drawing.js';

test('docs/lifecycle.svg shows the chart as it is; after a change: npm run docs:lifecycle', () => {
  expect(readFileSync('docs/lifecycle.svg', 'utf8')).toBe(lifecycleDrawing());
});
