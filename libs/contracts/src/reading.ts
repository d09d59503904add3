import { z } from 'zod';

/** What can be read on a form, and where it belongs in the application; each item by itself. */
export const READ_FIELDS = ['name', 'idNumber', 'creditCode', 'phone', 'address', 'item'] as const;
export const ReadField = z.enum(READ_FIELDS);
export type ReadField = z.infer<typeof ReadField>;

const share = z.number().min(0).max(1);

/** Where something stands on a page: shares of its width and height, from its left top corner. */
export const PageBox = z.object({ left: share, top: share, width: share, height: share }).meta({ id: 'PageBox' });
export type PageBox = z.infer<typeof PageBox>;

/** What a scan seems to say. A person compares it with the page and accepts it; nothing is ever filled in by itself. */
export const ReadProposal = z
  .object({
    field: ReadField,
    value: z.string(),
    /** How sure the reader is, from 0 to 1. */
    confidence: share,
    page: z.int().positive(),
    box: PageBox,
  })
  .meta({ id: 'ReadProposal' });
export type ReadProposal = z.infer<typeof ReadProposal>;

/**
 * What was read of a file: `off` where this installation reads nothing, `none` where there is nothing to read in a file of its kind,
 * `waiting` and `reading` while it goes on, `ready` when all was read that is.
 */
export const ReadingView = z
  .object({
    state: z.enum(['off', 'none', 'waiting', 'reading', 'ready']),
    /** Pages that were read, of as many as are; null until the file has been opened. */
    done: z.int(),
    total: z.int().nullable(),
    /** Pages that are not read: nobody sends a form that begins so late. */
    beyond: z.int(),
    /** Pages that could not be read. */
    unread: z.array(z.int().positive()),
    proposals: z.array(ReadProposal),
  })
  .meta({ id: 'ReadingView' });
export type ReadingView = z.infer<typeof ReadingView>;
