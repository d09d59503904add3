import type { LocalDate } from '@gongkai/calendar';
import type { FieldProblem } from '@gongkai/contracts';
import type { EntityManager } from 'typeorm';

/** Who stands in for a substitute who is away too, and so on, each with the days on which all of them are away. */
const RING = `
  WITH RECURSIVE instead AS (
    SELECT substitute_id, greatest(from_day, $3::date) AS from_day, least(to_day, $4::date) AS to_day
      FROM absence WHERE person_id::text = $2 AND from_day <= $4::date AND to_day >= $3::date
     UNION
    SELECT absence.substitute_id, greatest(absence.from_day, instead.from_day), least(absence.to_day, instead.to_day)
      FROM instead JOIN absence ON absence.person_id = instead.substitute_id
       AND absence.from_day <= instead.to_day AND absence.to_day >= instead.from_day
     WHERE instead.substitute_id <> $1)
  SELECT from_day AS "from", to_day AS "to" FROM instead WHERE substitute_id = $1 ORDER BY from_day LIMIT 1`;

type Away = { readonly id: string; readonly substitute: string; readonly from: LocalDate; readonly to: LocalDate };

/**
 * Two who stand in for each other on the same days, or several in a ring, leave nobody: whoever comes last names somebody else.
 * @param away the absence that is to be entered
 * @returns the problem with the days on which nobody would be there
 */
export async function ringProblems(manager: EntityManager, { id, substitute, from, to }: Away): Promise<FieldProblem[]> {
  const rows = await manager.query<{ from: LocalDate; to: LocalDate }[]>(RING, [id, substitute, from, to]);
  return rows.map((facts) => ({ path: 'substitute', code: 'substitutes-in-a-ring', facts }));
}
