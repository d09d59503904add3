import type { Stretch } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';

/** What a part of a case's way is called. */
export function useStretchName(): (stretch: Stretch) => string {
  const [t, terms] = [useWords('trends'), useWords('terms')];
  return (stretch) => (stretch === 'whole' ? t('stretch.whole') : terms(`link.${stretch}`));
}
