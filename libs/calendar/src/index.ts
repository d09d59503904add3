/**
 * Civil dates and working days. Knows what a State Council notice says and nothing of any procedure.
 * Pure: no clock, no files, no framework.
 */
export * from './local-date.js';
export {
  CalendarYear,
  daysOf,
  problemsOfVersion,
  type CalendarProblem,
  type CalendarVersion,
  type NewVersion,
} from './calendar-year.js';
export { amended, missingHolidays } from './whole-year.js';
export { OrganCalendars } from './organ-calendars.js';
export { withImported, type Closing, type ImportedVersion } from './imported-versions.js';
export { yearInForce, type YearInForce } from './year-in-force.js';
export { CalendarRangeError, WorkingDays, type DayOff, type WorkingDaysInput } from './working-days.js';
export { CalendarGapError, customCalendar, regionCalendar } from './region-calendar.js';
