import type { CaseLooks, Role } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { mayLook } from './may-look.js';

/** Who watches over what others look at. */
const WATCHING: ReadonlySet<Role> = new Set(['supervisor', 'auditor', 'admin']);

/** Whether somebody may know who looked: who may look as well, and who watches over it. @param actor as the organ of the case meets them */
export const mayKnowLooks = (actor: Pick<Person, 'roles'> | 'clock'): boolean =>
  mayLook(actor) || (actor !== 'clock' && actor.roles.some((role) => WATCHING.has(role)));

type LookRow = { readonly at: Date; readonly id: string; readonly name: string; readonly reason: string };

/** Who has looked at whole ID numbers of a case, the oldest first. */
export const looksOfCase = (caseId: string): Statement => ({
  name: 'looks-of-case',
  text: `
    SELECT admin_log.at, person.id, person.name, admin_log.after ->> 'reason' AS reason
      FROM admin_log JOIN person ON person.id = admin_log.actor_id
     WHERE admin_log.subject_id = $1 AND admin_log.action = 'id-number-seen' ORDER BY admin_log.seq`,
  values: [asUuid(caseId)],
});

export const looksView = (rows: readonly unknown[]): CaseLooks => ({
  items: (rows as readonly LookRow[]).map(({ at, id, name, reason }) => ({ at: at.toISOString(), by: { id, name }, reason })),
});
