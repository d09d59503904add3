import type { Words } from '../same-keys.js';

/** Logging, unconfirmed arrivals, register, receipts. */
export const intake = {
  title: '来件',
} as const satisfies Words;
