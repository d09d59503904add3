import { z } from 'zod';
import { ConsentGiven } from './answer-by-link.js';
import { Day } from './day.js';
import { CONSULTATION_KINDS } from './deadline-facts.js';
import { keptText } from './kept-text.js';
import { MOST_FILES } from './portal-limits.js';

/** The token of the letter: it stands on the answer form that goes along. */
const token = z.string().min(1).max(100);

/** Who is asked looks at what is asked. */
export const ConsultedQuery = z.strictObject({ token }).meta({ id: 'ConsultedQuery' });
export type ConsultedQuery = z.infer<typeof ConsultedQuery>;

/** The same in an address, where a file is the body. */
export const ConsultedFileQuery = z.strictObject({ token });

/** The link goes by mail to who is asked: they agreed to that. */
export const LinkByMail = z
  .strictObject({
    email: z.email().max(254),
    consent: z.literal(true).describe('They agreed to be written to by e-mail (CPL 90 by analogy)'),
  })
  .meta({ id: 'LinkByMail' });
export type LinkByMail = z.infer<typeof LinkByMail>;

/** What somebody who is asked says: once, with grounds unless they agree (REG 32). A person of the office takes it down. */
export const ConsultedAnswer = z
  .strictObject({
    token,
    answer: ConsentGiven,
    grounds: keptText(4000).optional(),
    by: keptText(100).describe('Who fills this in'),
    phone: keptText(100).optional(),
    fileIds: z.array(keptText(200)).max(MOST_FILES).optional(),
  })
  .meta({ id: 'ConsultedAnswer' });
export type ConsultedAnswer = z.infer<typeof ConsultedAnswer>;

/** What the letter says, and nothing of who applies; once it can no more be answered here, not what it asks either. */
export const ConsultedView = z
  .object({
    /** It can be answered; was answered by this link; its period is over; it has not been sent yet; or it is settled otherwise. */
    state: z.enum(['open', 'answered', 'over', 'unsent', 'settled']),
    kind: z.enum(CONSULTATION_KINDS),
    organ: z.object({ code: z.string(), name: z.object({ 'zh-CN': z.string(), en: z.string() }) }),
    /** The number of the letter. */
    number: z.string().nullable(),
    party: z.string(),
    items: z.array(z.string()),
    /** The last day for the answer, once the letter is known to have arrived. */
    dueOn: Day.nullable(),
    /** The day on which the answer came in over this link. */
    answeredOn: Day.nullable(),
    /** It is open although somebody answered over this link: the organ has dismissed that. */
    wasSetAside: z.boolean(),
    today: Day,
  })
  .meta({ id: 'ConsultedView' });
export type ConsultedView = z.infer<typeof ConsultedView>;
