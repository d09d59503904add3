import type { Role } from '@gongkai/contracts';
import type { Sight } from '@gongkai/platform';
import type { Person } from './person.js';

/** Everyone sees their own organ; who sees below also every organ under it. @param path ids from the top down to the organ */
export function canSee({ organId, seesBelow }: Person, path: readonly string[]): boolean {
  return path.at(-1) === organId || (seesBelow && path.includes(organId));
}

/** Who is led to the organs below though they do not see the cases there: they administer them, or count how they do. */
const LED_BELOW: readonly Role[] = ['admin', 'assessor'];

/** What the database shows of cases to somebody, however they ask; whatever they ask narrows it further. */
export const sightOf = ({ organId, seesBelow, roles }: Person): Sight => ({
  organ: organId,
  reach: seesBelow || roles.some((role) => LED_BELOW.includes(role)) ? 'below' : 'own',
});

const FROM_ABOVE: ReadonlySet<Role> = new Set(['supervisor', 'auditor']);

/** A person as an organ meets them: whoever comes from above supervises and reads there, whatever else they do at home. */
export function actingIn(actor: Person, organId: string): Person;
export function actingIn(actor: Person | 'clock', organId: string): Person | 'clock';
export function actingIn(actor: Person | 'clock', organId: string): Person | 'clock' {
  if (actor === 'clock' || actor.organId === organId) return actor;
  const roles = actor.roles.filter((role) => FROM_ABOVE.has(role));
  return { ...actor, roles, ogiHead: false, titles: [], standsFor: [], substituteFor: [] };
}

/** The same as {@link canSee} for SQL on a row of `organ`, with the numbers of two parameters: the person's organ, and whether they see below. */
export const organInSight = (organ: number, below: number): string =>
  `(organ.id = $${organ}::uuid OR ($${below}::boolean AND organ.path @> ARRAY[$${organ}::uuid]))`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NIL = '00000000-0000-0000-0000-000000000000';

/** An id as it can be asked for in SQL: what is no id finds nothing. */
export const asUuid = (text: string): string => (UUID.test(text) ? text : NIL);
