import { dayInWords, type Language } from '@gongkai/contracts';
import { isLocalDate } from '@gongkai/calendar';
import { useTranslation } from 'react-i18next';
import { currentLanguage, say, type Say } from './i18n.js';

/** The words of the portal; draws anew when the language changes. */
export function useWords(): Say {
  useTranslation();
  return say;
}

/** The language of the page. */
export function useLanguage(): Language {
  useTranslation();
  return currentLanguage();
}

/** Days as people write them, e.g. 5月29日（周五）; one of another year than the office's says its year, and every one without that. */
export function useDays(today?: string): (day: string) => string {
  const language = useLanguage();
  const known = isLocalDate(today) ? today : undefined;
  return (day) => (isLocalDate(day) ? dayInWords(day, language, known) : day);
}
