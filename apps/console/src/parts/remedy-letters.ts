import { paperTexts, REMEDY_PAPERS } from '@gongkai/contracts';
import { useText, useWords } from '../i18n/use-words.js';

/** What the letters that tell of remedies are called, one after the other. */
export function useRemedyLetters(): string {
  const text = useText();
  const t = useWords('parts');
  return REMEDY_PAPERS.map((kind) => text(paperTexts[kind])).join(t('list.and'));
}
