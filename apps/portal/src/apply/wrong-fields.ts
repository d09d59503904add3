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

/** A file that no application named in time is gone. */
export const isOfFile = ({ path }: Pick<Refused, 'path'>): boolean => path.startsWith('fileIds');

/** What the server has refused, by the fields in which it was typed. */
export const wordsOfRefused = (fields: readonly Refused[], say: Say): Wrong =>
  Object.fromEntries(
    fields.map((field) => (isOfFile(field) ? ['files', say('file.gone')] : [typedAt(field.path), field.message])),
  );

const typedAt = (path: string): string => (path === 'mailTo' ? 'email' : path.replace(/^applicant\./, ''));
