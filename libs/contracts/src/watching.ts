import { z } from 'zod';
import { PersonRef } from './views.js';

/** Who watches a case: told of its steps, though none is theirs. */
export const Watchers = z
  .object({ items: z.array(z.object({ person: PersonRef, since: z.iso.datetime() })), mine: z.boolean() })
  .meta({ id: 'Watchers' });
export type Watchers = z.infer<typeof Watchers>;
