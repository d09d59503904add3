import type { Problem } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';

type Wrong = NonNullable<Problem['fields']>[number];

/** What is said of a field: the words of the server, but for days, for which a field takes more writings than the server does. */
export function useProblemText(): (wrong: Pick<Wrong, 'code' | 'message'>) => string {
  const t = useWords('parts');
  return ({ code, message }) => (code === 'invalid-date' ? t('date.unread') : message);
}
