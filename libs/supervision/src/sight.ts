import { needRole, type Person } from '@gongkai/casework';

/** Whose matters somebody sees here: of the own organ, and of those below it. */
export type Sight = { readonly organId: string; readonly below: boolean };

/** Who keeps the register, leads an assessment and follows it up. */
export const LEADERS = ['supervisor', 'admin'] as const;

/** Who looks at it; the first is the one that is told. */
const READERS = ['supervisor', 'admin', 'approver', 'auditor', 'assessor'] as const;

/** Who is led to the organs below here, though they may not see their cases. */
const BELOW: readonly Person['roles'][number][] = ['admin', 'assessor'];

/** @throws Refusal `role-missing` */
export function sightOf(person: Person): Sight {
  needRole(person, ...READERS);
  return { organId: person.organId, below: person.seesBelow || person.roles.some((role) => BELOW.includes(role)) };
}

/** Whether somebody leads in an organ: it is their own. */
export const leads = ({ roles, organId }: Person, organ: string): boolean =>
  organId === organ && LEADERS.some((role) => roles.includes(role));

/** Whether somebody judges organs on behalf of one: who leads there, or was taken in to assess. */
export const assesses = (person: Person, organ: string): boolean =>
  leads(person, organ) || (person.organId === organ && person.roles.includes('assessor'));
