import { z } from 'zod';

/** One's own cases, or those of the organ with everything below that one sees. */
export const FeedScope = z.enum(['person', 'organ']);
export type FeedScope = z.infer<typeof FeedScope>;

/** An address at which a calendar program reads deadlines; its secret is told once. */
export const FeedView = z
  .object({
    id: z.string(),
    scope: FeedScope,
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FeedView' });
export type FeedView = z.infer<typeof FeedView>;

export const FeedList = z.object({ items: z.array(FeedView), nextCursor: z.null() }).meta({ id: 'FeedList' });
export type FeedList = z.infer<typeof FeedList>;

export const NewFeed = z
  .strictObject({ scope: FeedScope, language: z.enum(['zh-CN', 'en']).default('zh-CN') })
  .meta({ id: 'NewFeed', description: 'The address before it, of the same scope, leads nowhere from then on.' });
export type NewFeed = z.infer<typeof NewFeed>;

/** A new address. */
export const IssuedFeed = z.object({ feed: FeedView, url: z.string() }).meta({ id: 'IssuedFeed' });
export type IssuedFeed = z.infer<typeof IssuedFeed>;
