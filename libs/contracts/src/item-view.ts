import { z } from 'zod';
import { Day } from './day.js';
import { Original } from './original-fields.js';
import { AnswerCode, Ground } from './vocabulary.js';

/** What was decided on an item, with what a court will look for. */
const ItemDecision = z.object({
  code: AnswerCode,
  ground: Ground.optional(),
  article: z.string().optional(),
  /** What was found: which record it is, and what of it falls under the ground. */
  facts: z.string().optional(),
  /** The files of the case that are the record it keeps back: each by its id, the SHA-256 of its content. */
  recordIds: z.array(z.string()).optional(),
  reasons: z.string().optional(),
  /** Whom or what its disclosure would harm. */
  harm: z.string().optional(),
  /** Why nothing of it can be separated and given (REG 37). */
  severability: z.string().optional(),
  /** Why the third party for whose sake it is withheld was not asked (REG 32). */
  unasked: z.string().optional(),
  /** Why what a search found is not what is asked for. */
  unlikeFound: z.string().optional(),
  otherOrgan: z.string().optional(),
  /** Of a repeated application: the reply that was made before, by number and day, and its case where that is in the register. */
  earlierNumber: z.string().optional(),
  earlierDay: Day.optional(),
  earlierCaseId: z.string().optional(),
  /** As it was written before replies were named by number and day, or as far as an old register tells. */
  earlierReply: z.string().optional(),
  decidedOn: Day,
  /** Who wrote it: nobody approves their own. */
  decidedBy: z.string(),
});
const ItemReview = z.object({
  /** changed: it was passed, for other files than those that are to be released now. */
  status: z.enum(['pending', 'passed', 'blocked', 'changed']),
  fileIds: z.array(z.string()),
  /** What is shown or handed over where no file is: the review is bound to it. */
  original: Original.optional(),
  reason: z.string().optional(),
  /** The day it was passed. */
  passedOn: Day.optional(),
  submittedBy: z.string(),
});
/** A row of the annual report. */
export const ReportRow = z.object({
  /** `<table>.<row>`, e.g. `b.r2_partly_granted`. */
  row: z.string(),
  /** As it is printed, after the headings it stands under. */
  name: z.string(),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** Where a case counts in the annual report: one row for the application, however many items it has. */
export const ReportRowView = ReportRow.extend({
  /** The year that counts it. */
  year: z.int(),
  /** Whether it has ended; while it is open, the row it would count in as it stands decided. */
  isFinal: z.boolean(),
  /** It is the row of this part alone: an application that is answered in parts counts once, with the decisions of all of them. */
  isPart: z.boolean(),
}).meta({ id: 'ReportRowView' });
export type ReportRowView = z.infer<typeof ReportRowView>;

/** One piece of information that is asked for. */
export const ItemView = z
  .object({
    id: z.string(),
    description: z.string(),
    documentNumber: z.string().optional(),
    period: z.string().optional(),
    /** The last search for it that says so found something. */
    searchFound: z.literal(true).optional(),
    decision: ItemDecision.nullable(),
    fileIds: z.array(z.string()),
    review: ItemReview.nullable(),
    /** What the applicant has to do first against the decision (ARL 23(1)(4)); null while nothing is decided. */
    remedy: z.enum(['reconsideration_first', 'either']).nullable(),
    /** The row of the annual report that such a decision counts in by itself; null while nothing is decided. */
    reportRow: ReportRow.nullable(),
  })
  .meta({ id: 'ItemView' });

/** An item that is answered in another case. */
export const ItemElsewhereView = ItemView.pick({ id: true, description: true }).meta({ id: 'ItemElsewhereView' });

/** An item that the applicant has withdrawn. */
export const WithdrawnItemView = ItemView.pick({ id: true, description: true, documentNumber: true, period: true })
  .extend({ withdrawnOn: Day })
  .meta({ id: 'WithdrawnItemView' });
