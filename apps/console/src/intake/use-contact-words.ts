import type { Say } from '../i18n/i18n.js';
import { useWords } from '../i18n/use-words.js';
import { CONTACT_WAYS, FRUITLESS } from './draft.js';

/** Ways and results that the office has words for are read in the language of the screen; what was typed freely stays. */
export const contactWords =
  (t: Say<'intake'>) =>
  (recorded: string): string => {
    const way = CONTACT_WAYS.find((each) => each === recorded);
    if (way !== undefined) return t(`way.${way}`);
    const result = FRUITLESS.find((each) => each === recorded);
    return result === undefined ? recorded : t(`fruitless.${result}`);
  };

export const useContactWords = (): ((recorded: string) => string) => contactWords(useWords('intake'));
