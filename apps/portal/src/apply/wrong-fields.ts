import type { Problem } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { Key } from '../i18n/words.js';
import type { Missing } from './steps.js';
import type { Wrong } from './still-wrong.js';

const MISSING: Readonly<Record<string, Key>> = {
  idNumber: 'missing.id',
  phone: 'missing.contact',
  'how.email': 'missing.email',
};

/** What each missing field asks for. */
export const wordsOfMissing = (missing: readonly Missing[], say: Say): Wrong =>
  Object.fromEntries(missing.map(({ field }) => [field, say(MISSING[field] ?? 'missing')]));

type Refused = NonNullable<Problem['fields']>[number];

/** A file that no application named in time is gone; that there are too many is said of all of them, and takes none away. */
export const isOfFile = ({ path }: Pick<Refused, 'path'>): boolean => path.startsWith('fileIds.');

/** What the server has refused, by the fields in which it was typed. */
export const wordsOfRefused = (fields: readonly Refused[], say: Say): Wrong =>
  Object.fromEntries(
    fields.map((field) => (isOfFile(field) ? ['files', say('file.gone')] : [typedAt(field.path), field.message])),
  );

/** Where a field is called otherwise in the form. */
const CALLED: Readonly<Record<string, string>> = { mailTo: 'email', fileIds: 'files' };
const typedAt = (path: string): string => CALLED[path] ?? path.replace(/^applicant\./, '');
