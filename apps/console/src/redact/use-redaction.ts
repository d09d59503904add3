import type {
  FoundWords,
  RedactionList,
  RedactionMark,
  RedactionMove,
  RedactionsToCheck,
  RedactionView,
} from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** Milliseconds between two looks at pages that are being drawn or burnt. */
const LOOK = 1000;
const MINUTE = 60_000;

const isUnderWay = ({ state, total, pages, unreadable }: RedactionView): boolean =>
  state === 'burning' || (state === 'marking' && unreadable === null && pages.length !== total);

/** A redaction; what is under way is looked at each second. */
export const useRedaction = (id: string): UseQueryResult<RedactionView> =>
  useQuery({
    queryKey: keys.redaction(id),
    queryFn: () => api.get<RedactionView>(`/redactions/${id}`),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data) ? LOOK : false),
  });

export const useRedactionsOf = (caseId: string): UseQueryResult<RedactionList> =>
  useQuery({
    queryKey: keys.cases.redactions(caseId),
    queryFn: () => api.get<RedactionList>(`/cases/${caseId}/redactions`),
  });

/** Those that wait for a second person; looked at again each minute, for nothing tells of them. */
export const useRedactionsToCheck = (): UseQueryResult<RedactionsToCheck> =>
  useQuery({
    queryKey: keys.redactionsToCheck,
    queryFn: () => api.get<RedactionsToCheck>('/redactions'),
    refetchInterval: MINUTE,
  });

/** Begins one. */
export const useBegin = (caseId: string, onBegun: (id: string) => void): UseMutationResult<RedactionView, Error, string> =>
  useMutation({
    mutationFn: (fileId: string) => api.post<RedactionView>(`/cases/${caseId}/redactions`, { fileId }),
    onSuccess: ({ id }) => onBegun(id),
  });

type Moving = RedactionMove extends infer Move ? (Move extends RedactionMove ? Omit<Move, 'version'> : never) : never;

/** Keeps marks, or moves it on; what the server answers is what is shown. */
export function useChanges(view: RedactionView): {
  readonly mark: UseMutationResult<RedactionView, Error, readonly RedactionMark[]>;
  readonly move: UseMutationResult<RedactionView, Error, Moving>;
} {
  const client = useQueryClient();
  const { id, version, caseId } = view;
  const onSuccess = (after: RedactionView): void => {
    client.setQueryData(keys.redaction(id), after);
    void client.invalidateQueries({ queryKey: keys.cases.redactions(caseId) });
    void client.invalidateQueries({ queryKey: keys.redactionsToCheck });
  };
  const onError = (): void => void client.invalidateQueries({ queryKey: keys.redaction(id) });
  /** The version that the marks on this screen were made on: nobody else's marks are written over by what was waiting. */
  const seen = useRef(version);
  const mark = useMutation({
    // What is changed while the change before is being kept waits for it, and goes on from the version that it leaves.
    scope: { id: `marks ${id}` },
    mutationFn: (marks: readonly RedactionMark[]) =>
      api.post<RedactionView>(`/redactions/${id}/marks`, { version: seen.current, marks }),
    onSuccess: (after) => {
      seen.current = after.version;
      onSuccess(after);
    },
    onError,
  });
  useEffect(() => {
    if (!mark.isPending) seen.current = version;
  }, [mark.isPending, version]);
  const move = useMutation({
    mutationFn: (moving: Moving) => api.post<RedactionView>(`/redactions/${id}/moves`, { ...moving, version }),
    onSuccess,
    onError,
  });
  return { mark, move };
}

/** Looks for words on all pages. */
export const useFind = (id: string): UseMutationResult<FoundWords, Error, string> =>
  useMutation({ mutationFn: (words: string) => api.post<FoundWords>(`/redactions/${id}/find`, { words }) });
