import type { EntryProposal, EntryProposalList, EntryProposalMove, Role } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useSession } from '../session/session.js';

/** Who keeps the catalogue, and who reviews what it gets. */
const ASKED: ReadonlySet<Role> = new Set(['reviewer', 'approver', 'supervisor', 'admin']);

/** Entries with files that wait for a second person, and what became of the last ones. */
export function useProposals() {
  const { role } = useSession();
  return useQuery({
    queryKey: keys.publications.proposals,
    queryFn: () => api.get<EntryProposalList>('/entry-proposals'),
    enabled: ASKED.has(role),
  });
}

/** Reads on, confirms or gives back; afterwards the lists are read again. */
export function useProposalMove(id: string, onDone: (after: EntryProposal) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: EntryProposalMove) => api.post<EntryProposal>(`/entry-proposals/${id}/moves`, move),
    onSuccess: onDone,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.publications.all }),
        client.invalidateQueries({ queryKey: ['catalogue'] }),
      ]),
  });
}
