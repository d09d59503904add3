import { z } from 'zod';
import { Day } from './day.js';
import { isKeepable, keptText } from './kept-text.js';
import { PaperKind } from './papers.js';
import { PersonRef } from './views.js';

/** The source of a paper, as YAML: its lines are kept as they are typed. */
const Content = z.string().min(1).max(40_000).refine(isKeepable);

/** How a paper is worded from a day on. */
export const WordingVersion = z
  .strictObject({
    version: z.int(),
    from: Day,
    /** Null: again as it is above the organ, or shipped. */
    content: Content.nullable(),
    reason: z.string(),
    changedAt: z.iso.datetime(),
    /** Null: from the command line of the installation. */
    changedBy: PersonRef.nullable(),
  })
  .meta({ id: 'WordingVersion' });
export type WordingVersion = z.infer<typeof WordingVersion>;

/** The wording of a kind of paper in an organ. */
export const Wording = z
  .strictObject({
    kind: PaperKind,
    /** What is drawn from today. */
    content: z.string(),
    /** What is drawn where the organ has no wording of its own. */
    standard: z.string(),
    /** The version of the organ in force today; null where it has none. */
    inForce: z.int().nullable(),
    /** The last to begin first. */
    items: z.array(WordingVersion),
    /** What can be put in braces. */
    names: z.array(
      z.strictObject({
        name: z.string(),
        means: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
        /** In parts of this list alone; null: anywhere. */
        list: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Wording' });
export type Wording = z.infer<typeof Wording>;

/** A new version; from today where no day is named. */
export const NewWording = z
  .strictObject({ content: Content.nullable(), from: Day.optional(), reason: keptText(500) })
  .meta({ id: 'NewWording' });
export type NewWording = z.infer<typeof NewWording>;

/** A wording that is being written. */
export const WordingDraft = z.strictObject({ content: Content }).meta({ id: 'WordingDraft' });
export type WordingDraft = z.infer<typeof WordingDraft>;

export const WORDING_LACKS = [
  'wrong',
  'unknown-name',
  'stray-brace',
  'remedies-missing',
  'remedy-typed',
  'decision-turned',
  'article-typed',
  'article-other',
  'article-left-out',
  'fact-typed',
  'seal-missing',
  'decisions-missing',
  'owed-missing',
  'glyph-missing',
  'lacking',
  'left-out',
] as const;

/** What a wording lacks. */
export const WordingLack = z
  .strictObject({
    code: z.enum(WORDING_LACKS),
    /** From 1; null where it is about the whole. */
    line: z.int().nullable(),
    /** It cannot be used so; otherwise somebody has to look. */
    isGrave: z.boolean(),
    message: z.string(),
  })
  .meta({ id: 'WordingLack' });
export type WordingLack = z.infer<typeof WordingLack>;

/** What a wording lacks, and how it looks on a made-up case where it can be drawn: a PDF in base 64. */
export const WordingLook = z
  .strictObject({ lacks: z.array(WordingLack), pdf: z.string().nullable() })
  .meta({ id: 'WordingLook' });
export type WordingLook = z.infer<typeof WordingLook>;

/** Wordings of an organ as one file (YAML), as another installation takes it. */
const WordingsFile = z.string().min(1).max(800_000).refine(isKeepable);

/** A file of wordings that is looked at. */
export const WordingsDraft = z.strictObject({ file: WordingsFile }).meta({ id: 'WordingsDraft' });
export type WordingsDraft = z.infer<typeof WordingsDraft>;

/** A file of wordings that is taken: from today where no day is named. */
export const NewWordings = z
  .strictObject({ file: WordingsFile, from: Day.optional(), reason: keptText(500) })
  .meta({ id: 'NewWordings' });
export type NewWordings = z.infer<typeof NewWordings>;

/** What a file of wordings changes in an organ, paper by paper, and what each of them lacks. */
export const WordingsLook = z
  .strictObject({
    items: z.array(
      z.strictObject({
        kind: PaperKind,
        /** Against what is drawn today: the organ had none of its own, it had another one, or just this. */
        change: z.enum(['new', 'changed', 'same']),
        lacks: z.array(WordingLack),
      }),
    ),
  })
  .meta({ id: 'WordingsLook' });
export type WordingsLook = z.infer<typeof WordingsLook>;
