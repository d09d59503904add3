import type { JournalEntryView } from '@gongkai/contracts';

/** By whom or what is written what no person wrote: a period that ended, a new calendar, or the program, which notes what became of a mail. */
export function withoutAPerson(type: JournalEntryView['type']): 'by-calendar' | 'by-program' | 'by-time' {
  if (type === 'CALENDAR_CHANGED') return 'by-calendar';
  return type === 'NOTED' ? 'by-program' : 'by-time';
}
