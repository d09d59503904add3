import { Day } from '@gongkai/contracts';
import { z } from 'zod';
import { parseConfig } from './parse-config.js';

const yuan = z.int().min(0);

const Tier = z.strictObject({
  /** Last unit of the tier, counted from 1. */
  upTo: z.int().min(1),
  yuanEach: yuan,
});

/** What follows the last tier: one rate for all further units, or a rate that rises by steps without end. */
const Beyond = z.union([
  z.strictObject({ yuanEach: yuan }),
  z.strictObject({ everyFurther: z.int().min(1), yuanMore: z.int().min(1) }),
]);

const Standard = z
  .strictObject({ article: z.string().min(1), tiers: z.array(Tier).min(1), beyond: Beyond })
  .superRefine(({ tiers }, context) => {
    for (const [i, tier] of tiers.entries()) {
      const before = tiers[i - 1];
      if (before && before.upTo >= tier.upTo) {
        context.addIssue({ code: 'custom', path: ['tiers', i, 'upTo'], message: 'must be more than in the tier before' });
      }
    }
  });

/** One file of `config/fees`: the two standards of an instrument, of which an application is charged by one. */
export const FeeTariffs = z.strictObject({
  id: z.string().min(1),
  instrument: z.strictObject({ tag: z.string().min(1), title: z.string().min(1), number: z.string().min(1), issuedOn: Day }),
  /** First day on which the fee may be charged. */
  inForceFrom: Day,
  perItem: Standard,
  perVolume: Standard,
});
export type FeeTariffs = z.infer<typeof FeeTariffs>;
export type FeeStandard = z.infer<typeof Standard>;

/**
 * Reads a file of `config/fees`.
 * @throws ConfigError with file and line
 */
export function parseFeeTariffs(text: string, file: string): FeeTariffs {
  return parseConfig(text, file, FeeTariffs);
}
