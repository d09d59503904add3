import type { PersonView } from '@gongkai/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useSession } from './session.js';

const A_MINUTE = 60_000;

/** The people of the reader's organ, the reader among them. @param every milliseconds until they are asked for again */
function useColleagues(every?: number): readonly PersonView[] {
  const { user, role } = useSession();
  const { data } = useQuery({
    queryKey: ['people', 'of', user.organ],
    queryFn: async () => (await api.get<{ items: readonly PersonView[] }>('/people', { organ: user.organ })).items,
    enabled: role === 'caseworker',
    refetchInterval: every ?? false,
  });
  return data ?? [];
}

const stoodInFor = (colleagues: readonly PersonView[], reader: string): readonly string[] =>
  colleagues.filter(({ absent, substitute }) => absent && substitute === reader).map(({ id }) => id);

/** Ids of the colleagues who are away today and in whose place the reader acts. */
export function useStoodInFor(): ReadonlySet<string> {
  const { user } = useSession();
  return new Set(stoodInFor(useColleagues(), user.id));
}

/** Who acts for the reader, who is away today: null where nobody does. undefined for who is here. */
export function useOwnSubstitute(): string | null | undefined {
  const { user } = useSession();
  const colleagues = useColleagues();
  const own = colleagues.find(({ id }) => id === user.id);
  if (own?.absent !== true) return undefined;
  return colleagues.find(({ id }) => id === own.substitute)?.name ?? null;
}

/** Reads the lists again when somebody goes away or comes back for whom the reader acts: no case changes by that. */
export function useFollowAbsences(): void {
  const client = useQueryClient();
  const { user } = useSession();
  const now = stoodInFor(useColleagues(A_MINUTE), user.id).join();
  const known = useRef(now);
  useEffect(() => {
    if (known.current === now) return;
    known.current = now;
    void client.invalidateQueries({ queryKey: keys.cases.lists });
  }, [client, now]);
}
