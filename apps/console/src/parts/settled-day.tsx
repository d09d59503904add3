import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import { useState, type ReactNode } from 'react';
import { DateInput } from './date-input.js';

type Props = {
  readonly label: string;
  /** As it is now; empty where none is chosen. */
  readonly day: string;
  readonly today: LocalDate;
  /** Whether it may be taken out again. */
  readonly optional?: boolean;
  readonly problem?: string | undefined;
  readonly onDay: (day: string) => void;
};

/** A day that is typed, and handed on once it is one. Another `key` begins anew. */
export function SettledDay({ label, day, today, optional = false, problem, onDay }: Props): ReactNode {
  const [typed, type] = useState(day);
  const change = (text: string): void => {
    type(text);
    if (text !== day && (isLocalDate(text) || (optional && text === ''))) onDay(text);
  };
  return <DateInput label={label} value={typed} today={today} onChange={change} problem={problem} />;
}
