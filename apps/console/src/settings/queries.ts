import type {
  AbsenceList,
  AdministeredOrgan,
  AdministeredPerson,
  AdminLogEntry,
  DelegationView,
  FeeTariff,
  GuideVersions,
  PersonView,
  StaffQuery,
  TokenView,
} from '@gongkai/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { useSession } from '../session/session.js';

/** Forgetting this forgets everything that administration has read. */
export const ADMIN = 'admin';
const PAGE = 50;

type Items<T> = { readonly items: readonly T[] };
type Page<T> = Items<T> & { readonly nextCursor: string | null };

/** The organs one administers, from the top down; not asked for whoever administers none. */
export function useOrganTree() {
  const { user } = useSession();
  return useQuery({
    queryKey: [ADMIN, 'organs'],
    queryFn: async () => (await api.get<Items<AdministeredOrgan>>('/admin/organs')).items,
    enabled: user.roles.includes('admin'),
  });
}

/** By what a fee is reckoned; null where the installation has no tariff. */
export const useFeeTariff = () =>
  useQuery({
    queryKey: [ADMIN, 'fee-tariff'],
    queryFn: async () => (await api.get<{ readonly feeTariff: FeeTariff | null }>('/admin/organs')).feeTariff,
  });

/** The guide of an organ, version by version. */
export const useGuide = (code: string) =>
  useQuery({ queryKey: [ADMIN, 'guide', code], queryFn: () => api.get<GuideVersions>(`/admin/organs/${code}/guide`) });

const usePages = <T>(path: string, query: Query) =>
  useInfiniteQuery({
    queryKey: [ADMIN, path, query],
    queryFn: ({ pageParam }) => api.get<Page<T>>(path, { ...query, limit: PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

/** The people one administers. */
export const useStaff = (filters: Partial<Pick<StaffQuery, 'organ' | 'role' | 'active' | 'q'>>) =>
  usePages<AdministeredPerson>('/admin/people', filters);

/** One of them; none while no id is given. */
export const usePerson = (id: string) =>
  useQuery({ queryKey: [ADMIN, 'person', id], queryFn: () => api.get<AdministeredPerson>(`/admin/people/${id}`) });

/** What was changed, the newest first; of one subject alone where it is given. */
export const useAdminLog = (subject: string | undefined) => usePages<AdminLogEntry>('/admin/log', { subject });

/** Tokens in force. */
export const useTokens = () =>
  useQuery({ queryKey: [ADMIN, 'tokens'], queryFn: async () => (await api.get<Items<TokenView>>('/admin/tokens')).items });

/** Who works in an organ, for whoever may not administer it. */
export const useColleagues = (organ: string) =>
  useQuery({
    queryKey: ['people', 'of', organ],
    queryFn: async () => (await api.get<Items<PersonView>>('/people', { organ })).items,
  });

/** Who signs in a person's place, and in whose place they sign; also past ones. @param personId or `me` */
export const useDelegations = (personId: string) =>
  useQuery({
    queryKey: ['delegations', personId],
    queryFn: async () => (await api.get<Items<DelegationView>>(`/people/${personId}/delegations`)).items,
  });

/** Whose work the reader does while they are away, now or soon. */
export const useAsSubstitute = () =>
  useQuery({
    queryKey: ['absences', 'as-substitute'],
    queryFn: async () => (await api.get<AbsenceList>('/people/me/absences')).asSubstitute,
  });

/** A change of the directory; afterwards what was read of it is read again. */
export function useChange<I, O>(act: (input: I) => Promise<O>, onDone?: (output: O) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      const known = [[ADMIN], ['organs'], ['people'], ['absences'], ['delegations']];
      const refreshed = Promise.all(known.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (onDone === undefined) return;
      await refreshed;
      onDone(output);
    },
  });
}
