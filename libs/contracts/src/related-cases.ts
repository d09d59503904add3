import { z } from 'zod';

/** How another case is related to the one that is looked at. */
export const CaseRelation = z
  .enum(['merged_into', 'merged_here', 'split_from', 'split_off', 'linked'])
  .meta({ id: 'CaseRelation' });
export type CaseRelation = z.infer<typeof CaseRelation>;

/** Cases that belong together: answered by one reply, parted by a split, or linked by somebody. */
export const RelatedCases = z
  .object({
    items: z.array(z.object({ id: z.string(), number: z.string(), subject: z.string(), relation: CaseRelation })),
    nextCursor: z.null(),
  })
  .meta({ id: 'RelatedCases' });
export type RelatedCases = z.infer<typeof RelatedCases>;
