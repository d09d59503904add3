import { z } from 'zod';
import { Day } from './day.js';

/** Who acted for the applicant of a case and from when until when, oldest first; the last day is null for who does today. */
export const CaseAgents = z
  .object({
    items: z.array(
      z.object({
        agent: z.string(),
        agentPhone: z.string().optional(),
        from: Day,
        until: Day.nullable(),
        powerOfAttorneyFileId: z.string().optional(),
      }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'CaseAgents' });
export type CaseAgents = z.infer<typeof CaseAgents>;
