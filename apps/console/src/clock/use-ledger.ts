import type { CalendarYearView, Derivation, JournalEntryView, JournalPage, LedgerView } from '@gongkai/contracts';
import { queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

const PAGE = 100;

/** How the ledger of a case is read. */
export const ledgerQuery = (caseId: string) =>
  queryOptions({ queryKey: keys.cases.ledger(caseId), queryFn: () => api.get<LedgerView>(`/cases/${caseId}/ledger`) });

/** Every deadline of a case with its derivation. */
export const useLedger = (caseId: string): UseQueryResult<LedgerView> => useQuery(ledgerQuery(caseId));

/** The whole journal of a case, oldest first. */
export const useJournal = (caseId: string): UseQueryResult<readonly JournalEntryView[]> =>
  useQuery({ queryKey: keys.cases.journal(caseId), queryFn: () => wholeJournal(caseId) });

async function wholeJournal(caseId: string): Promise<readonly JournalEntryView[]> {
  const entries: JournalEntryView[] = [];
  let cursor: string | null | undefined;
  do {
    const page: JournalPage = await api.get(`/cases/${caseId}/journal`, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return entries;
}

/** The years of working days that derivations name: `cn-2026.1 cn-2027.estimated`. A year that nobody listed has no names of holidays. */
export function useCalendarYears(derivations: readonly Derivation[]): readonly CalendarYearView[] {
  const named = new Set(derivations.flatMap(({ calendarVersion }) => calendarVersion.split(' ')));
  const years = [...new Set([...named].flatMap((version) => VERSION.exec(version)?.slice(1, 3).join('/') ?? []))];
  return useQueries({
    queries: years.map((year) => ({
      queryKey: ['calendars', year],
      queryFn: () => api.get<CalendarYearView>(`/calendars/${year}`),
      staleTime: Infinity,
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}

const VERSION = /^(\w+)-(\d{4})\./;
