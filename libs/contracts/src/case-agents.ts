import { z } from 'zod';
import { Day } from './day.js';

/** What is known of an agent and told in the history. */
export const AgentField = z.enum(['agent', 'agentIdType', 'agentIdNumber', 'agentPhone', 'agentScope']);

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
    /** What each entry that changed the agent put in the place of what, numbers masked; null on a side where nothing is known. */
    changes: z.array(
      z.object({
        entryId: z.string(),
        fields: z.array(z.object({ field: AgentField, before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'CaseAgents' });
export type CaseAgents = z.infer<typeof CaseAgents>;
