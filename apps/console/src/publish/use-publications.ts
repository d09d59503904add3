import type {
  NewPublicationDraft,
  PublicationDraft,
  PublicationDraftList,
  PublicationDraftMove,
  PublicationDuties,
} from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

/** All that are on their way to the public, the first due first. */
export const useOpenPublications = (): UseQueryResult<PublicationDraftList> =>
  useQuery({ queryKey: keys.publications.open, queryFn: () => api.get<PublicationDraftList>('/publications') });

/** What is owed beside them. */
export const usePublicationDuties = (): UseQueryResult<PublicationDuties> =>
  useQuery({ queryKey: keys.cases.duties, queryFn: () => api.get<PublicationDuties>('/publications/duties') });

export const usePublicationsOf = (caseId: string): UseQueryResult<PublicationDraftList> =>
  useQuery({
    queryKey: keys.cases.publications(caseId),
    queryFn: () => api.get<PublicationDraftList>(`/cases/${caseId}/publications`),
  });

export const usePublication = (id: string): UseQueryResult<PublicationDraft> =>
  useQuery({ queryKey: keys.publications.one(id), queryFn: () => api.get<PublicationDraft>(`/publications/${id}`) });

/** Changes one; what the server answers is what is shown, of a refusal what stands there now. */
function useChange<T>(
  change: (given: T) => Promise<PublicationDraft>,
  onDone: (after: PublicationDraft) => void = () => undefined,
): UseMutationResult<PublicationDraft, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (after) => {
      client.setQueryData(keys.publications.one(after.id), after);
      void client.invalidateQueries({ queryKey: keys.publications.open });
      void client.invalidateQueries({ queryKey: keys.cases.duties });
      void client.invalidateQueries({ queryKey: keys.cases.view(after.case.id) });
      onDone(after);
    },
    onError: () => void client.invalidateQueries({ queryKey: keys.publications.all }),
  });
}

type Content = Omit<NewPublicationDraft, 'reason'>;

/** Writes one: a new one of a case, or one that is there anew. */
export const useWriting = (
  whose: { readonly caseId: string } | Pick<PublicationDraft, 'id' | 'version'>,
  onDone: (after: PublicationDraft) => void,
) =>
  useChange(
    ({ reason, ...content }: Content & { readonly reason?: string }) =>
      'caseId' in whose
        ? api.post<PublicationDraft>(`/cases/${whose.caseId}/publications`, {
            ...content,
            ...(reason === undefined ? {} : { reason }),
          })
        : api.put<PublicationDraft>(`/publications/${whose.id}`, { ...content, version: whose.version }),
    onDone,
  );

type Moving = PublicationDraftMove extends infer Move
  ? Move extends PublicationDraftMove
    ? Omit<Move, 'version'>
    : never
  : never;

/** Takes one on. */
export const useMove = ({ id, version }: Pick<PublicationDraft, 'id' | 'version'>) =>
  useChange((move: Moving) => api.post<PublicationDraft>(`/publications/${id}/moves`, { ...move, version }));
