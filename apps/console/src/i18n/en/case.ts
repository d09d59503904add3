import type { InEnglish } from '../same-keys.js';
import type { caseWords as zh } from '../zh/case.js';

/** The case page: clock, links, history, steps. */
export const caseWords = {
  title: 'Case',
} as const satisfies InEnglish<typeof zh>;
