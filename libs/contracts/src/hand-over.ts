import { z } from 'zod';
import { keptText } from './kept-text.js';
import { PersonRef } from './views.js';

const CaseName = z.strictObject({ id: z.string(), number: z.string() });

/** Work that does not go along: a unit that was asked names a person, and so may an order. */
const STAYING = ['unit-request', 'order'] as const;

/** The open work of a person, as whoever may hand it over sees it. */
export const OpenWork = z
  .strictObject({
    person: PersonRef,
    organ: z.string(),
    /** Those that would go along, what is due first coming first. */
    cases: z.array(CaseName),
    /** What names the person and stays with them: it is asked of somebody else, or given to somebody else, in its case. */
    stays: z.array(z.strictObject({ what: z.enum(STAYING), case: CaseName })),
  })
  .meta({ id: 'OpenWork' });
export type OpenWork = z.infer<typeof OpenWork>;

export const HandOver = z
  .strictObject({
    /** A caseworker of the same organ. */
    to: z.string().max(100),
    /** It stands in each case, and in the administration log. */
    reason: keptText(200),
  })
  .meta({ id: 'HandOver' });
export type HandOver = z.infer<typeof HandOver>;

/** What became of it, case by case. */
export const HandedOver = z
  .strictObject({
    from: PersonRef,
    to: PersonRef,
    handed: z.array(CaseName),
    /** Those that stayed where they were, and why; the same step again tries them again. */
    refused: z.array(z.strictObject({ case: CaseName, reason: z.string() })),
    stays: OpenWork.shape.stays,
  })
  .meta({ id: 'HandedOver' });
export type HandedOver = z.infer<typeof HandedOver>;
