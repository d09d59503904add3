import { dayWords, type DayWords } from './days.js';
import { useLanguage } from './use-words.js';

/** Ways to write a day in the language of the screen. */
export const useDays = (): DayWords => dayWords[useLanguage()];
