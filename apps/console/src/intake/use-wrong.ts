import type { Problem } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';
import { stillWrong } from './still-wrong.js';
import type { Letter } from './use-letter.js';

type Wrong = NonNullable<Problem['fields']>[number];

/** What is wrong in the form now: what the server refused, without what was changed since. */
export function useWrong({ draft, logging }: Pick<Letter, 'draft' | 'logging'>): readonly Wrong[] {
  const t = useWords('parts');
  if (logging.step !== 'refused') return [];
  const wrong = stillWrong(logging.problem.fields ?? [], logging.sent, draft);
  // A field takes more than the server does.
  return wrong.map((each) => (each.code === 'invalid-date' ? { ...each, message: t('date.unread') } : each));
}
