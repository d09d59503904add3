import type { WorkingDays } from '@gongkai/calendar';
import { LawLibrary, type LoadedLaw } from '@gongkai/platform';

const library = new LawLibrary();

/** A statute pack and its region's calendar. @throws Refusal when there is no such pack */
export const loadStatute = (id?: string): LoadedLaw => library.statute(id);

/** The calendar of a region. @throws Refusal when there is none */
export const loadCalendar = (region: string): WorkingDays => library.calendar(region);
