import { z } from 'zod';
import { Day } from './day.js';
import { DisclosureKind } from './disclosures.js';
import { isKeepable, keptText } from './kept-text.js';
import { OrganView } from './session.js';
import { several } from './several.js';
import { Light } from './vocabulary.js';

const note = z.string().trim().max(2000).refine(isKeepable).default('');
const address = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable()
  .default(null);

/** Another term than that of REG 26, where a law or regulation sets one. */
export const FormedTerm = z
  .strictObject({
    /** From the day on which it was formed or changed. */
    days: z.int().min(1).max(366),
    unit: z.enum(['working_days', 'calendar_days']),
    /** The law or regulation with its article. */
    source: keptText(300),
  })
  .meta({ id: 'FormedTerm' });

/** Information that was formed or changed and has to be public (REG 26), of the own organ. */
export const NewFormedInformation = z
  .strictObject({
    title: keptText(500),
    /** Code of a kind of the full list. */
    kind: keptText(40),
    change: z.enum(['formed', 'changed']).default('formed'),
    /** The day on which it was. */
    on: Day,
    /** Code of the unit that sees to it, the own organ or one below it. */
    unit: keptText(100).nullable().default(null),
    note,
    /** Where the draft stands. */
    url: address,
    /** The number it is going to bear in the catalogue: an entry with this number settles it, without one an entry with its name. */
    indexNumber: keptText(100).nullable().default(null),
    term: FormedTerm.nullable().default(null),
  })
  .meta({ id: 'NewFormedInformation' });
export type NewFormedInformation = z.infer<typeof NewFormedInformation>;

/** How it ends: it is public as an entry of the catalogue, it is answered why it is not, or it was entered by mistake. */
export const FormedEnd = z
  .discriminatedUnion('as', [
    z.strictObject({ as: z.literal('published'), indexNumber: keptText(100) }),
    z.strictObject({ as: z.literal('answered'), reason: keptText(500) }),
    z.strictObject({ as: z.literal('mistaken'), reason: keptText(500) }),
  ])
  .meta({ id: 'FormedEnd' });
export type FormedEnd = z.infer<typeof FormedEnd>;

/** The query of `GET /disclosures/formed`. */
export const FormedQuery = z
  .strictObject({
    organ: keptText(100).describe('Code of an organ in sight, with everything below it').optional(),
    state: z.enum(['open', 'ended']).default('open'),
    number: keptText(40).describe('One of them, by its number').optional(),
    light: several(Light).describe('Of those that are open: these lights alone'),
  })
  .meta({ id: 'FormedQuery' });
export type FormedQuery = z.infer<typeof FormedQuery>;

const Whose = OrganView.pick({ code: true, name: true });

/** Information that has to be public, with until when and what became of it. */
export const FormedInformation = z
  .strictObject({
    id: z.uuid(),
    /** Of the organ's own, by year. */
    number: z.string(),
    title: z.string(),
    kind: DisclosureKind.pick({ code: true, name: true }),
    organ: Whose,
    unit: Whose.nullable(),
    change: z.enum(['formed', 'changed']),
    on: Day,
    note: z.string(),
    url: z.string().nullable(),
    indexNumber: z.string().nullable(),
    due: z.strictObject({
      on: Day,
      provisional: z.boolean(),
      days: z.int(),
      unit: z.enum(['working_days', 'calendar_days']),
      /** Of the period of REG 26; null where another law sets the term. */
      article: z.string().nullable(),
      source: z.string().nullable(),
      /** Working days left, below zero once it is late; null where it has ended. */
      daysLeft: z.int().nullable(),
    }),
    light: Light,
    entered: z.strictObject({ on: Day, by: z.string() }),
    end: z
      .strictObject({
        as: z.enum(['published', 'answered', 'mistaken']),
        on: Day,
        /** Who did so; nobody where a table at the command line did. */
        by: z.string().nullable(),
        reason: z.string().nullable(),
        /** The entry of the catalogue that it became. */
        entry: z.strictObject({ indexNumber: z.string(), title: z.string(), publishedOn: Day }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'FormedInformation' });
export type FormedInformation = z.infer<typeof FormedInformation>;

/** What is open by the day it is due, what has ended the latest first; of very much the first 500. */
export const FormedList = z
  .strictObject({
    items: z.array(FormedInformation),
    /** That are not told. */
    more: z.int(),
    /** Those that are open, by their lights, whichever light was asked for. */
    counts: z.strictObject({ overdue: z.int(), red: z.int(), yellow: z.int(), green: z.int() }),
  })
  .meta({ id: 'FormedList' });
export type FormedList = z.infer<typeof FormedList>;
