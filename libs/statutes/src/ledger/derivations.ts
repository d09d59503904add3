import { addDays, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { Derivation } from '@gongkai/contracts';
import type { ConsultationWindow } from './consultation-windows.js';
import type { PeriodEnd, Stop } from './period-end.js';

/** What a derivation says beside the days themselves. */
export type Basis = { readonly deadline: string; readonly rule: string; readonly article: string };
export type Explainer = {
  /** A period of counted days; the days of `windows` do not count. */
  readonly period: (basis: Basis, end: PeriodEnd, windows?: readonly ConsultationWindow[]) => Derivation;
  /** A date that a person set. */
  readonly set: (basis: Basis, from: LocalDate, due: LocalDate) => Derivation;
};

/** Writes down why each date is what it is, with the versions of statute and calendar that were used. */
export function explainer(calendar: WorkingDays, statuteVersion: string): Explainer {
  const versions = (from: LocalDate, due: LocalDate) => ({
    statuteVersion,
    calendarVersion: calendar.versionsBetween(from, due),
  });
  return {
    period: (basis, end, windows = []) => ({
      ...basis,
      from: end.from,
      counted: end.counted,
      skipped: skippedDays(calendar, end, windows),
      due: end.date,
      ...versions(end.from, end.date),
    }),
    // A date that was set may lie before a day from which the period began anew.
    set: (basis, from, due) => ({
      ...basis,
      from,
      counted: null,
      skipped: [],
      due,
      ...(due < from ? versions(due, from) : versions(from, due)),
    }),
  };
}

/** Every day of (from, due] that did not count, with the reason. The due day itself always counts. */
function skippedDays(calendar: WorkingDays, end: PeriodEnd, windows: readonly ConsultationWindow[]): Derivation['skipped'] {
  const stopped = stopsOf(windows);
  // Calendar days all count, but for the days off at the end over which the period rolled.
  const first = end.unit === 'calendar_day' ? addDays(end.from, end.counted) : addDays(end.from, 1);
  return calendar.daysWith(first, end.date, (date, off) => {
    const reason = off ?? stoppedBy(date, stopped);
    return reason === null ? null : { date, reason };
  });
}

type Stopped = { readonly by: string; readonly stop: Stop };

const stopsOf = (windows: readonly ConsultationWindow[]): Stopped[] =>
  windows.flatMap(({ stop, consultation: { id } }) => (stop === null ? [] : [{ by: id, stop }]));

function stoppedBy(day: LocalDate, stopped: readonly Stopped[]): string | null {
  const ids = stopped.filter(({ stop }) => day > stop.after && day <= stop.until).map(({ by }) => by);
  return ids.length === 0 ? null : `consultation:${ids.join(',')}`;
}
