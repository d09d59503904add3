import type { PersonView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { useSession } from './session.js';

/** Ids of the colleagues who are away today and in whose place the reader acts. */
export function useStoodInFor(): ReadonlySet<string> {
  const { user, role } = useSession();
  const { data } = useQuery({
    queryKey: ['people', 'of', user.organ],
    queryFn: async () => (await api.get<{ items: readonly PersonView[] }>('/people', { organ: user.organ })).items,
    enabled: role === 'caseworker',
  });
  return new Set(data?.filter(({ absent, substitute }) => absent && substitute === user.id).map(({ id }) => id));
}
