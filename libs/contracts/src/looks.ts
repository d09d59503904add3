import { z } from 'zod';
import { keptText } from './kept-text.js';

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
