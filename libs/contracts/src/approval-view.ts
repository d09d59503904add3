import { z } from 'zod';
import { Day } from './day.js';
import { ApprovalStep, LegalOpinion } from './vocabulary.js';

const LegalFinding = z.object({
  by: z.string(),
  actingFor: z.string().nullable(),
  on: Day,
  opinion: LegalOpinion,
  reason: z.string().optional(),
});

/** The chain of approval of a draft, and what was said at each of its steps so far. */
export const ApprovalView = z
  .object({
    steps: z
      .array(
        z.object({
          /** Whose step it is: that of a title, or any approver's. */
          by: ApprovalStep,
          given: z
            .object({
              by: z.string(),
              /** In whose place, and the day that was delegated. */
              actingFor: z.string().nullable(),
              delegatedOn: Day.optional(),
              on: Day,
              reason: z.string().optional(),
            })
            .nullable(),
        }),
      )
      .readonly(),
    /** The legal review that goes before the chain, and what was found; null where none is asked for. */
    legal: z.object({ given: LegalFinding.nullable() }).nullable(),
  })
  .meta({ id: 'ApprovalView' });
export type ApprovalView = z.infer<typeof ApprovalView>;
