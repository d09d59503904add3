import { z } from 'zod';

/** Why information is withheld (REG 14, 15, 16), and matters with an access rule of their own (REG 36(7)). */
export const GROUNDS = [
  'state_secret',
  'prohibited_by_law',
  'three_security_one_stability',
  'third_party_rights',
  'internal_affairs',
  'process_information',
  'enforcement_file',
  'administrative_query',
] as const;
export const Ground = z.enum(GROUNDS);
export type Ground = z.infer<typeof Ground>;

/** What can be answered to an item without a ground (REG 30, 35–39), and the ways a case ends without an answer. */
export const PLAIN_CODES = [
  'already_public',
  'granted',
  'not_existing',
  'not_this_organ',
  'needs_processing',
  'still_unclear',
  'disguised_complaint',
  'repeated',
  'publication',
  'excessive_no_reason',
  'confirm_or_reissue',
  'special_rule',
  'abandoned_correction',
  'abandoned_fee',
  'withdrawn',
  'merged',
  'other',
] as const;

/** Every code a decision can carry; a refusal always has its ground, a partial grant may name that of the withheld part. */
export const DECISION_CODES = [...PLAIN_CODES, 'partly_granted', 'refused'] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

/** The outcome of one item. */
export const Decision = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(PLAIN_CODES) }),
  z.strictObject({ code: z.literal('partly_granted'), ground: Ground.optional() }),
  z.strictObject({ code: z.literal('refused'), ground: Ground }),
]);
export type Decision = z.infer<typeof Decision>;

/** The ground a decision names, where it names one. */
export const groundOf = (decision: Decision): Ground | undefined => ('ground' in decision ? decision.ground : undefined);
