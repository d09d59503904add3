import { z } from 'zod';
import { PostTitle } from './vocabulary.js';

const ofCase = { caseId: z.uuid(), organId: z.uuid(), version: z.int().positive() };

/**
 * Work that a commit leaves for later: its name, and what it has to know. Ids only, never what is known of a person; who does
 * the work asks the database, for by then the case may have moved on.
 */
export const jobs = {
  /** The case has a new fact: its type, and its entry in the journal. */
  'case-changed': z.object({ ...ofCase, type: z.string(), entryId: z.string().optional() }),
  /** The next step belongs to somebody else now: a role, and a person where one is named. */
  'turn-changed': z.object({
    ...ofCase,
    role: z.string().nullable(),
    personId: z.uuid().nullable(),
    step: z.string().nullable(),
    /** The title that whoever takes the step has to bear. */
    title: PostTitle.nullable().default(null),
    /** Who has passed it on: they know. */
    actorId: z.string().nullable().default(null),
  }),
  /** An entry waits for a second person, or waits no more. */
  'confirmation-changed': z.object(ofCase),
  /** A notification may go out: by mail, where its person has an address. */
  'deliver-notification': z.object({ notificationId: z.uuid() }),
  /** What waits for a place outside may be posted there; the job answers for what was told together. */
  'deliver-webhook': z.object({ targetId: z.uuid(), batch: z.uuid() }),
  /** A letter that left by e-mail is mailed to its applicant. */
  'send-letter': z.object({ letterId: z.uuid() }),
  /** What became of that goes into the history of its case. */
  'note-letter': z.object({ letterId: z.uuid() }),
  /** The next pages of a scan are drawn for the screen. */
  'draw-pages': z.object({ fileId: z.string() }),
  /** The page that is next is read, of any file. */
  'read-page': z.object({}),
  /** The next pages of a file of which parts are withheld are drawn, to be marked. */
  'look-at-redaction': z.object({ redactionId: z.string() }),
  /** Its next pages are burnt; after the last the file is made. */
  'burn-redaction': z.object({ redactionId: z.string() }),
  /** The next rows of an old register become cases. */
  'import-register': z.object({ importId: z.uuid() }),
};

export type JobName = keyof typeof jobs;

/** What a job has to know. */
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;

/** A job with its payload, as it is put into the outbox. */
export type Job = { [Name in JobName]: { readonly job: Name; readonly payload: JobPayload<Name> } }[JobName];
