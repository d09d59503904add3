import { z } from 'zod';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const size = z.number().positive();
const number = z.int().positive();
const area = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

/** The characters of a page, with where each stands: four shares a character, all of them zero for what only separates others. */
export const PageSigns = z.object({ signs: z.array(z.string()), places: z.array(z.number()) });
export type PageSigns = z.infer<typeof PageSigns>;

/** A page to be marked: its picture, and what is written on it. Sizes in dots of the picture. */
export const LookedPage = z.object({
  number,
  total: number,
  picture: bytes,
  width: number,
  height: number,
  text: PageSigns,
});
export type LookedPage = z.infer<typeof LookedPage>;

/** A page of a released file, as `BurntPage`. */
export const BurntAnswer = z.object({
  number,
  total: number,
  page: z.object({
    picture: z.object({
      bytes,
      width: number,
      height: number,
      kind: z.enum(['greys', 'colours']),
    }),
    points: z.object({ width: size, height: size }),
    signs: z.array(z.object({ text: z.string(), area, turn: z.literal([0, 1, 2, 3]) })),
  }),
});
export type BurntAnswer = z.infer<typeof BurntAnswer>;
