import type { Language, Text } from '@gongkai/contracts';
import { useTranslation } from 'react-i18next';
import { sayOf, type Say } from './i18n.js';
import type { Area } from './words.js';

/** The words of an area; draws anew when the language changes. */
export function useWords<A extends Area>(area: A): Say<A> {
  return sayOf(useTranslation().i18n, area);
}

/** The language of the screen, or of the paper that is drawn on it. */
export const useLanguage = (): Language => useTranslation().i18n.language as Language;

/** Reads what contracts say in both languages: steps, roles, reasons. */
export function useText(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}
