import { useWords } from '../i18n/use-words.js';
import { CONTACT_WAYS, FRUITLESS } from './draft.js';

/** Ways and results that the office has words for are read in the language of the screen; what was typed freely stays. */
export function useContactWords(): (recorded: string) => string {
  const t = useWords('intake');
  return (recorded) => {
    const way = CONTACT_WAYS.find((each) => each === recorded);
    if (way !== undefined) return t(`way.${way}`);
    const result = FRUITLESS.find((each) => each === recorded);
    return result === undefined ? recorded : t(`fruitless.${result}`);
  };
}
