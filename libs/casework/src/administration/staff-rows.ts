import type { AbsenceView, AdministeredPerson, PostView } from '@gongkai/contracts';
import { Refusal } from '@gongkai/contracts';
import { HAS_SECOND_FACTOR } from '../directory/second-factors.js';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { administers, type Change } from './change.js';

const POSTS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', post.id, 'role', role, 'ogiHead', ogi_head, 'title', title,
           'validFrom', valid_from, 'validTo', valid_to) ORDER BY valid_from, role), '[]')
    FROM post WHERE post.person_id = person.id AND post.organ_id = person.organ_id`;

/** Those that are not over. */
const ABSENCES = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', absence.id, 'from', from_day, 'to', to_day, 'substitute',
           CASE WHEN other.id IS NOT NULL THEN jsonb_build_object('id', other.id, 'name', other.name) END) ORDER BY from_day), '[]')
    FROM absence LEFT JOIN person AS other ON other.id = substitute_id
   WHERE absence.person_id = person.id AND to_day >= $1::date`;

/** A person as an administrator sees them. The first parameter is today. */
export const STAFF = `
  SELECT person.id, person.username, person.name, person.email, person.active, person.must_change_password, person.organ_id, person.capacity,
         organ.code AS organ, organ.path, ${HAS_SECOND_FACTOR}, (${POSTS}) AS posts, (${ABSENCES}) AS absences,
         (SELECT count(*) FROM case_file WHERE assignee_id = person.id AND closed_on IS NULL) AS open_cases
    FROM person JOIN organ ON organ.id = person.organ_id`;

export type StaffRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly must_change_password: boolean;
  readonly has_second_factor: boolean;
  readonly organ_id: string;
  readonly organ: string;
  readonly path: readonly string[];
  readonly posts: readonly PostView[];
  readonly absences: readonly AbsenceView[];
  readonly capacity: number | null;
  readonly open_cases: number;
};

/** What is sent of a person. */
export const staffView = (row: StaffRow): AdministeredPerson => ({
  id: row.id,
  username: row.username,
  name: row.name,
  email: row.email,
  organ: row.organ,
  active: row.active,
  mustChangePassword: row.must_change_password,
  secondFactor: row.has_second_factor,
  posts: [...row.posts],
  absences: [...row.absences],
  capacity: row.capacity,
  openCases: row.open_cases,
});

/** A person, wherever they work. */
export async function findStaff({ manager, today }: Change, id: string): Promise<StaffRow | undefined> {
  const [row] = await manager.query<StaffRow[]>(`${STAFF} WHERE person.id = $2`, [today, asUuid(id)]);
  return row;
}

/** A person of an organ that the actor administers. @throws Refusal `not-found` */
export async function staffInScope(change: Change, actor: Person, id: string): Promise<StaffRow> {
  const row = await findStaff(change, id);
  if (row === undefined || !administers(actor, row.path)) throw new Refusal('not-found');
  return row;
}

/** What the log calls a person. */
export const subjectOf = ({ id, name }: StaffRow) => ({ id, name });
