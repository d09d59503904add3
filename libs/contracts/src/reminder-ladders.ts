import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import { PersonRef } from './views.js';

/** The ways out of the program; in the program itself everything is told. */
const Ways = z.array(z.enum(['mail', 'webhook'])).max(2);
const Recipients = z.array(z.string().max(100));

/** How far from its day something can ring, in working days: a quarter of a year before, six weeks after. */
const EARLIEST = -60;
const LATEST = 30;

/** One rung of a ladder: when, who, and by which ways beside the program. */
export const LadderRung = z
  .strictObject({
    /** Working days from the deadline; negative before it. */
    at: z.int().min(EARLIEST).max(LATEST),
    /** Rings again after so many working days, until the next rung; null: once. */
    every: z.int().min(1).max(LATEST).nullable(),
    /** Names of lists of recipients. */
    tell: Recipients.min(1).max(20),
    by: Ways,
    /** It comes again until somebody has confirmed it. */
    acknowledge: z.boolean(),
  })
  .meta({ id: 'LadderRung' });
export type LadderRung = z.infer<typeof LadderRung>;

const Rungs = z.array(LadderRung).min(1).max(30);

/** A version that an organ has made of a ladder. */
export const LadderVersion = z
  .strictObject({
    version: z.int(),
    /** Null: again as it is above the organ, or shipped. */
    rungs: z.array(LadderRung).nullable(),
    reason: z.string(),
    changedAt: z.iso.datetime(),
    changedBy: PersonRef,
  })
  .meta({ id: 'LadderVersion' });
export type LadderVersion = z.infer<typeof LadderVersion>;

/** A ladder as it holds in an organ. */
export const OrganLadder = z
  .strictObject({
    /** Its name in `config/reminders.yaml`. */
    name: z.string(),
    /** Names of the deadlines that climb it. */
    deadlines: z.array(z.string()),
    rungs: z.array(LadderRung),
    /** Code of the organ whose version holds; null: as shipped. */
    from: z.string().nullable(),
    /** What would hold if the organ had none of its own. */
    inherited: z.array(LadderRung),
    /** Lists of recipients that can be named on it. */
    recipients: Recipients,
    /** Of these lists one is told on each side of the day, whatever else is changed; none where nothing is asked for there. */
    floor: z.strictObject({ before: Recipients, after: Recipients }),
    /** Those of this organ, the newest first; the number of the first is asked for with a change. */
    versions: z.array(LadderVersion),
  })
  .meta({ id: 'OrganLadder' });
export type OrganLadder = z.infer<typeof OrganLadder>;

export const OrganLadders = z.strictObject({ items: z.array(OrganLadder) }).meta({ id: 'OrganLadders' });
export type OrganLadders = z.infer<typeof OrganLadders>;

/** A new version of a ladder; without rungs the organ goes by what is above it again. */
export const NewLadder = z
  .strictObject({
    rungs: Rungs.nullable(),
    reason: keptText(500),
    /** The last version that was seen; 0 where there was none. */
    version: z.int().min(0),
  })
  .meta({ id: 'NewLadder' });
export type NewLadder = z.infer<typeof NewLadder>;

/** A ladder that is tried on what took place: last month where no days are named. */
export const LadderDraft = z.strictObject({ rungs: Rungs, from: Day.optional(), to: Day.optional() }).meta({ id: 'LadderDraft' });
export type LadderDraft = z.infer<typeof LadderDraft>;

/** Beside the ladder in force: told either way, only by the new one, only by that in force, or by other ways. */
export const TRIED_AS = ['same', 'added', 'dropped', 'otherwise'] as const;

/** Who would have been told of what on a day. */
export const TriedMessage = z
  .strictObject({
    on: Day,
    /** Working days from the deadline. */
    at: z.int(),
    /** null where it is about what an organ owes without a case. */
    case: z.strictObject({ id: z.string(), number: z.string() }).nullable(),
    /** The organ that owes it, then; `about` is a year, a number, or the id of a demand. */
    organ: z.object({ code: z.string(), name: z.object({ 'zh-CN': z.string(), en: z.string() }) }).optional(),
    deadline: z.string(),
    about: z.string().nullable(),
    due: Day,
    person: PersonRef,
    toldAs: z.string(),
    /** By mail where the person has an address, by webhook where a place takes it. */
    by: Ways,
    differs: z.enum(TRIED_AS),
  })
  .meta({ id: 'TriedMessage' });
export type TriedMessage = z.infer<typeof TriedMessage>;

/** How many messages, by each way. */
const TriedCount = z.strictObject({ program: z.int(), mail: z.int(), webhook: z.int() }).meta({ id: 'TriedCount' });
export type TriedCount = z.infer<typeof TriedCount>;

/** What would have been sent, in order of the days; nothing of it is. */
export const LadderTrial = z
  .strictObject({
    from: Day,
    to: Day,
    /** Cases that were looked at; `more` says that there are others. */
    cases: z.int(),
    more: z.boolean(),
    /** What organs owed without a case that was looked at. */
    duties: z.int(),
    /** By the ladder in force, and by the one that is tried. */
    now: TriedCount,
    tried: TriedCount,
    days: z.array(z.strictObject({ on: Day, now: z.int(), tried: z.int() })),
    /** How many messages there are of each kind. */
    differs: z.record(z.enum(TRIED_AS), z.int()),
    /** What is different first; `leftOut` says how many are not listed. */
    items: z.array(TriedMessage),
    leftOut: z.int(),
  })
  .meta({ id: 'LadderTrial' });
export type LadderTrial = z.infer<typeof LadderTrial>;
