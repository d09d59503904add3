import type { CaseCountFilters } from '@gongkai/contracts';
import { organInSight } from '../visibility.js';

/**
 * Cases that are in somebody's hands, by the few columns that are counted by: what it costs to look through them does not depend on what
 * lies behind. They stand in for `case_file` in the conditions of {@link NARROW} filters. The person's organ is $1, whether they see below $2.
 */
export const IN_WORK_FROM = `
  FROM (SELECT *, true AS in_work FROM case_in_work) AS case_file
  JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
  LEFT JOIN person ON person.id = case_file.assignee_id`;

type Filter = keyof CaseCountFilters;

/** Filters that ask for nothing but those columns. */
const NARROW: ReadonlySet<Filter> = new Set<Filter>([
  ...([
    'organ',
    'unit',
    'state',
    'light',
    'assignee',
    'channel',
    'turnRole',
    'waiting',
    'answerDueTo',
    'entered',
    'watched',
    'underWay',
    'open',
  ] as const),
  ...(['dueOn', 'dueFrom', 'dueTo', 'receivedFrom', 'receivedTo', 'openedFrom', 'openedTo'] as const),
]);

/** Of what is open, or waits for somebody, all is in work; what is suggested to be published or waits to be confirmed may be filed. */
const isSomebodys = ({ open, turnRole, underWay, waiting }: CaseCountFilters): boolean =>
  open === 'true' || underWay !== undefined || turnRole !== undefined || waiting?.every((wait) => wait === 'remedy') === true;

/** Whether everything that is asked for is in somebody's hands, and found by those columns. */
export function isInWork(filters: CaseCountFilters): boolean {
  const { light, state } = filters;
  const isLit = light !== undefined && !light.includes('none');
  const given = (Object.keys(filters) as Filter[]).filter((name) => filters[name] !== undefined);
  return (
    given.every((name) => NARROW.has(name)) &&
    (isSomebodys(filters) || isLit || (state !== undefined && !state.includes('filed')))
  );
}
