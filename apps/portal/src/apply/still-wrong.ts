import type { Draft } from './draft.js';

/** What is wrong with each field, by its name. */
export type Wrong = Readonly<Record<string, string>>;

/** Where more than a field itself can mend it: any way to be reached will do, and a document in place of its number. */
const MENDED_BY: Readonly<Record<string, readonly (keyof Draft)[]>> = {
  idNumber: ['idNumber', 'idType', 'files'],
  phone: ['phone', 'email', 'address'],
  email: ['email', 'wantsMail'],
};

/** What stands in a field: `name`, `how.email`, `items.0.description`. */
const valueAt = (draft: Draft, field: string): unknown =>
  field
    .replace(/^how\./, '')
    .split('.')
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], draft);

/** What was found wrong and has not been touched since. */
export const stillWrong = (wrong: Wrong, before: Draft, now: Draft): Wrong =>
  Object.fromEntries(
    Object.entries(wrong).filter(([field]) =>
      (MENDED_BY[field] ?? [field]).every((one) => valueAt(before, one) === valueAt(now, one)),
    ),
  );
