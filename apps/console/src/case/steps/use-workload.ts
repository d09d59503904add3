import { LIGHTS, type DashboardView, type PersonView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useWords } from '../../i18n/use-words.js';

/** Lights that press; the others are only counted in the sum. */
const PRESSING = LIGHTS.filter((light) => light === 'overdue' || light === 'red' || light === 'yellow');

/** 在办5件；在办5件（可承办8件）；在办8件（可承办8件，已满）. */
function inHand(t: ReturnType<typeof useWords<'step'>>, total: number, capacity: number | null): string {
  if (capacity === null) return t('work.open', { total });
  return t(total < capacity ? 'work.open-of' : 'work.full', { total, capacity });
}

/**
 * How a person of a unit is told with what they have in hand, against what they can carry, so that who assigns sees it:
 * 周知行，在办5件（可承办8件），逾期1，红灯2.
 */
export function useWorkload(unit: string): (person: Pick<PersonView, 'id' | 'name'>, name?: string) => string {
  const t = useWords('step');
  const terms = useWords('terms');
  const { data } = useQuery({
    queryKey: keys.cases.workload(unit),
    queryFn: () => api.get<DashboardView>('/dashboard', { unit }),
    enabled: unit !== '',
  });
  return ({ id, name }, called = name) => {
    if (data === undefined) return called;
    const held = data.byPerson.find(({ person }) => person?.id === id);
    if (held === undefined) return t('work.of', { name: called, work: t('work.none') });
    const { total, capacity } = held;
    const pressing = PRESSING.flatMap((light) => {
      const total = held.byLight[light] ?? 0;
      return total === 0 ? [] : [t('work.lit', { light: terms(`light.${light}`), total })];
    });
    return t('work.of', { name: called, work: [inHand(t, total, capacity), ...pressing].join(t('comma')) });
  };
}
