import { z } from 'zod';
import { Day } from './day.js';
import { DisclosureKind } from './disclosures.js';
import { keptText } from './kept-text.js';
import { PublicAttribute } from './public-attribute.js';
import { PersonRef } from './views.js';

const content = {
  title: keptText(200),
  summary: z.string().trim().max(2000),
  /** Code of a kind. */
  kind: keptText(40),
  /** Its index number (索引号) in the catalogue of the organ. */
  indexNumber: keptText(100),
  madeOn: Day.nullable().default(null),
  /** A file of the case, or one that was made of it by a redaction: what becomes public is what its pages show. */
  fileId: keptText(64),
};
const version = z.int().positive().describe('The version it was read in; another gives 412.');

/** A publication that is made of an answer (REG 44). */
export const NewPublicationDraft = z
  .strictObject({
    ...content,
    /**
     * Why: several have asked for it, or an applicant suggests it. Where the case says so already, it is not said again;
     * asked for where the signature fixed that the reply is not to be public at all.
     */
    reason: keptText(500).optional(),
  })
  .meta({ id: 'NewPublicationDraft' });
export type NewPublicationDraft = z.infer<typeof NewPublicationDraft>;

/** All of a draft, in place of what it was: a review that was made is void. */
export const PublicationDraftChange = z.strictObject({ ...content, version }).meta({ id: 'PublicationDraftChange' });
export type PublicationDraftChange = z.infer<typeof PublicationDraftChange>;

/**
 * Further pages of the file are read; it is handed to the reviewer; it passes the review of exactly these bytes; it is returned; it is
 * published; it is given up.
 */
export const PublicationDraftMove = z
  .discriminatedUnion('move', [
    z.strictObject({ move: z.literal('read'), version }),
    z.strictObject({ move: z.literal('submit'), version }),
    z.strictObject({ move: z.literal('pass'), version, hash: keptText(64), opinion: keptText(500).optional() }),
    z.strictObject({ move: z.literal('return'), version, reason: keptText(500) }),
    z.strictObject({ move: z.literal('publish'), version }),
    z.strictObject({ move: z.literal('drop'), version, reason: keptText(500) }),
  ])
  .meta({ id: 'PublicationDraftMove' });
export type PublicationDraftMove = z.infer<typeof PublicationDraftMove>;

export const PUBLICATION_STATES = ['draft', 'reviewing', 'reviewed', 'published', 'dropped'] as const;

/** What is known of a person, and found in what is to be published. */
export const PersonalFinding = z
  .strictObject({
    where: z.enum(['title', 'summary', 'index-number', 'file-name', 'file']),
    page: z.int().nullable(),
    what: z.enum(['name', 'number', 'phone', 'contact', 'withheld']),
    /** What stands there; of a number only its last places. */
    text: z.string(),
    /** It is one of those who asked, or the number of an identity card: nothing is published with it. Else somebody has to look. */
    blocks: z.boolean(),
  })
  .meta({ id: 'PersonalFinding' });
export type PersonalFinding = z.infer<typeof PersonalFinding>;

const MOVES = ['change', 'read', 'submit', 'pass', 'return', 'publish', 'drop'] as const;

/** An answer on its way to the catalogue: what of it, who has looked at it, until when. */
export const PublicationDraft = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    case: z.strictObject({ id: z.string(), number: z.string() }),
    state: z.enum(PUBLICATION_STATES),
    title: z.string(),
    summary: z.string(),
    kind: DisclosureKind.pick({ code: true, name: true }),
    indexNumber: z.string(),
    madeOn: Day.nullable(),
    /** What becomes public: a PDF that shows the pages of its source, and says nothing beside them. */
    file: z.strictObject({ id: z.string(), name: z.string(), mime: z.string() }),
    source: z.strictObject({ id: z.string(), name: z.string() }),
    /** Pages of the file that were read, of how many; null before any was. */
    read: z.strictObject({ pages: z.int(), total: z.int().nullable() }),
    /** Pages without text, as scans are: only an eye finds a name there. */
    wordless: z.array(z.int()),
    findings: z.array(PersonalFinding),
    /** SHA-256 of everything that becomes public, the bytes of the file among it: a review is of exactly this. */
    hash: z.string(),
    reviewedHash: z.string().nullable(),
    /** `promote.days` after it was decided to publish (REG 44). */
    due: z.strictObject({ on: Day, article: z.string(), provisional: z.boolean(), isPast: z.boolean() }).nullable(),
    /** Where anybody reads it, from the day it is published; the address stays. */
    address: z.string(),
    withdrawn: z.strictObject({ reason: z.string() }).nullable(),
    /** To whom the reply of the case may be given, as its signature fixed it, and why; null where it fixed nothing. */
    attribute: z.strictObject({ is: PublicAttribute, reason: z.string().nullable() }).nullable(),
    madeBy: z.array(PersonRef),
    history: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by: PersonRef,
        did: z.enum(['begin', ...MOVES]),
        words: z.string().optional(),
      }),
    ),
    /** What the reader may do now. */
    may: z.array(z.enum(MOVES)),
  })
  .meta({ id: 'PublicationDraft' });
export type PublicationDraft = z.infer<typeof PublicationDraft>;

export const PUBLICATION_DUTIES = ['answer', 'publish', 'assess'] as const;

/**
 * What an organ owes beside its drafts: the answer to an applicant's suggestion, what it has decided to publish and nobody has begun
 * (REG 44), and what it withheld and has to assess anew (REG 18).
 */
export const PublicationDuty = z
  .strictObject({
    what: z.enum(PUBLICATION_DUTIES),
    case: z.strictObject({ id: z.string(), number: z.string() }),
    /** What was asked for. */
    subject: z.string(),
    /** Of what was withheld. */
    item: z.strictObject({ id: z.string(), ground: z.string(), article: z.string() }).nullable(),
    /** Suggested, decided, answered or assessed last on this day. */
    since: Day,
    /** Why an applicant suggests it, where that was said. */
    reason: z.string().nullable(),
    /** null where the law gives no period. */
    due: z.strictObject({ on: Day, provisional: z.boolean(), isPast: z.boolean() }).nullable(),
  })
  .meta({ id: 'PublicationDuty' });
export type PublicationDuty = z.infer<typeof PublicationDuty>;

/** What has no period comes first, then by the day. */
export const PublicationDuties = z
  .strictObject({ items: z.array(PublicationDuty), more: z.int().describe('How many there are beside these, due later') })
  .meta({ id: 'PublicationDuties' });
export type PublicationDuties = z.infer<typeof PublicationDuties>;

/** Of a case, or all that are open in sight, the first due first. */
export const PublicationDraftList = z.strictObject({ items: z.array(PublicationDraft) }).meta({ id: 'PublicationDraftList' });
export type PublicationDraftList = z.infer<typeof PublicationDraftList>;
