import { z } from 'zod';
import { Day } from './day.js';

/** From which day of receipt on an organ charges the processing fee (REG 42; FEE 2); null: as the installation does. */
export const FeesFrom = Day.nullable();

const FeeStandard = z.strictObject({
  tiers: z.array(z.strictObject({ upTo: z.int(), yuanEach: z.int() })),
  beyond: z.union([z.strictObject({ yuanEach: z.int() }), z.strictObject({ everyFurther: z.int(), yuanMore: z.int() })]),
});

/** By what the fee is reckoned: per item of a month, or per page (FEE 4, 5). In yuan. */
export const FeeTariff = z
  .strictObject({ title: z.string(), number: z.string(), perItem: FeeStandard, perVolume: FeeStandard })
  .meta({ id: 'FeeTariff' });
export type FeeTariff = z.infer<typeof FeeTariff>;
