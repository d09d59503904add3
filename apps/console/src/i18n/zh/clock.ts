import type { Words } from '../same-keys.js';

/** Ruler, ledger and five links. */
export const clock = {
  title: '期限',
} as const satisfies Words;
