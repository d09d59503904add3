import type { LocalDate } from '@gongkai/calendar';
import { useLanguage } from '../i18n/use-words.js';
import { dayText, type DayStyle } from './day-text.js';

/** Writes days in the language of the screen. */
export function useDayText(): (date: LocalDate, style?: DayStyle) => string {
  const language = useLanguage();
  return (date, style) => dayText(date, language, style);
}
