import { z } from 'zod';
import { keptText } from './kept-text.js';
import { PageBox } from './reading.js';
import { PersonRef } from './views.js';
import { Ground } from './vocabulary.js';

/** A place on a page that is to become black. */
export const MarkPlace = PageBox.extend({ page: z.int().positive() }).meta({ id: 'MarkPlace' });
export type MarkPlace = z.infer<typeof MarkPlace>;

/** What has no extent covers nothing. A share of the page. */
const extent = z.number().positive().max(1);

/** What is withheld for one ground (REG 14-16, 37): an area, or every place where the same words stand. */
export const RedactionMark = z
  .strictObject({
    id: z.uuid(),
    ground: Ground,
    /** One of the provisions the ground rests on, e.g. `REG 15`. */
    article: keptText(40),
    /** The words that were looked for, where it is not an area. */
    words: keptText(100).optional(),
    places: z
      .array(MarkPlace.extend({ width: extent, height: extent }))
      .min(1)
      .max(20_000),
  })
  .meta({ id: 'RedactionMark' });
export type RedactionMark = z.infer<typeof RedactionMark>;

export const NewRedaction = z.strictObject({ fileId: z.string() }).meta({ id: 'NewRedaction' });
export type NewRedaction = z.infer<typeof NewRedaction>;

const version = z.int().positive().describe('The version it was read in; another gives 412.');

/** All marks, in place of those before. */
export const RedactionMarks = z.strictObject({ version, marks: z.array(RedactionMark).max(5000) }).meta({ id: 'RedactionMarks' });
export type RedactionMarks = z.infer<typeof RedactionMarks>;

/** Handed to a second person, who has it burnt or gives it back; stopped while it is burnt, by `return` too; tried again where a page failed. */
export const RedactionMove = z
  .discriminatedUnion('move', [
    z.strictObject({
      move: z.literal('submit'),
      version,
      name: keptText(180)
        .optional()
        .describe(
          'What the released file is called; without it as its source, without what is withheld. It goes out with the file',
        ),
    }),
    z.strictObject({ move: z.literal('approve'), version }),
    z.strictObject({ move: z.literal('return'), version, reason: keptText(500) }),
    z.strictObject({ move: z.literal('again'), version }),
  ])
  .meta({ id: 'RedactionMove' });
export type RedactionMove = z.infer<typeof RedactionMove>;

export const WordsToFind = z.strictObject({ words: keptText(100) }).meta({ id: 'WordsToFind' });
export type WordsToFind = z.infer<typeof WordsToFind>;

/** Where words stand, each time with as many places as they take lines; and the pages on which nothing can be looked for. */
export const FoundWords = z
  .strictObject({ found: z.array(z.array(MarkPlace)), withoutText: z.array(z.int().positive()) })
  .meta({ id: 'FoundWords' });
export type FoundWords = z.infer<typeof FoundWords>;

const REDACTION_STATES = ['marking', 'checking', 'burning', 'burnt', 'failed'] as const;
export const RedactionState = z.enum(REDACTION_STATES);
export type RedactionState = z.infer<typeof RedactionState>;

const FileRef = z.object({ id: z.string(), name: z.string(), mime: z.string() });

/** A file of which parts are withheld: what is marked, who has checked it, and the file that was made. */
export const RedactionView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    caseId: z.uuid(),
    state: RedactionState,
    source: FileRef,
    /** Pages that can be looked at, in dots of their pictures; `total` is null until the file has been opened. */
    pages: z.array(z.object({ number: z.int(), width: z.int(), height: z.int() })),
    total: z.int().nullable(),
    /** A page that cannot be drawn: the file cannot be released in parts. */
    unreadable: z.int().nullable(),
    /** Pages that are burnt already. */
    done: z.int(),
    marks: z.array(RedactionMark),
    /** SHA-256 of the source's id and the marks that were approved. */
    marksHash: z.string().nullable(),
    result: FileRef.nullable(),
    /** What the released file is called, or will be: the second person approves it with the marks. */
    releasedName: z.string(),
    markedBy: z.array(PersonRef),
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        by: PersonRef,
        did: z.enum(['open', 'submit', 'approve', 'return', 'again']),
        reason: z.string().optional(),
      }),
    ),
    /** What the reader may do now. */
    may: z.array(z.enum(['mark', 'submit', 'approve', 'return', 'again'])),
  })
  .meta({ id: 'RedactionView' });
export type RedactionView = z.infer<typeof RedactionView>;

/** Redactions that wait for a second person, the one that waits longest first. */
export const RedactionsToCheck = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        case: z.object({ id: z.string(), number: z.string() }),
        source: FileRef,
        /** Who has submitted it, and when. */
        submitted: z.object({ by: PersonRef, at: z.string() }),
        /** Whether the reader can be the second person. */
        mine: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RedactionsToCheck' });
export type RedactionsToCheck = z.infer<typeof RedactionsToCheck>;

export const RedactionList = z
  .object({ items: z.array(RedactionView.omit({ pages: true, marks: true })) })
  .meta({ id: 'RedactionList' });
export type RedactionList = z.infer<typeof RedactionList>;
