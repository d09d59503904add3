import { z } from 'zod';
import { AnswerByLink } from './answer-by-link.js';
import { PageQuery } from './case-filters.js';
import { Day } from './day.js';
import { FileView } from './session.js';
import { keptText } from './kept-text.js';
import { PersonRef } from './views.js';

/** By which door something came in (来件). */
export const INCOMING_SOURCES = ['fax', 'email', 'hotline', 'scan', 'portal'] as const;
export const IncomingSource = z.enum(INCOMING_SOURCES);
export type IncomingSource = z.infer<typeof IncomingSource>;

/**
 * What became of it: it waits, opened a case, was put to one, is no application, was a question answered on the spot, or a complaint
 * about disclosure put aside for who supervises it.
 */
export const INCOMING_STATES = ['waiting', 'opened', 'attached', 'dismissed', 'answered', 'complaint'] as const;
export const IncomingState = z.enum(INCOMING_STATES);
export type IncomingState = z.infer<typeof IncomingState>;
/** What a list shows: one of them, or all that no longer wait. */
export const IncomingShown = z.enum([...INCOMING_STATES, 'settled']);

/** As what it was put to a case. */
export const ATTACHED_AS = ['correction', 'power_of_attorney', 'consultation_answer', 'payment_proof', 'other'] as const;
export const AttachedAs = z.enum(ATTACHED_AS);
export type AttachedAs = z.infer<typeof AttachedAs>;

/** What a machine, or the hotline, takes it for. It is sorted by that, and never thrown away. */
export const INCOMING_SORTS = ['ordinary', 'auto_reply', 'bounce', 'suspicious', 'question', 'complaint'] as const;
export const IncomingSort = z.enum(INCOMING_SORTS);
export type IncomingSort = z.infer<typeof IncomingSort>;

/** What was found wrong while it was taken in. */
export const INCOMING_FINDINGS = [
  'page-unreadable',
  'file-damaged',
  'file-unreadable',
  'file-refused',
  'file-infected',
  'outlook-pack',
  'nothing-in-it',
  'pages-missing',
  'came-again',
  'sender-clock-wrong',
  'mail-stuck',
  'came-late',
] as const;
export const IncomingFinding = z
  .object({
    code: z.enum(INCOMING_FINDINGS),
    /** The page it is about, from 1. */
    page: z.int().positive().optional(),
    /** In the words of what read it. */
    detail: z.string().optional(),
  })
  .meta({ id: 'IncomingFinding' });
export type IncomingFinding = z.infer<typeof IncomingFinding>;

const row = {
  id: z.string(),
  source: IncomingSource,
  state: IncomingState,
  sort: IncomingSort,
  arrivedAt: z.iso.datetime(),
  /** The day of the office on which it came. */
  arrivedOn: Day,
  sender: z.string().nullable(),
  subject: z.string().nullable(),
  pages: z.int().nullable(),
  /** Something of it can be read; what cannot waits in the quarantine. */
  readable: z.boolean(),
  /** How often the very same came again. */
  cameAgain: z.int(),
  /** Something that came before has the same pages in another file. */
  resent: z.boolean(),
  /** It came under the number of something that came before, with something else in it. */
  addition: z.boolean(),
  claimedBy: PersonRef.nullable(),
  /** The case that it opened or was put to. */
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
};

/** Something that came in, in the list. */
export const IncomingRow = z.object(row).meta({ id: 'IncomingRow' });
export type IncomingRow = z.infer<typeof IncomingRow>;
export const IncomingList = z
  .object({ items: z.array(IncomingRow), nextCursor: z.string().nullable() })
  .meta({ id: 'IncomingList' });
export type IncomingList = z.infer<typeof IncomingList>;

/** What somebody did with it, and when. */
export const IncomingEvent = z
  .object({
    at: z.iso.datetime(),
    by: z.string().nullable(),
    act: z.enum(['received', 'came-again', 'claim', 'release', 'open', 'attach', 'dismiss', 'answer', 'complaint', 'restore']),
    /** The reason, the answer, or the number of the case. */
    detail: z.string().nullable(),
  })
  .meta({ id: 'IncomingEvent' });
export type IncomingEvent = z.infer<typeof IncomingEvent>;

