import { z } from 'zod';
import { text } from './command-parts.js';

const count = z.int().min(0).max(1_000_000).optional();

/** What a fee notice charges, and for what (REG 42; FEE). */
export const feeFields = {
  basis: z.enum(['per_item', 'per_volume']).describe('One of the two standards, never both (FEE 3)'),
  finding: text.optional().describe('Why number or frequency clearly exceed a reasonable range (REG 42); has to be said'),
  itemsBefore: count.describe('per_item: items of the applicant that were counted before in the calendar month'),
  countedOtherwise: text.optional().describe('per_item: why itemsBefore is another number than the register counts'),
  itemsNow: count.describe('per_item: items of this application; without it those of the case'),
  pages: count.describe('per_volume: pages that are supplied on this application'),
  amount: z
    .number()
    .positive()
    .max(10_000_000)
    .optional()
    .describe('Yuan, by the tariff of the numbers, less what was paid on them before: another one is refused'),
} as const;
