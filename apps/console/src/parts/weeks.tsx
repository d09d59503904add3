import type { LocalDate } from '@gongkai/calendar';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';

/** How many days a row of a table of weeks has. */
export const WEEK = 7;

/** Days that follow each other from a Monday on, week by week. */
export const weeksOf = <Day,>(days: readonly Day[]): (readonly Day[])[] =>
  Array.from({ length: days.length / WEEK }, (_, i) => days.slice(i * WEEK, (i + 1) * WEEK));

/** The head of a table of weeks: the days of one by their names. */
export function WeekdayHead({ days }: { readonly days: readonly { readonly date: LocalDate }[] }): ReactNode {
  const { weekday } = useDays();
  return (
    <thead>
      <tr>
        {days.slice(0, WEEK).map(({ date }) => (
          <th key={date} scope="col">
            {weekday(date)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
