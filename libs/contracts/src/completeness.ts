import { z } from 'zod';
import { Day } from './day.js';
import { DeliveryLack, NoticeKind, Role } from './vocabulary.js';

/**
 * What the archive asks of a case: its application with envelope, proof of identity and proof of receipt, its papers in the folder, sent, served and proven, what those who were asked have answered,
 * its search, its reviews, no remedy open.
 */
export const COMPLETENESS_CHECKS = [
  'files',
  'envelope',
  'identity',
  'receipt',
  'papers',
  'sent',
  'served',
  'proven',
  'answers',
  'search',
  'reviewed',
  'remedies',
] as const;

/**
 * Lines that need not apply to a case: a letter may have come without an envelope, an identity may be proven by what is on record elsewhere, an answer may have
 * been given by word of mouth. What the law wants of every case (REG 36(4), 45: the reply, its service, a search) is not among them.
 */
export const INAPPLICABLE_LINES = [
  'envelope',
  'identity',
  'answers',
] as const satisfies readonly (typeof COMPLETENESS_CHECKS)[number][];
export type InapplicableLine = (typeof INAPPLICABLE_LINES)[number];

/** A paper that a check misses something of. */
const PaperMissed = z.object({
  id: z.string(),
  kind: NoticeKind,
  number: z.string().nullable(),
  /** What the archive asks for of what it lacks. */
  lacks: z.array(DeliveryLack),
});

/** What was said not to apply to a case: by whom, when and why. */
export const InapplicableView = z.object({ line: z.enum(INAPPLICABLE_LINES), reason: z.string(), by: z.string(), on: Day });

/** What is missing of a case before it is filed, whether that stops it, and who can supply it. */
export const Completeness = z
  .object({
    items: z.array(
      z.object({
        check: z.enum(COMPLETENESS_CHECKS),
        passed: z.boolean(),
        /** Filing is refused until it passes; otherwise it is only told. */
        blocks: z.boolean(),
        /** Whose step supplies it. */
        suppliedBy: z.array(Role),
        /** How many it looks at: files of the application, papers, answers, searches, items released, remedies open. */
        count: z.int(),
        /** Files beside those of the application. */
        others: z.int().optional(),
        /** A remedy can still be brought until this day, and the office files after it (`archive.wait_for_remedies`). */
        awaited: z.object({ until: Day, provisional: z.boolean() }).optional(),
        /** Which papers it misses something of. */
        papers: z.array(PaperMissed),
        /** It passes because somebody said that it does not apply to this case: who, when and why. */
        inapplicable: InapplicableView.omit({ line: true }).optional(),
      }),
    ),
  })
  .meta({ id: 'Completeness' });
export type Completeness = z.infer<typeof Completeness>;

/** The query of `GET /cases/:id/bundle`. */
export const BundleQuery = z
  .strictObject({
    anyway: z.enum(['true']).describe('Leaves out papers that cannot be read; the catalogue says so').optional(),
  })
  .meta({ id: 'BundleQuery' });
export type BundleQuery = z.infer<typeof BundleQuery>;
