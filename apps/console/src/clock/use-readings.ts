import type { LedgerView } from '@gongkai/contracts';
import { useMemo } from 'react';
import { explained, mainDeadline } from './deadlines.js';
import { readingOf, type Reading } from './reading.js';
import { useCalendarYears } from './use-ledger.js';

/** The deadlines of a ledger, day by day. */
export type Readings = {
  /** The one the office looks at now; null where none runs. */
  readonly main: Reading | null;
  /** All that are explained, the main one first. */
  readonly all: readonly Reading[];
};

/**
 * Reads every deadline of a ledger with the holidays of its years.
 * @param turnDue by when whose turn it is has to answer a remedy
 */
export function useReadings(ledger: LedgerView, turnDue: string | null = null): Readings {
  const main = useMemo(() => mainDeadline(ledger, turnDue), [ledger, turnDue]);
  const derivations = useMemo(() => explained(ledger, main), [ledger, main]);
  const years = useCalendarYears(derivations);
  return useMemo(() => {
    const all = derivations.map((derivation) => readingOf(derivation, ledger, years));
    return { main: all.find(({ derivation }) => derivation === main) ?? null, all };
  }, [ledger, main, derivations, years]);
}
