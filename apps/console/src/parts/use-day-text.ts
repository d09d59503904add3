import { yearOf, type LocalDate } from '@gongkai/calendar';
import { dayWords, type DayWords } from '../i18n/days.js';
import { useLanguage } from '../i18n/use-words.js';
import { useOffice } from '../shell/use-office.js';

/** How a day is written: `long` in sentences, `list` in rows, `short` without its weekday, `weekday` alone. */
type DayStyle = 'long' | 'list' | 'short' | 'weekday';

const WRITTEN = { long: 'full', list: 'listed', short: 'short', weekday: 'weekday' } as const satisfies Record<
  DayStyle,
  keyof DayWords
>;

/** Writes days in the language of the screen. A day of another year says its year, as far as there is one to say. */
export function useDayText(): (date: LocalDate, style?: DayStyle) => string {
  const language = useLanguage();
  const today = useOffice().data?.today;
  return (date, style = 'list') => {
    const text = dayWords[language][WRITTEN[style]](date);
    const isThisYear = today === undefined || yearOf(today) === yearOf(date);
    if (isThisYear || style === 'long' || style === 'weekday') return text;
    return language === 'en' ? `${text} ${yearOf(date)}` : `${yearOf(date)}年${text}`;
  };
}
