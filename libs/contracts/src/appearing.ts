import { z } from 'zod';
import { keptText } from './kept-text.js';

/**
 * As what somebody appears before a court or a reconsideration organ: the head of the organ, a responsible member of its staff in the place
 * of the head (ALL 3(3); ARL 51), an agent (ALL 31; ARL 17), and who stands on the other side.
 */
export const APPEARING_ROLES = ['head', 'officer', 'agent', 'other_party'] as const;

/** Somebody who appears at a hearing. Their name and phone are no facts: they lie sealed. */
export const AppearingPerson = z
  .strictObject({
    as: z.enum(APPEARING_ROLES),
    name: keptText(200),
    attorneyOnFile: z.boolean().optional().describe('Whether the power of attorney is on file; without it, it is not'),
    phone: keptText(100).optional(),
  })
  .meta({ id: 'AppearingPerson' });
export type AppearingPerson = z.infer<typeof AppearingPerson>;
