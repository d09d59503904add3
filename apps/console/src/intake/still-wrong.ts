import type { Problem } from '@gongkai/contracts';
import type { Draft } from './draft.js';
import { fieldAt } from './draft-request.js';

type Wrong = NonNullable<Problem['fields']>[number];

/** What stands in a field of the form, found by the field's name: `name`, `items.0.description`. */
const valueAt = (draft: Draft, field: string): unknown =>
  field.split('.').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], draft);

/** What the server found wrong and has not been touched since. @param sent the letter as the server saw it */
export const stillWrong = (found: readonly Wrong[], sent: Draft, now: Draft): readonly Wrong[] =>
  found.filter(({ path }) => valueAt(sent, fieldAt(path)) === valueAt(now, fieldAt(path)));
