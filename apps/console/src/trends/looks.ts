import type { Drawing } from './draw-chart.js';

/** Colours of what is no light. */
export const DAI = '#14506b';
export const PALE = '#c5d6dd';
export const GREY = '#5f6772';

const LINE = '#e2dfd6';
const INK = '#454c57';

/** Axes with names, and axes of numbers. */
export const names = (of: readonly string[]) => ({
  type: 'category' as const,
  data: [...of],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: '#858a92' } },
  axisLabel: { color: INK, fontSize: 12, hideOverlap: true },
});
export const numbers = (more: object = {}) => ({
  type: 'value' as const,
  minInterval: 1,
  splitLine: { lineStyle: { color: LINE } },
  axisLabel: { color: INK, fontSize: 12 },
  ...more,
});
export const within = { left: 8, right: 24, top: 30, bottom: 4, containLabel: true } satisfies Drawing['grid'];
export const legend = (of: readonly string[]) => ({
  data: [...of],
  left: 8,
  top: 0,
  itemHeight: 10,
  itemWidth: 18,
  selectedMode: false,
  textStyle: { color: INK, fontSize: 12 },
});
