import type { InEnglish } from '../same-keys.js';
import type { clock as zh } from '../zh/clock.js';

/** Ruler, ledger and five links. */
export const clock = {
  title: 'Deadline',
} as const satisfies InEnglish<typeof zh>;
