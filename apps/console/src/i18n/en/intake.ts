import type { InEnglish } from '../same-keys.js';
import type { intake as zh } from '../zh/intake.js';

/** Logging, unconfirmed arrivals, register, receipts. */
export const intake = {
  title: 'Intake',
} as const satisfies InEnglish<typeof zh>;
