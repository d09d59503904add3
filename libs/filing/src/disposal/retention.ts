import { localDate, yearOf, type LocalDate } from '@gongkai/calendar';

/** Periods that end, in years; `permanent` does not. */
export const YEARS = { '10_years': 10, '30_years': 30 } as const;

/**
 * The first day on which a case need not be kept any more. Years of keeping are counted from 1 January after the year of filing (general
 * filing practice; the organ's approved table of retention periods decides how many they are, REG 45).
 */
export const keptUntil = (filedOn: LocalDate, years: number): LocalDate => firstOf(yearOf(filedOn) + 1 + years);

/** What was filed before this day has been kept for so many years. @param today at the office */
export const filedBefore = (today: LocalDate, years: number): LocalDate => firstOf(yearOf(today) - years);

/** New Year's Day. */
export const firstOf = (year: number): LocalDate => localDate(`${String(year)}-01-01`);
