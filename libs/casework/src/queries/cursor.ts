import { Refusal } from '@gongkai/contracts';
import { z } from 'zod';
import { asUuid } from '../visibility.js';

/** The id that a place in a list ends with: it tells equals apart. */
export const PlaceId = z.string().refine((id) => asUuid(id) === id);

/** A place in a list, as a client gives it back to go on from there. */
export const cursorText = (place: readonly unknown[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place again. @throws Refusal `invalid-request` where the cursor is none of that list */
export function readCursor<Place>(cursor: string, shape: z.ZodType<Place>): Place {
  const place = shape.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (place.success) return place.data;
  throw new Refusal('invalid-request', [{ path: 'cursor', code: 'invalid-value', facts: { expected: 'nextCursor' } }]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
