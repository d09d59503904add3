import { z } from 'zod';
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

/** A paper that a check misses something of. */
const PaperMissed = z.object({
  id: z.string(),
  kind: NoticeKind,
  number: z.string().nullable(),
  /** What the archive asks for of what it lacks. */
  lacks: z.array(DeliveryLack),
});

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
        /** Which papers it misses something of. */
        papers: z.array(PaperMissed),
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
