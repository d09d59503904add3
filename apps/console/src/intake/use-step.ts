import type { CaseView, Command, PreviewView } from '@gongkai/contracts';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { newKey } from '../parts/new-key.js';

type Asked = Pick<CaseView, 'id' | 'version'>;

/** Takes a step with a case; sent twice, it is taken once. What was read of cases is read again. */
export function useStep({ id, version }: Asked, onDone: () => void): UseMutationResult<CaseView, Error, Command> {
  const client = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (command: Command) =>
      api.post<CaseView>(`/cases/${id}/commands`, command, { version, key: `${key}-${version}-${digestOf(command)}` }),
    onSuccess: async () => {
      // First the form goes: the case as it is now would only refuse to show once more what has been done.
      onDone();
      await client.invalidateQueries({ queryKey: keys.cases.all });
    },
  });
}

/** The same key belongs to the same words: what was changed after a refusal is another act. */
export const digestOf = (command: Command): number =>
  Array.from(JSON.stringify(command)).reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, 0);

/** What the step would bring about; null asks nothing, and once it is sent the case moves on. */
export const useStepPreview = (
  { id, version }: Asked,
  command: Command | null,
  { isIdle, isError }: Pick<UseMutationResult, 'isIdle' | 'isError'>,
): UseQueryResult<PreviewView> =>
  useQuery({
    queryKey: ['preview', id, version, command],
    queryFn: () => api.post<PreviewView>(`/cases/${id}/commands`, command, { query: { preview: true } }),
    enabled: command !== null && (isIdle || isError),
    placeholderData: keepPreviousData,
    retry: false,
  });
