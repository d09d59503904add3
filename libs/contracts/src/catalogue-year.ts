import { z } from 'zod';
import { Day } from './day.js';
import { DisclosureKind } from './disclosures.js';

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
        /** Published in the year, and after the period of REG 26. */
        late: z.int(),
      }),
    ),
    /** `a.<row>.<column>` of the format of 2021: what the catalogue can tell. Money, and what is not published entry by entry, it cannot. */
    cells: z.array(z.strictObject({ id: z.string(), value: z.int() })),
  })
  .meta({ id: 'CatalogueYear' });
export type CatalogueYear = z.infer<typeof CatalogueYear>;
