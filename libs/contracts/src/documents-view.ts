import { z } from 'zod';
import { NoticeView } from './notice-view.js';

/** The papers of a case: what went out, and the files that came with it or were made for it. */
export const DocumentsView = z
  .object({
    items: z.array(
      z.discriminatedUnion('type', [
        NoticeView.extend({ type: z.literal('notice') }),
        z.object({
          type: z.literal('file'),
          id: z.string(),
          name: z.string(),
          mime: z.string(),
          size: z.int(),
          uploadedAt: z.string(),
          /** The entry of the journal that brought it. */
          entry: z.int(),
          itemId: z.string().nullable(),
        }),
      ]),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'DocumentsView' });
export type DocumentsView = z.infer<typeof DocumentsView>;
