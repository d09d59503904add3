import type { LocalDate } from '@gongkai/calendar';
import type { PersonRef, TriedMessage } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import type { Channel } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues, type Belonging } from '../reminders/colleagues.js';
import { MEANT_FOR } from '../reminders/new-notifications.js';

/** A ring before anybody is named. */
export type TriedRing = Pick<TriedMessage, 'at' | 'case' | 'organ' | 'deadline' | 'about'> & {
  readonly on: LocalDate;
  readonly due: LocalDate;
  readonly by: readonly Channel[];
  readonly tell: readonly string[];
  readonly belonging: Belonging;
};

/** One message. */
export type Message = Omit<TriedMessage, 'differs'>;

type Reachable = PersonRef & { readonly email: string | null };

const PEOPLE = 'SELECT id, name, email FROM person WHERE id = ANY ($1::uuid[])';

/** By each list, whose people some place outside would take it for. @param $1 people, $2 the lists they are told by, pair by pair */
const TAKEN = `
  SELECT DISTINCT told.person_id AS id, told.told_as AS "toldAs"
    FROM (SELECT unnest($1::uuid[]) AS person_id, unnest($2::text[]) AS told_as, 'reminder' AS kind, '{webhook}'::text[] AS channels) AS told
    JOIN person ON person.id = told.person_id JOIN organ ON organ.id = person.organ_id
    JOIN webhook_target ON ${MEANT_FOR}`;

/** Who is told on each of the days, by the posts and absences of that day, and by which ways they are reached. */
export async function messagesOf(rings: readonly TriedRing[], pool: CommandPool, laws: LawShelf): Promise<Message[]> {
  const told = await namedOn(rings, pool, laws);
  const ids = told.map(({ person }) => person.id);
  const [people, taken] = await Promise.all([
    pool.query<Reachable>({ text: PEOPLE, values: [[...new Set(ids)]] }),
    pool.query<{ id: string; toldAs: string }>({ text: TAKEN, values: [ids, told.map(({ toldAs }) => toldAs)] }),
  ]);
  const known = new Map(people.rows.map((row) => [row.id, row]));
  const posted = new Set(taken.rows.map(({ id, toldAs }) => `${id} ${toldAs}`));
  return told.map((one): Message => {
    const { name = '', email = null } = known.get(one.person.id) ?? {};
    const reaches = { mail: email !== null, webhook: posted.has(`${one.person.id} ${one.toldAs}`) };
    return { ...one, person: { id: one.person.id, name }, by: one.by.filter((way) => reaches[way]) };
  });
}

async function namedOn(rings: readonly TriedRing[], pool: CommandPool, laws: LawShelf): Promise<Message[]> {
  const { standard } = laws.ladders;
  const organs = [...new Set(rings.flatMap(({ belonging }) => belonging.path))];
  const messages: Message[] = [];
  for (const day of [...new Set(rings.map(({ on }) => on))].sort()) {
    const colleagues = new Colleagues((await pool.query(readColleagues(organs, day))).rows);
    for (const { tell, belonging, by, ...ring } of rings.filter(({ on }) => on === day))
      for (const { personId: id, toldAs } of colleagues.toldBy(tell, standard, belonging))
        messages.push({ ...ring, by: [...by], person: { id, name: '' }, toldAs });
  }
  return messages;
}
