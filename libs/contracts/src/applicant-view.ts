import { z } from 'zod';
import { APPLICANT_CATEGORIES, APPLICANT_KINDS } from './intake.js';

/** The applicant as a person at a screen sees it: the numbers of identity documents are masked. */
export const ApplicantView = z
  .object({
    id: z.string(),
    kind: z.enum(APPLICANT_KINDS),
    category: z.enum(APPLICANT_CATEGORIES),
    name: z.string(),
    idType: z.string().optional(),
    idNumber: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    address: z.string().optional(),
    agent: z.string().optional(),
    agentIdType: z.string().optional(),
    agentIdNumber: z.string().optional(),
    agentPhone: z.string().optional(),
    agentScope: z.string().optional(),
    powerOfAttorneyFileId: z.string().optional(),
    accessibility: z.string().optional(),
    /** Numbers that their own check digits contradict: they are kept as the paper has them, and have to be compared with the document. */
    doubtful: z.array(z.enum(['idNumber', 'agentIdNumber'])).optional(),
    /** Who looks may see the masked numbers whole, for a reason (`POST /cases/{id}/applicant/looks`). */
    mayLook: z.literal(true).optional(),
  })
  .meta({ id: 'ApplicantView' });
export type ApplicantView = z.infer<typeof ApplicantView>;
