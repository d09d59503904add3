import type { CaseView, PreviewView } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { isProblem } from '../../api/problem.js';
import { showTaken } from '../show-taken.js';
import { newKey } from '../../parts/new-key.js';

type Body = Readonly<Record<string, unknown>>;

/** A step, made for a version of the case; with its paper, where that is to be drawn. */
type Taken = { readonly body: Body; readonly version: number; readonly draw?: boolean | undefined };

const TYPING = 300;
/** A server that says nothing for so long will not answer. */
const PATIENCE = 20_000;

/** What is typed, once nothing was typed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What the step would bring about; nothing is changed. Not asked while something is missing. */
export const usePreview = (caseId: string, body: string, version: number, isComplete: boolean): UseQueryResult<PreviewView> =>
  useQuery({
    queryKey: ['preview', caseId, version, body],
    queryFn: () =>
      api.post<PreviewView>(`/cases/${caseId}/commands`, JSON.parse(body) as Body, {
        query: { preview: true },
        patience: PATIENCE,
      }),
    enabled: isComplete,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  });

/** Takes the step, once: the same key for one opened form. A case that changed meanwhile is read again. */
export function useTakeStep(caseId: string, onTaken: (view: CaseView) => void) {
  const client = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: ({ body, version, draw }: Taken) =>
      api.post<CaseView>(`/cases/${caseId}/commands`, body, {
        version,
        key,
        patience: PATIENCE,
        ...(draw === undefined ? {} : { query: { draw } }),
      }),
    onSuccess: async (view) => {
      await showTaken(client, view);
      onTaken(view);
    },
    onError: (error) => {
      if (isProblem(error, 'case-changed')) void client.invalidateQueries({ queryKey: keys.cases.view(caseId) });
    },
  });
}
