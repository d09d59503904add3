import { z } from 'zod';

const share = z.number();

/** Where something stands on a page: shares of its width and height, from its left top corner. */
export const ReadBox = z.object({ left: share, top: share, width: share, height: share });
export type ReadBox = z.infer<typeof ReadBox>;

/** A word as the engine saw it, and how sure it is, from 0 to 1. */
export const ReadWord = z.object({ text: z.string(), confidence: z.number(), box: ReadBox });
export type ReadWord = z.infer<typeof ReadWord>;

/** What was read on a page, line by line; nothing where its picture cannot be had. */
export const PageText = z.object({
  /** Pages of the file. */
  total: z.int().positive(),
  /** Height of the page, divided by its width. */
  ratio: z.number(),
  lines: z.array(z.array(ReadWord)),
});
export type PageText = z.infer<typeof PageText>;
