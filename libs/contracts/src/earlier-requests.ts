import { z } from 'zod';
import { Day } from './day.js';
import { APPLICANT_KINDS } from './intake.js';
import { keptText } from './kept-text.js';
import { CaseState, DecisionCode } from './vocabulary.js';

const word = keptText(200);

/** Who asks and what for, as far as it has been typed. */
export const EarlierQuery = z
  .strictObject({
    applicant: z.strictObject({ kind: z.enum(APPLICANT_KINDS), name: word, idNumber: word.optional() }).optional(),
    description: keptText(4000).optional(),
  })
  .meta({ id: 'EarlierQuery' });
export type EarlierQuery = z.infer<typeof EarlierQuery>;

/** A request that was made before. */
export const EarlierRequest = z
  .object({
    id: z.string(),
    number: z.string(),
    state: CaseState,
    isOpen: z.boolean(),
    outcome: DecisionCode.nullable(),
    applicantName: z.string(),
    subject: z.string(),
    openedOn: Day,
    receivedOn: Day.nullable(),
    closedOn: Day.nullable(),
    /** Number of the reply it was last answered by. */
    replyNumber: z.string().nullable(),
    /** How much of what is asked for is the same, in percent; null where nothing was said of it. */
    likeness: z.int().min(0).max(100).nullable(),
  })
  .meta({ id: 'EarlierRequest' });
export type EarlierRequest = z.infer<typeof EarlierRequest>;

/** How often somebody has asked: by the month and the year of the office. Items are what a fee is counted by (FEE 4). */
export const Frequency = z
  .object({
    cases: z.object({ month: z.int(), year: z.int(), all: z.int(), open: z.int() }),
    itemsThisMonth: z.int(),
    /** Items of a month for which no fee is asked. */
    freeItems: z.int(),
  })
  .meta({ id: 'Frequency' });
export type Frequency = z.infer<typeof Frequency>;

/** What the same applicant asked this organ before a case in the month of its receipt: what a fee by items is reckoned on (FEE 4). */
export const FeeCount = z
  .object({
    items: z.int(),
    cases: z.array(z.object({ id: z.string(), number: z.string(), receivedOn: Day, items: z.int() })),
  })
  .meta({ id: 'FeeCount' });
export type FeeCount = z.infer<typeof FeeCount>;

export const EarlierRequests = z
  .object({
    /** Of the same applicant: open ones first, then by likeness, then the newest; null where nobody was named. */
    own: z.object({ items: z.array(EarlierRequest), frequency: Frequency }).nullable(),
    /** Of a case; before there is one nothing is counted. */
    feeCount: FeeCount.nullable(),
    /** Of others, for the same information, the most alike first. */
    others: z.array(EarlierRequest),
  })
  .meta({ id: 'EarlierRequests' });
export type EarlierRequests = z.infer<typeof EarlierRequests>;
