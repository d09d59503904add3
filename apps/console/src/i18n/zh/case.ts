import type { Words } from '../same-keys.js';

/** The case page: clock, links, history, steps. */
export const caseWords = {
  title: '办件',
} as const satisfies Words;
