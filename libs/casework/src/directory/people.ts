import type { LocalDate } from '@gongkai/calendar';
import type { OrganKind, OrganView, PersonView, PostTitle, Role } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import type { Person } from '../person.js';
import { organInSight } from '../visibility.js';

/** What is read of a person; the posts of the day are folded into roles. */
const PERSON_COLUMNS = `
  person.id, person.username, person.name, person.organ_id, organ.code AS organ_code, organ.path AS organ_path,
  coalesce(array_agg(DISTINCT post.role) FILTER (WHERE post.role IS NOT NULL), '{}') AS roles,
  coalesce(array_agg(DISTINCT post.title) FILTER (WHERE post.title IS NOT NULL), '{}') AS titles,
  coalesce(bool_or(post.ogi_head), false) AS ogi_head`;

/** Whether a post is held on a day. @param post its name in SQL; day the number of its parameter */
export const heldOn = (post: string, day: number): string =>
  `${post}.valid_from <= $${day} AND (${post}.valid_to IS NULL OR ${post}.valid_to >= $${day})`;

/** Joins a person's organ and the posts held there on a day. @param day the number of its parameter */
export const personJoins = (day: number): string => `
  JOIN organ ON organ.id = person.organ_id
  LEFT JOIN post ON post.person_id = person.id AND post.organ_id = person.organ_id
    AND ${heldOn('post', day)}`;

/** Who may approve can sign in somebody's place, and nobody else: power to approve is not made by handing it on (REG 33; ADR 127). */
const ABLE = `('approver')`;

/** Whether a person of an organ can sign in somebody's place on a day. @param person SQL for the id */
export const ableToSign = (person: string, organ: string, day: number): string => `EXISTS (
  SELECT FROM post AS able WHERE able.person_id = ${person} AND able.organ_id = ${organ} AND able.role IN ${ABLE} AND ${heldOn('able', day)})`;

/** The same columns of somebody who acts, with in whose place they sign, and for whom they stand in, on a day. @param day the number of its parameter */
export const actorColumns = (day: number): string => `${PERSON_COLUMNS}, (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', given.id, 'name', given.name, 'ogiHead', given.ogi_head, 'titles', given.titles,
           'delegatedOn', given.granted_on, 'until', given.to_day) ORDER BY given.granted_on, given.id), '[]')
    FROM (
      SELECT principal.id, principal.name, delegation.granted_on, delegation.to_day, bool_or(held.ogi_head) AS ogi_head,
             coalesce(array_agg(DISTINCT held.title) FILTER (WHERE held.title IS NOT NULL), '{}') AS titles
        FROM delegation
        JOIN person AS principal ON principal.id = delegation.principal_id AND principal.active
         AND principal.organ_id = delegation.organ_id
        JOIN post AS held ON held.person_id = principal.id AND held.organ_id = principal.organ_id AND held.role = 'approver'
         AND ${heldOn('held', day)}
       WHERE delegation.delegate_id = person.id AND delegation.organ_id = person.organ_id AND delegation.revoked_on IS NULL
         AND delegation.from_day <= $${day} AND (delegation.to_day IS NULL OR delegation.to_day >= $${day})
         AND ${ableToSign('person.id', 'person.organ_id', day)}
       GROUP BY principal.id, delegation.id
    ) AS given) AS stands_for,
  ARRAY(SELECT away.person_id FROM absence AS away WHERE away.substitute_id = person.id AND $${day} BETWEEN away.from_day AND away.to_day)
    AS substitute_for`;

export const PERSON_GROUP = 'GROUP BY person.id, organ.id';

type PersonRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly organ_id: string;
  readonly organ_code: string;
  readonly organ_path: readonly string[];
  readonly roles: readonly Role[];
  readonly titles: readonly PostTitle[];
  readonly ogi_head: boolean;
};

/** A row with {@link actorColumns}. */
export type ActorRow = PersonRow & {
  readonly stands_for: Person['standsFor'];
  readonly substitute_for: readonly string[];
};

/** Who holds one of these sees the organs below their own. */
export const SEE_BELOW: readonly Role[] = ['supervisor', 'auditor'];

