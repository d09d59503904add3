import type { InEnglish } from '../same-keys.js';
import type { settings as zh } from '../zh/settings.js';

/** Administration. */
export const settings = {
  title: 'Organs and people',
} as const satisfies InEnglish<typeof zh>;
