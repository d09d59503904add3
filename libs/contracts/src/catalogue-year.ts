import { z } from 'zod';
import { Day } from './day.js';
import { DisclosureKind } from './disclosures.js';
import { keptText } from './kept-text.js';
import { OrganView } from './session.js';

/** The query of `GET /disclosures/year`. */
export const CatalogueYearQuery = z
  .strictObject({
    year: z.coerce.number().int().min(2008).max(2100).describe('Without it the year of today').optional(),
    organ: z.string().min(1).max(100).describe('Code of an organ in sight, with everything below it').optional(),
  })
  .meta({ id: 'CatalogueYearQuery' });
export type CatalogueYearQuery = z.infer<typeof CatalogueYearQuery>;

/**
 * What must be public, kind by kind (全清单, REG 19–21): how much of it there is, what is missing, what came too late (REG 26); and what
 * of table A of the annual report follows from it.
 */
export const CatalogueYear = z
  .strictObject({
    year: z.int(),
    kinds: z.array(
      z.strictObject({
        kind: DisclosureKind,
        /** Entries by the day on which they were made; where none is known, published. */
        made: z.int(),
        published: z.int(),
        withdrawn: z.int(),
        /** Public at the end of the year, or today. */
        standing: z.int(),
        lastOn: Day.nullable(),
        /** Nothing of it was ever published, or nothing in a year in which it has to be. */
        gap: z.enum(['never', 'this-year']).nullable(),
        /** Until when a gap that nobody has answered is to be filled: the last day of the year, of a kind that is due every year. */
        dueOn: Day.nullable(),
        /** The organ says that it has nothing of the kind: the gap is answered. */
        nothing: z.strictObject({ reason: z.string(), on: Day, by: z.string() }).nullable(),
        /** Published in the year, and after the period of REG 26. */
        late: z.int(),
      }),
    ),
    /** What of it was published late, the latest first; of very much the first 500. */
    lateEntries: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.string(),
        indexNumber: z.string(),
        title: z.string(),
        organ: OrganView.pick({ code: true, name: true }),
        madeOn: Day,
        /** Until when it was to be public (REG 26). */
        dueOn: Day,
        publishedOn: Day,
      }),
    ),
    /** `a.<row>.<column>` of the format of 2021: what the catalogue can tell. Money, and what is not published entry by entry, it cannot. */
    cells: z.array(z.strictObject({ id: z.string(), value: z.int() })),
  })
  .meta({ id: 'CatalogueYear' });
export type CatalogueYear = z.infer<typeof CatalogueYear>;

/** The year of which it is said that there is nothing of a kind. */
export const NothingYear = z.strictObject({ year: z.coerce.number().int().min(2008).max(2100) }).meta({ id: 'NothingYear' });
export type NothingYear = z.infer<typeof NothingYear>;

/** Why there is nothing of a kind: everybody can read it. */
export const NothingStatement = z.strictObject({ reason: keptText(500) }).meta({ id: 'NothingStatement' });
export type NothingStatement = z.infer<typeof NothingStatement>;

/** The query of `GET /public/disclosures/nothing`. */
export const NothingQuery = z
  .strictObject({
    organ: keptText(100).describe('Code of an organ: it and everything below it').optional(),
    kind: keptText(40).describe('Code of a kind').optional(),
  })
  .meta({ id: 'NothingQuery' });
export type NothingQuery = z.infer<typeof NothingQuery>;

/** What organs say that they have nothing of to publish, as long as nothing of it is public. */
export const NothingList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        kind: DisclosureKind.pick({ code: true, name: true }),
        organ: OrganView.pick({ code: true, name: true }),
        reason: z.string(),
        on: Day,
      }),
    ),
  })
  .meta({ id: 'NothingList' });
export type NothingList = z.infer<typeof NothingList>;
