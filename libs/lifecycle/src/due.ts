import type { LocalDate } from '@gongkai/calendar';
import type { Ledger } from '@gongkai/contracts';

/** The date that lists sort and lights shine by: the earlier reading of a misaddressed letter, an estimate where nothing better is known. */
export function dueOf(ledger: Ledger): LocalDate | null {
  const due = ledger.finalDue ?? ledger.provisionalFinalDue ?? null;
  const cautious = ledger.cautiousFinalDue ?? null;
  if (due === null || cautious === null) return due ?? cautious;
  return cautious < due ? cautious : due;
}
