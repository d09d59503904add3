import { LIGHTS, type DashboardView, type Helper, type PersonView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useWords } from '../../i18n/use-words.js';

/** Lights that press; the others are only counted in the sum. */
const PRESSING = LIGHTS.filter((light) => light === 'overdue' || light === 'red' || light === 'yellow');

type Say = ReturnType<typeof useWords<'step'>>;
type Held = DashboardView['byPerson'][number];

/** What somebody holds and can carry; whoever is of an organ below is not counted by this one. */
function loadOf(held: Held | undefined, helper: Helper | undefined): Pick<Held, 'total' | 'capacity'> {
  if (held !== undefined) return held;
  return helper === undefined ? { total: 0, capacity: null } : { total: helper.openCases, capacity: helper.capacity };
}

/** 在办5件；在办5件（可承办8件）；在办8件（可承办8件，已满）. */
function inHand(t: Say, { total, capacity }: Pick<Held, 'total' | 'capacity'>): string[] {
  if (capacity === null) return total === 0 ? [] : [t('work.open', { total })];
  return [t(total < capacity ? 'work.open-of' : 'work.full', { total, capacity })];
}

/** What they were asked in cases of others: the dashboard counts it for the own organ, and who can be asked is told with it. */
function asked(t: Say, held: Held | undefined, helper: Helper | undefined): string[] {
  const total = held?.helping ?? helper?.openRequests ?? 0;
  return total === 0 ? [] : [t('work.asked', { total })];
}

type Called = (person: Pick<PersonView, 'id' | 'name'>, name?: string) => string;

/**
 * How a person of a unit is told with what they have in hand, against what they can carry, so that who assigns sees it:
 * 周知行，在办5件（可承办8件），逾期1，红灯2，协办待反馈1件.
 * @param helpers those who can be asked to help with a case: they may be of an organ below, which this one does not count
 */
export function useWorkload(unit: string, helpers: readonly Helper[] = []): Called {
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
    const helper = helpers.find((one) => one.id === id);
    const pressing = PRESSING.flatMap((light) => {
      const total = held?.byLight[light] ?? 0;
      return total === 0 ? [] : [t('work.lit', { light: terms(`light.${light}`), total })];
    });
    const work = [...inHand(t, loadOf(held, helper)), ...pressing, ...asked(t, held, helper)];
    return t('work.of', { name: called, work: work.length === 0 ? t('work.none') : work.join(t('comma')) });
  };
}
