import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import { NotificationKind } from './notifications.js';
import { PersonRef } from './views.js';

/** A letter that did not reach its mailbox, or a message its place outside, and that nobody has read in the program either. */
export const UndeliveredLetter = z
  .object({
    id: z.string(),
    at: z.iso.datetime().describe('when it should have gone out'),
    person: PersonRef,
    /** Code of the organ the person works in. */
    organ: z.string(),
    /** `applicant`: a letter of a case that leaves by e-mail; its person is who sent it. */
    channel: z.enum(['mail', 'webhook', 'applicant']),
    /** The mail address, that of an applicant masked, or the name of the place. */
    mailTo: z.string(),
    /** What it is about; an administrator is told of no more than the number. */
    caseNumber: z.string(),
    /** Of what an organ owes without a case, whose name stands in `caseNumber`: the year or number, and the information that has to be public; of a letter its name. */
    about: z.string().nullable(),
    kind: z.enum([...NotificationKind.options, 'letter']),
    /** With a reminder: name of the deadline, and its day. */
    deadline: z.string().nullable(),
    due: Day.nullable(),
    /** What the mail server or the place answered at last. */
    proof: z.string().nullable(),
  })
  .meta({ id: 'UndeliveredLetter' });
export type UndeliveredLetter = z.infer<typeof UndeliveredLetter>;

/** The oldest first: at most 200 of them, and how many there are. */
export const UndeliveredLetters = z
  .object({ items: z.array(UndeliveredLetter), total: z.int() })
  .meta({ id: 'UndeliveredLetters' });
export type UndeliveredLetters = z.infer<typeof UndeliveredLetters>;

/** Which letters are sent again: one, or without a name all that the reader is shown of. */
export const SendAgain = z.strictObject({ id: z.uuid().optional() }).meta({ id: 'SendAgain' });
export type SendAgain = z.infer<typeof SendAgain>;

/** One of them is sent no more, and why. */
export const SetAside = z.strictObject({ id: z.uuid(), reason: keptText(500) }).meta({ id: 'SetAside' });
export type SetAside = z.infer<typeof SetAside>;

/** How many letters and messages are on their way once more. */
export const SentAgain = z.object({ letters: z.int() }).meta({ id: 'SentAgain' });
export type SentAgain = z.infer<typeof SentAgain>;
