import type { Role } from '@gongkai/contracts';
import type { Person } from '../person.js';

/** Who needs a document whole to handle a case; who supervises, reviews secrecy, archives or administers does not. */
const LOOKING: ReadonlySet<Role> = new Set(['clerk', 'caseworker', 'legal', 'approver']);

/** Whether somebody may see the numbers of identity documents whole. @param actor as the organ of the case meets them */
export const mayLook = (actor: Pick<Person, 'roles'> | 'clock'): boolean =>
  actor !== 'clock' && actor.roles.some((role) => LOOKING.has(role));
