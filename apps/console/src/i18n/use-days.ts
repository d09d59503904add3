import { useOffice } from '../shell/use-office.js';
import { daysSeenFrom, type DayWords } from './days.js';
import { useLanguage } from './use-words.js';

/** Ways to write a day in the language of the screen; a day of another year than the office's says its year. */
export const useDays = (): DayWords => daysSeenFrom(useOffice().data?.today, useLanguage());
