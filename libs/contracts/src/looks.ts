import { z } from 'zod';
import { keptText } from './kept-text.js';
import { PersonRef } from './views.js';

/** Why somebody looks at the number of an identity document, which is masked elsewhere. */
export const NewLook = z.strictObject({ reason: keptText(200) }).meta({ id: 'NewLook' });
export type NewLook = z.infer<typeof NewLook>;

/** The numbers whole, told to who has given a reason; the look is in the log before they leave. */
export const Look = z
  .strictObject({
    idNumber: z.string().nullable(),
    /** Of the agent's document. */
    agentIdNumber: z.string().nullable(),
  })
  .meta({ id: 'Look' });
export type Look = z.infer<typeof Look>;

/** Who has looked at whole ID numbers of a case, the oldest first. */
export const CaseLooks = z
  .object({ items: z.array(z.object({ at: z.iso.datetime(), by: PersonRef, reason: z.string() })) })
  .meta({ id: 'CaseLooks' });
export type CaseLooks = z.infer<typeof CaseLooks>;
