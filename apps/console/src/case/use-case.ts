import type {
  AnswersByLink,
  CaseView,
  Completeness,
  DocumentsView,
  GroundsView,
  JournalEntryView,
  LedgerView,
  OfficeView,
  RelatedCases,
  CaseAgents,
  CaseLooks,
  ReminderList,
} from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useJournal, useLedger } from '../clock/use-ledger.js';
import { useLanguage } from '../i18n/use-words.js';
import { useOffice } from '../shell/use-office.js';

/** What the page of a case is drawn from. */
export type CaseRead = {
  readonly view: CaseView;
  readonly ledger: LedgerView;
  readonly journal: readonly JournalEntryView[];
  readonly office: OfficeView;
};

/**
 * Reads a case with everything its page shows; what had been read stays on the screen while it is read again. Its files and the names of
 * decisions are waited for as well: without them the page would count none, and show codes. Without an answer to those it is shown all the same.
 */
export function useCaseRead(id: string): {
  readonly read: CaseRead | null;
  readonly error: Error | null;
  readonly retry: () => void;
} {
  const [view, ledger, journal, office] = [useCase(id), useLedger(id), useJournal(id), useOffice()];
  const all = [view, ledger, journal, office];
  const isWhole = ![useDocuments(id), useGroundsRead()].some(({ isPending }) => isPending);
  return {
    read:
      isWhole && view.data && ledger.data && journal.data && office.data
        ? { view: view.data, ledger: ledger.data, journal: journal.data, office: office.data }
        : null,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    retry: () => void Promise.all(all.map(({ refetch }) => refetch())),
  };
}

export const useCase = (id: string): UseQueryResult<CaseView> =>
  useQuery({ queryKey: keys.cases.view(id), queryFn: () => api.get<CaseView>(`/cases/${id}`) });
/** Its notices and files. */
export const useDocuments = (id: string): UseQueryResult<DocumentsView> =>
  useQuery({ queryKey: keys.cases.documents(id), queryFn: () => api.get<DocumentsView>(`/cases/${id}/documents`) });

/** What of it is missing before it is filed. */
export const useCompleteness = (id: string, enabled = true): UseQueryResult<Completeness> =>
  useQuery({ queryKey: keys.cases.completeness(id), queryFn: () => api.get<Completeness>(`/cases/${id}/completeness`), enabled });

/** Cases that belong together with it. */
export const useRelated = (id: string): readonly RelatedCase[] =>
  useQuery({ queryKey: [...keys.cases.view(id), 'related'], queryFn: () => api.get<RelatedCases>(`/cases/${id}/related`) }).data
    ?.items ?? [];

/** Who acted for its applicant, oldest first; nobody as long as they are not read. */
export const useAgents = (id: string): CaseAgents['items'] => useQuery(agentsOf(id)).data?.items ?? [];

/** What was changed of who acts for the applicant; asked for only where the journal says that something was. */
export const useAgentChanges = (id: string, enabled: boolean): CaseAgents['changes'] =>
  useQuery({ ...agentsOf(id), enabled }).data?.changes ?? [];

const agentsOf = (id: string) => ({
  queryKey: [...keys.cases.view(id), 'agents'],
  queryFn: () => api.get<CaseAgents>(`/cases/${id}/agents`),
});

/** What was answered by link and is not on record; none as long as they are not read. */
export const useAnswersByLink = (view: CaseView): AnswersByLink['items'] => useAnswersRead(view).answers;

/** The same, and whether they are still being read. Asked for only where an answer is open. */
export function useAnswersRead({ id, consultations }: CaseView): {
  readonly answers: AnswersByLink['items'];
  readonly isLoading: boolean;
} {
  const open = consultations.filter(({ answeredOn, elsewhereFrom }) => answeredOn === null && elsewhereFrom === null);
  const { data, isLoading } = useQuery({
    queryKey: [...keys.cases.view(id), 'answers'],
    queryFn: () => api.get<AnswersByLink>(`/cases/${id}/answers`),
    enabled: open.length > 0,
  });
  const answers = (data?.items ?? []).filter(({ consultationId }) => open.some((one) => one.id === consultationId));
  return { answers, isLoading };
}

export type RelatedCase = RelatedCases['items'][number];

/** Whom its deadlines were told to, with the proof that it went out. */
export const useReminders = (id: string): UseQueryResult<ReminderList> =>
  useQuery({ queryKey: [...keys.cases.view(id), 'reminders'], queryFn: () => api.get<ReminderList>(`/cases/${id}/reminders`) });

/** Who has looked at whole ID numbers; nobody as long as that is not read, or not for the reader. */
export const useLooks = (id: string): CaseLooks['items'] =>
  useQuery({ queryKey: keys.cases.looks(id), queryFn: () => api.get<CaseLooks>(`/cases/${id}/applicant/looks`) }).data?.items ??
  [];

/** What can be decided, with articles, in the language of the screen. */
export const useGrounds = (): GroundsView | undefined => useGroundsRead().data;

function useGroundsRead(): UseQueryResult<GroundsView> {
  const language = useLanguage();
  return useQuery({
    queryKey: ['grounds', language],
    queryFn: () => api.get<GroundsView>('/grounds'),
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
}
