import { z } from 'zod';
import { id, word } from './command-parts.js';

/** What a review names where no file of the case is given out: an original that is shown, or something handed over there and then. */
export const originalFields = {
  original: word
    .optional()
    .describe('The original that is shown or handed over, by title and number: asked for where no file is to be released'),
  originalPages: word.optional().describe('Which pages of it, or how many; asked for with the original'),
  originalPlace: word.optional().describe('Where it lies, so that the reviewer can look at it; asked for with the original'),
};

/** The files of the case that are what a decision keeps back. */
export const recordIds = z
  .array(id)
  .min(1)
  .max(200)
  .optional()
  .describe('The record that is withheld, where it is a file of the case: each by its id, the SHA-256 of its content');

/** The original that a review is bound to, as whoever submitted it named it. */
export const Original = z.object({
  /** Its title and number. */
  name: z.string(),
  pages: z.string(),
  /** Where it lies. */
  place: z.string(),
});
export type Original = z.infer<typeof Original>;
