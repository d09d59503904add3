import type { InEnglish } from '../same-keys.js';
import type { overview as zh } from '../zh/overview.js';

/** The dashboard of the supervisor. */
export const overview = {
  title: 'Overview',
} as const satisfies InEnglish<typeof zh>;
