import { z } from 'zod';

/**
 * What is wrong with a page: parts of it are lost (`damaged`), nothing of it can be drawn (`unreadable`), the file breaks off before
 * it (`missing`), it is larger than is drawn here (`too-large`), or it and all after it are beyond the number that is (`not-shown`).
 */
export const PageProblem = z.enum(['damaged', 'unreadable', 'missing', 'too-large', 'not-shown']);
export type PageProblem = z.infer<typeof PageProblem>;

/** Which page, as it stands in an address. */
export const PageNumber = z.coerce.number().int().min(1).max(100_000);

/** A page of a scan. Where it has a picture, its size on the screen in pixels, which are square. */
export const PageView = z
  .object({
    number: z.int().positive(),
    width: z.int().positive().optional(),
    height: z.int().positive().optional(),
    problem: PageProblem.optional(),
  })
  .meta({ id: 'PageView' });
export type PageView = z.infer<typeof PageView>;

/** The pictures of a scan that a browser does not draw by itself, and how far they are. */
export const PagesView = z
  .object({
    state: z.enum(['waiting', 'making', 'ready']),
    done: z.int(),
    /** null until the file has been looked at. */
    total: z.int().nullable(),
    /** Those that are done. */
    pages: z.array(PageView),
  })
  .meta({ id: 'PagesView' });
export type PagesView = z.infer<typeof PagesView>;
