import type { LocalDate } from '@gongkai/calendar';
import type { FieldProblem, PostTitle } from '@gongkai/contracts';
import { chainsOf, type ApprovalChains } from '@gongkai/statutes';
import type { EntityManager } from 'typeorm';
import { heldOn } from '../directory/people.js';
import type { StaffRow } from './staff-rows.js';

/** Who bears which title in an organ (`$1`) on a day (`$2`). */
const BEARERS = `
  SELECT post.title, person.id, person.name FROM post JOIN person ON person.id = post.person_id
   WHERE post.organ_id = $1 AND person.organ_id = $1 AND person.active AND post.role = 'approver' AND post.title IS NOT NULL
     AND ${heldOn('post', 2)}`;

type Bearer = { readonly title: PostTitle; readonly id: string; readonly name: string };

type Delegated = { readonly delegate: string; readonly from: LocalDate; readonly approvals: ApprovalChains };

/**
 * Two steps of a chain are two persons' (REG 17). Who signs one of them for somebody else cannot sign their own as well: where nobody but
 * the delegate bears the title of another step, no draft would come to the end of that chain.
 */
export async function onlyBearerProblems(
  manager: EntityManager,
  principal: StaffRow,
  { delegate, from, approvals }: Delegated,
): Promise<FieldProblem[]> {
  const bearers = await manager.query<Bearer[]>(BEARERS, [principal.organ_id, from]);
  const own = new Set(bearers.filter(({ id }) => id === principal.id).map(({ title }) => title));
  const others = chainsOf(approvals, principal.organ)
    .filter(({ steps, onePerson }) => !onePerson && steps.some((step) => step !== 'approver' && own.has(step)))
    .flatMap(({ steps }) => steps.filter((step) => step !== 'approver' && !own.has(step)));
  for (const post of others) {
    const able = bearers.filter(({ title, id }) => title === post && id !== principal.id);
    const only = able.find(({ id }) => id === delegate);
    if (only !== undefined && able.every(({ id }) => id === delegate))
      return [{ path: 'delegate', code: 'delegate-only-bearer', facts: { name: only.name, post } }];
  }
  return [];
}
