import type { LocalDate } from '@gongkai/calendar';
import { useState, type ReactNode } from 'react';
import { DateInput } from '../parts/date-input.js';
import { readDay } from '../parts/date-entry.js';

/** The day of what was decided on paper and is typed in later. Left empty, it is decided now. */
export type DecidedOn = {
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** What the step carries of it. */
  readonly given: { readonly on?: LocalDate };
  /** Something is typed that is no day. */
  readonly isUnread: boolean;
};

/** @param today the office's */
export function useDecidedOn(today: LocalDate): DecidedOn {
  const [typed, type] = useState('');
  const day = readDay(typed, today);
  return { typed, type, given: day === null ? {} : { on: day }, isUnread: day === null && typed.trim() !== '' };
}

type Props = { readonly id: string; readonly label: string; readonly day: DecidedOn; readonly today: LocalDate };

/** The field for it. */
export function DayField({ id, label, day, today }: Props): ReactNode {
  return (
    <div className="decision-day">
      <label htmlFor={id}>{label}</label>
      <DateInput id={id} value={day.typed} onChange={day.type} today={today} proposal={today} />
    </div>
  );
}
