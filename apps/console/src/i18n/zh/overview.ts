import type { Words } from '../same-keys.js';

/** The dashboard of the supervisor. */
export const overview = {
  title: '总览',
} as const satisfies Words;