/** All that is known of it. */
export const IncomingView = z
  .object({
    ...row,
    text: z.string().nullable(),
    /** To which case its sender, who proved to be the applicant or has the link of who is asked, has sent it, and as what. */
    meantFor: z
      .object({
        id: z.string(),
        number: z.string(),
        as: AttachedAs,
        /** Of an answer by link: what it says. */
        answer: AnswerByLink.optional(),
      })
      .nullable(),
    files: z.array(FileView),
    findings: z.array(IncomingFinding),
    /** What came before with the same pages, the latest first. A hint: it may be from somebody else. */
    samePages: z.array(z.object({ id: z.string(), arrivedAt: z.iso.datetime() })),
    /** Of an addition: what came before under the same number. */
    before: z
      .object({
        id: z.string(),
        arrivedAt: z.iso.datetime(),
        text: z.string().nullable(),
        case: z.object({ id: z.string(), number: z.string() }).nullable(),
      })
      .nullable(),
    attachedAs: AttachedAs.nullable(),
    /** Why it is no application; of a question, what was answered. */
    reason: z.string().nullable(),
    history: z.array(IncomingEvent),
  })
  .meta({ id: 'IncomingView' });
export type IncomingView = z.infer<typeof IncomingView>;

/** How much waits in the inbox of the own organ. */
export const IncomingWaiting = z
  .object({
    waiting: z.int(),
    /** When the last of it was taken in; null where nothing waits. */
    latest: z.iso.datetime().nullable(),
  })
  .meta({ id: 'IncomingWaiting' });
export type IncomingWaiting = z.infer<typeof IncomingWaiting>;

export const IncomingQuery = PageQuery.extend({
  state: IncomingShown.default('waiting'),
  source: IncomingSource.optional(),
  /** Only what cannot be read, or only what can. */
  readable: z.enum(['true', 'false']).optional(),
}).meta({ id: 'IncomingQuery' });
export type IncomingQuery = z.infer<typeof IncomingQuery>;

const note = keptText(1000);

/** What is done with it; `restore` takes back what became of it. */
export const IncomingAct = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('claim') }),
    z.strictObject({ type: z.literal('release') }),
    z.strictObject({ type: z.literal('attach'), caseId: z.string(), as: AttachedAs, note: note.optional() }),
    z.strictObject({ type: z.literal('dismiss'), reason: note }),
    /** A question that the hotline passed on, answered on the spot. */
    z.strictObject({ type: z.literal('answer'), answer: keptText(4000) }),
    /** A complaint about disclosure: put aside for who supervises it. */
    z.strictObject({ type: z.literal('complaint'), note: note.optional() }),
    z.strictObject({ type: z.literal('restore') }),
  ])
  .meta({ id: 'IncomingAct' });
export type IncomingAct = z.infer<typeof IncomingAct>;

/** What the hotline takes a work order (工单) for: an application to be written down, a complaint about disclosure, a question. */
export const WORK_ORDER_KINDS = ['application', 'complaint', 'question'] as const;
export const WorkOrderKind = z.enum(WORK_ORDER_KINDS);
export type WorkOrderKind = z.infer<typeof WorkOrderKind>;

/** What a fax gateway tells of a fax beside its content. What is told in no known way is left out: the fax is taken in all the same. */
export const FaxFacts = z.object({
  /** Its number at the gateway: what makes it the same if it is handed in twice. */
  key: keptText(200).optional().catch(undefined),
  sender: keptText(200).optional().catch(undefined),
  /** The number that was called. */
  line: keptText(200).optional().catch(undefined),
  /** A moment with its offset; now where it is left out. */
  arrivedAt: keptText(200).optional().catch(undefined),
  pages: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
});
export type FaxFacts = z.infer<typeof FaxFacts>;

/** Something that another program, or a clerk with a scan, hands in. */
export const NewIncoming = z
  .strictObject({
    /** The portal hands in by itself. */
    source: IncomingSource.exclude(['portal']),
    /** What the hotline takes it for. */
    kind: WorkOrderKind.optional(),
    /** When it came, by the clock of who hands it in; now where it is left out. */
    arrivedAt: z.iso.datetime({ offset: true }).optional(),
    /** What makes it the same if it is handed in twice. */
    key: keptText(200).optional(),
    sender: keptText(200).optional(),
    subject: keptText(500).optional(),
    text: keptText(100_000).optional(),
    pages: z.int().min(1).max(100_000).optional(),
    fileIds: z.array(keptText(200)).max(200).default([]),
  })
  .meta({ id: 'NewIncoming' });
export type NewIncoming = z.infer<typeof NewIncoming>;
