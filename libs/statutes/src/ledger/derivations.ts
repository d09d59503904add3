import { addDays, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { Derivation } from '@gongkai/contracts';
import type { ConsultationWindow } from './consultation-windows.js';
import type { PeriodEnd } from './period-end.js';

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
  const skipped: Derivation['skipped'] = [];
  // Calendar days all count, but for the days off at the end over which the period rolled.
  for (let day = addDays(end.from, end.unit === 'calendar_day' ? end.counted : 1); day < end.date; day = addDays(day, 1)) {
    const reason = calendar.offReason(day) ?? stoppedBy(day, windows);
    if (reason !== null) skipped.push({ date: day, reason });
  }
  return skipped;
}

function stoppedBy(day: LocalDate, windows: readonly ConsultationWindow[]): string | null {
  const ids = windows.flatMap(({ stop, consultation }) =>
    stop && day > stop.after && day <= stop.until ? [consultation.id] : [],
  );
  return ids.length === 0 ? null : `consultation:${ids.join(',')}`;
}
