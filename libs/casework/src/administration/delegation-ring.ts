import type { LocalDate } from '@gongkai/calendar';
import type { FieldProblem } from '@gongkai/contracts';
import type { EntityManager } from 'typeorm';

/** Whom the delegate has delegated to, and so on, each with the days on which all of that holds; without a last day until it is revoked. */
const RING = `
  WITH RECURSIVE passed AS (
    SELECT delegate_id, greatest(from_day, $3::date) AS from_day, least(to_day, $4::date) AS to_day
      FROM delegation WHERE principal_id::text = $2 AND revoked_on IS NULL
       AND (to_day IS NULL OR to_day >= $3::date) AND ($4::date IS NULL OR from_day <= $4::date)
     UNION
    SELECT delegation.delegate_id, greatest(delegation.from_day, passed.from_day), least(delegation.to_day, passed.to_day)
      FROM passed JOIN delegation ON delegation.principal_id = passed.delegate_id AND delegation.revoked_on IS NULL
       AND (delegation.to_day IS NULL OR delegation.to_day >= passed.from_day)
       AND (passed.to_day IS NULL OR delegation.from_day <= passed.to_day)
     WHERE passed.delegate_id <> $1)
  SELECT from_day AS "from" FROM passed WHERE delegate_id = $1 ORDER BY from_day LIMIT 1`;

type Given = { readonly id: string; readonly delegate: string; readonly from: LocalDate; readonly to: LocalDate | null };

/**
 * Two who sign for each other on the same days, or several in a ring, have each approved by whoever drafted for the other: whose signature it is
 * says nothing any more, and each may be thought to be away. Whoever comes last names somebody else.
 * @param given the delegation that is to be made
 */
export async function delegationRingProblems(manager: EntityManager, { id, delegate, from, to }: Given): Promise<FieldProblem[]> {
  const rows = await manager.query<{ from: LocalDate }[]>(RING, [id, delegate, from, to]);
  return rows.map((facts) => ({ path: 'delegate', code: 'delegations-in-a-ring', facts }));
}
