import { z } from 'zod';

/** How a letter that is mailed from here stands: `aside`: it goes another way, or somebody has said that it is sent no more. */
const LETTER_MAIL_STATES = ['waiting', 'sent', 'failed', 'aside'] as const;

/** A letter that left by e-mail, and what became of the mail. */
export const LetterMail = z
  .strictObject({
    id: z.string(),
    /** The document, among the notices of the case. */
    noticeId: z.string(),
    state: z.enum(LETTER_MAIL_STATES),
    /** The address, masked: `l***@example.org`. */
    mailTo: z.string(),
    queuedAt: z.iso.datetime(),
    /** How often the mail server was spoken to, and when last. */
    tries: z.int(),
    triedAt: z.iso.datetime().nullable(),
    sentAt: z.iso.datetime().nullable(),
    /** What the mail server answered last. */
    proof: z.string().nullable(),
    /** Released files that are too large for a mail: the applicant fetches them over the portal. */
    leftOut: z.int(),
  })
  .meta({ id: 'LetterMail' });
export type LetterMail = z.infer<typeof LetterMail>;

/** Those of a case, the oldest first. */
export const LetterMails = z.object({ items: z.array(LetterMail) }).meta({ id: 'LetterMails' });
export type LetterMails = z.infer<typeof LetterMails>;
