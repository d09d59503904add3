import { z } from 'zod';
import { AppearingPerson } from './appearing.js';
import { Day } from './day.js';

/** An appeal that changes nothing: what the first instance said holds (ALL 89). */
export const APPEAL_ENDS = ['appeal_dismissed', 'appeal_withdrawn'] as const;

/** What stands against a suit in the order of the ways: an organ still reconsiders, or it had to reconsider first. */
export const SuitOrder = z.enum(['while_reconsidered', 'reconsideration_first']);
export type SuitOrder = z.infer<typeof SuitOrder>;
export const suitOrderArticles = {
  while_reconsidered: 'ARL 29',
  reconsideration_first: 'ARL 23(1)(4)',
} as const satisfies Record<SuitOrder, string>;

/** A complaint, a reconsideration or a suit against the case, as far as it has gone. */
export const RemedyView = z
  .object({
    id: z.string(),
    kind: z.enum(['complaint', 'reconsideration', 'litigation']),
    /** Of a reconsideration: the procedure of its organ, and when that organ accepted it. */
    track: z.enum(['summary', 'ordinary']).nullable(),
    acceptedOn: Day.nullable(),
    openedOn: Day,
    answeredOn: Day.nullable(),
    closedOn: Day.nullable(),
    result: z.string().nullable(),
    /** Of a suit: brought after a reconsideration. */
    afterReconsideration: z.boolean().optional(),
    /** Of a suit: what stood against it when it came; its court decides what becomes of it. */
    outOfOrder: SuitOrder.optional(),
    /** The reconsideration organ or the court, and its number. */
    before: z.string().optional(),
    number: z.string().optional(),
    /** Who appears for the organ, as it was told before there were lists. */
    representatives: z.string().optional(),
    appearing: z.array(AppearingPerson).optional(),
    /** The article by which its head, or a responsible member of its staff, has to appear, as long as none is named. */
    headMissing: z.string().optional(),
    hearing: z.object({ on: Day, place: z.string().optional() }).optional(),
    prolongedOn: Day.optional(),
    /** What the first instance said, and who appealed against it. */
    judged: z.object({ on: Day, form: z.enum(['judgment', 'ruling']) }).optional(),
    appealed: z.object({ on: Day, by: z.enum(['organ', 'other_party']) }).optional(),
  })
  .meta({ id: 'RemedyView' });