/** A person out of a row with {@link actorColumns}. */
export const personOf = (row: ActorRow): Person => ({
  id: row.id,
  username: row.username,
  name: row.name,
  organId: row.organ_id,
  organCode: row.organ_code,
  organPath: row.organ_path,
  roles: row.roles,
  ogiHead: row.ogi_head,
  titles: row.titles,
  seesBelow: row.roles.some((role) => SEE_BELOW.includes(role)),
  standsFor: row.stands_for,
  substituteFor: row.substitute_for,
});

const PERSON_BY_ID = `
  SELECT ${actorColumns(2)} FROM person ${personJoins(2)}
  WHERE person.id = $1 AND person.active ${PERSON_GROUP}`;

const PERSON_BY_USERNAME = `
  SELECT ${actorColumns(2)} FROM person ${personJoins(2)}
  WHERE person.username = $1 AND person.active ${PERSON_GROUP}`;

const ORGANS_IN_SIGHT = `
  SELECT organ.id, organ.code, organ.name_zh, organ.name_en, organ.kind, organ.number_prefix, organ.number_format,
         above.code AS parent
    FROM organ LEFT JOIN organ AS above ON above.id = organ.parent_id
   WHERE ${organInSight(1, 2)}
   ORDER BY cardinality(organ.path), organ.code`;

const PEOPLE_IN_SIGHT = `
  SELECT ${PERSON_COLUMNS}, absence.id IS NOT NULL AS absent, absence.substitute_id
    FROM person ${personJoins(3)}
    LEFT JOIN LATERAL (
      SELECT id, substitute_id FROM absence
       WHERE absence.person_id = person.id AND $3 BETWEEN from_day AND to_day
       ORDER BY from_day DESC LIMIT 1
    ) AS absence ON true
   WHERE person.active AND ${organInSight(1, 2)} AND ($4::text IS NULL OR organ.code = $4)
   ${PERSON_GROUP}, absence.id, absence.substitute_id
  HAVING $5::text IS NULL OR $5 = ANY (array_agg(post.role))
   ORDER BY organ.code, person.username`;

type OrganRow = {
  readonly id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: OrganKind;
  readonly number_prefix: string;
  readonly number_format: string;
  readonly parent: string | null;
};

/** Which people of which organ are asked for. */
export type PeopleFilter = { readonly organ?: string | undefined; readonly role?: Role | undefined };

/** Organs and the people in them, as of today. */
export class Directory {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A person who may log in, with the roles of today; undefined where there is none. */
  async person(id: string): Promise<Person | undefined> {
    return this.#one(PERSON_BY_ID, id);
  }

  /** The same, by log-in. */
  async byUsername(username: string): Promise<Person | undefined> {
    return this.#one(PERSON_BY_USERNAME, username);
  }

  /** The organs in a person's sight, from the top down. */
  async organs({ organId, seesBelow }: Person): Promise<readonly OrganView[]> {
    const rows = await this.source.query<OrganRow[]>(ORGANS_IN_SIGHT, [organId, seesBelow]);
    return rows.map(({ id, code, name_zh, name_en, kind, parent, number_prefix, number_format }) => ({
      id,
      code,
      name: { 'zh-CN': name_zh, en: name_en },
      kind,
      parent,
      numberPrefix: number_prefix,
      numberFormat: number_format,
    }));
  }

  /** The people in a person's sight, for instance all who can be given a case. */
  async people({ organId, seesBelow }: Person, { organ, role }: PeopleFilter): Promise<readonly PersonView[]> {
    const rows = await this.source.query<(PersonRow & { absent: boolean; substitute_id: string | null })[]>(PEOPLE_IN_SIGHT, [
      organId,
      seesBelow,
      this.#today(),
      organ ?? null,
      role ?? null,
    ]);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      organ: row.organ_code,
      roles: [...row.roles],
      absent: row.absent,
      substitute: row.substitute_id,
    }));
  }

  #today = (): LocalDate => this.clock.today();

  async #one(statement: string, key: string): Promise<Person | undefined> {
    const [row] = await this.source.query<ActorRow[]>(statement, [key, this.#today()]);
    return row === undefined ? undefined : personOf(row);
  }
}
