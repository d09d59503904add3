import { DECISION_CODES, Ground, GROUNDS, PLAIN_CODES, type DecisionCode } from '@gongkai/contracts';
import { z } from 'zod';

export { DECISION_CODES, Ground, GROUNDS, PLAIN_CODES, type DecisionCode };

/** The outcome of one item; a refusal always has its ground, a partial grant may name that of the withheld part. */
export const Decision = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(PLAIN_CODES) }),
  z.strictObject({ code: z.literal('partly_granted'), ground: Ground.optional() }),
  z.strictObject({ code: z.literal('refused'), ground: Ground }),
]);
export type Decision = z.infer<typeof Decision>;

/** The ground a decision names, where it names one. */
export const groundOf = (decision: Decision): Ground | undefined => ('ground' in decision ? decision.ground : undefined);
