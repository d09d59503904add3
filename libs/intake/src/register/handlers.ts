import type { LocalDate } from '@gongkai/calendar';
import type { CommandPool } from '@gongkai/platform';
import type { ColumnProblem, RegisterEntry } from './read-entry.js';

/** The caseworkers of an organ by their names; of a name that several have, nobody. */
export type Handlers = ReadonlyMap<string, string | null>;

const CASEWORKERS = `
  SELECT person.name, CASE WHEN count(*) = 1 THEN min(person.id::text) END AS id FROM person
   WHERE person.organ_id = $1 AND person.active
     AND EXISTS (SELECT FROM post WHERE post.person_id = person.id AND post.role = 'caseworker' AND post.organ_id = person.organ_id
                    AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2))
   GROUP BY person.name`;

export async function readHandlers(pool: CommandPool, organId: string, today: LocalDate): Promise<Handlers> {
  const { rows } = await pool.query<{ name: string; id: string | null }>({ text: CASEWORKERS, values: [organId, today] });
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Who goes on with an application: the one of that name, as long as it is open. */
export const handlerOf = ({ outcome, handler }: RegisterEntry, handlers: Handlers): string | undefined =>
  outcome === undefined && handler !== undefined ? (handlers.get(handler) ?? undefined) : undefined;

/** An open case of whose handler nobody knows lies with those that wait for one. */
export const unknownHandler = ({ outcome, handler }: RegisterEntry, id: string | undefined): ColumnProblem[] =>
  outcome !== undefined || handler === undefined || id !== undefined
    ? []
    : [{ path: 'handler', code: 'unknown-handler', facts: { name: handler } }];
