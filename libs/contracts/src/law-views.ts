import { z } from 'zod';
import { Day } from './day.js';
import { DecisionCode, Ground } from './vocabulary.js';

/** A year of working days as its newest notice has it. */
export const CalendarYearView = z
  .object({
    region: z.string(),
    year: z.int(),
    /** estimated: no notice is out; every date that reaches the year is provisional. */
    status: z.enum(['published', 'estimated']),
    version: z.int().nullable(),
    /** Number of the notice of the State Council. */
    notice: z.string().nullable(),
    issuedOn: Day.nullable(),
    /** Where the notice can be read. */
    source: z.url().optional(),
    /** Both ends included; names as the notice writes them. */
    holidays: z.array(z.object({ name: z.string(), from: Day, to: Day })),
    /** Saturdays and Sundays that are worked. */
    makeupWorkdays: z.array(Day),
  })
  .meta({ id: 'CalendarYearView' });
export type CalendarYearView = z.infer<typeof CalendarYearView>;

/** What has to be on file before a decision can be signed. */
const Requirement = z.enum([
  ...(['ground', 'article', 'facts', 'reasons', 'severability', 'harm'] as const),
  ...(['search', 'earlier_reply', 'other_organ', 'location', 'review'] as const),
]);

const DecisionChoice = z.object({
  name: z.string(),
  article: z.string(),
  /** Whether it is an answer to the applicant; false for an end that is only put on record. */
  reply: z.boolean(),
  /** What the reply has to say. */
  contains: z.string(),
  requires: z.array(Requirement),
});
const GroundChoice = z.object({
  name: z.string(),
  article: z.string(),
  /** must: has to be withheld; may: can be withheld; refer: the other rule decides. */
  force: z.enum(['must', 'may', 'refer']),
  /** What a decision that rests on it says as well. */
  requires: z.array(Requirement),
});

/** What can be decided on an item, and the grounds for withholding, in the language asked for. */
export const GroundsView = z
  .object({
    version: Day,
    decisions: z.record(DecisionCode, DecisionChoice),
    grounds: z.record(Ground, GroundChoice),
  })
  .meta({ id: 'GroundsView' });
export type GroundsView = z.infer<typeof GroundsView>;
