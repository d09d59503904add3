import { z } from 'zod';
import { Day } from './day.js';
import { ChannelName } from './intake.js';
import { keptText } from './kept-text.js';
import { several } from './several.js';
import { CaseState, Holder, Light } from './vocabulary.js';

/** What somebody in the office waits to do with a case, whatever else goes on in it. */
export const CASE_WAITS = [
  'review',
  'legal',
  'approval',
  'extension',
  'confirmation',
  'consultation',
  'unit',
  'publication',
  'remedy',
] as const;
/** What the reader did with a case. */
export const DONE_BY_ME = ['review', 'approval', 'filing'] as const;

/** What a list can be sorted by; with a minus the other way round. Cases without the date come last either way. */
export const CASE_SORTS = ['finalDue', '-finalDue', 'receivedOn', '-receivedOn', 'openedOn', '-openedOn'] as const;

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
};

/** One page of something that is only added to. */
export const PageQuery = z.strictObject(page).meta({ id: 'PageQuery' });
export type PageQuery = z.infer<typeof PageQuery>;

/** The query of `GET /cases`. */
export const CaseFilters = z
  .strictObject({
    /** Code or id; without it, every organ in sight. */
    organ: keptText(100).optional(),
    /** Code or id: that organ alone, without what is below it. */
    unit: keptText(100).optional(),
    state: several(CaseState),
    light: several(Light),
    /** A person's id, `none`, or `me`: also what those have in hand whom the reader stands in for today. */
    assignee: z.string().max(100).optional(),
    channel: several(ChannelName),
    /** Due on that day, as far as it can be told. */
    dueOn: Day.optional(),
    dueFrom: Day.optional(),
    dueTo: Day.optional(),
    /** An answer to a complaint, reconsideration or suit is due by that day and was not given. */
    answerDueTo: Day.optional(),
    receivedFrom: Day.optional(),
    receivedTo: Day.optional(),
    /** By the day they were logged: the register of a year. */
    openedFrom: Day.optional(),
    openedTo: Day.optional(),
    /** By the day on which the reply of the present round left. */
    repliedFrom: Day.optional(),
    repliedTo: Day.optional(),
    /** No reply of it late, or one that was; also one that never left before another was ordered, by the day it was due. */
    inTime: z.enum(['true', 'false']).optional(),
    /** An extension was sent in the present round; the applicant was asked for a correction. */
    extended: z.enum(['true']).optional(),
    corrected: z.enum(['true']).optional(),
    /** At least so many working days in a link, or from arrival to reply: `handling:12`, `whole:20`; with 0 all that have left it. */
    took: z
      .string()
      .regex(/^(?:acceptance|handling|reply|delivery|filing|whole):\d{1,4}$/)
      .optional(),
    /** Part of a number, of an applicant's name, or of the subject. */
    q: keptText(100).optional(),
    /** Open cases only, as the dashboard counts them, or only those that are closed. */
    open: z.enum(['true', 'false']).optional(),
    /** Cases that somebody has to work at: open, or closed with a remedy under way. */
    underWay: z.enum(['true']).optional(),
    /** Whose turn it is: a role of the office, or somebody outside. */
    turnRole: several(Holder),
    /** The reader is asked to help with it, for a unit. */
    asked: z.enum(['me']).optional(),
    /** Cases that the reader watches. */
    watched: z.enum(['me']).optional(),
    /** Somebody who is consulted has answered by link, and it waits in the inbox. */
    answered: z.enum(['by-link']).optional(),
    waiting: several(z.enum(CASE_WAITS)),
    /** Something that moves the clock was entered after its due day, and nobody else has looked at it. */
    entered: z.enum(['late']).optional(),
    /** No approval or signature that the chain gives to a post the reader does not hold. */
    approvals: z.enum(['mine']).optional(),
    /** Cases in which the reader has taken such a step. */
    done: z.enum(DONE_BY_ME).optional(),
    sort: z.enum(CASE_SORTS).default('finalDue'),
    ...page,
  })
  .meta({ id: 'CaseFilters' });
export type CaseFilters = z.infer<typeof CaseFilters>;
export type CaseFiltersInput = z.input<typeof CaseFilters>;

/** The query of `GET /cases/count`: which cases, without how they are listed. */
export const CaseCountFilters = CaseFilters.omit({ sort: true, limit: true, cursor: true }).meta({ id: 'CaseCountFilters' });
export type CaseCountFilters = z.infer<typeof CaseCountFilters>;
