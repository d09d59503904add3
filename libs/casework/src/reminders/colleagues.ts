import type { LocalDate } from '@gongkai/calendar';
import type { PostTitle, Role } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { ReminderLadders, ReminderRecipient } from '@gongkai/statutes';

/** Somebody who can be told, as they are on a day. */
export type Colleague = {
  readonly id: string;
  readonly organId: string;
  readonly roles: readonly Role[];
  readonly titles: readonly PostTitle[];
  readonly absent: boolean;
  readonly substituteId: string | null;
  /** Who signs in their place. */
  readonly delegateId: string | null;
};

/** Where a case belongs, as far as it decides who is told. */
export type Belonging = {
  /** From the root of the tree down to the organ of the case. */
  readonly path: readonly string[];
  readonly assigneeId: string | null;
  /** Who answers for the unit that was asked; null of what asks no unit. */
  readonly askedId?: string | null;
  /** The supervisor who gave an order; null of what is none. */
  readonly giverId?: string | null;
  /** The title that is asked for, where there is somebody who bears it. */
  readonly title?: PostTitle | null;
};

/** Who is told, in whose stead, and by which list of recipients. */
export type Told = { readonly personId: string; readonly forPersonId: string | null; readonly toldAs: string };

type ColleagueRow = {
  readonly id: string;
  readonly organ_id: string;
  readonly roles: readonly Role[];
  readonly titles: readonly PostTitle[];
  readonly absent: boolean;
  readonly substitute_id: string | null;
  readonly delegate_id: string | null;
};

/** Everybody of some organs, and whoever stands in for one of them, on a day. */
export const readColleagues = (organIds: readonly string[], on: LocalDate): Statement => ({
  name: 'colleagues',
  text: `
    WITH staff AS (
      SELECT person.id, absence.id IS NOT NULL AS absent, absence.substitute_id
        FROM person LEFT JOIN LATERAL (
          SELECT id, substitute_id FROM absence
           WHERE absence.person_id = person.id AND $2 BETWEEN from_day AND to_day
           ORDER BY from_day DESC LIMIT 1
        ) AS absence ON true
       WHERE person.active
    )
    SELECT person.id, person.organ_id, staff.absent, staff.substitute_id, given.delegate_id,
           coalesce(array_agg(DISTINCT post.role) FILTER (WHERE post.role IS NOT NULL), '{}') AS roles,
           coalesce(array_agg(DISTINCT post.title) FILTER (WHERE post.title IS NOT NULL), '{}') AS titles
      FROM staff JOIN person ON person.id = staff.id
      LEFT JOIN LATERAL (
        SELECT delegate_id FROM delegation JOIN person AS delegate ON delegate.id = delegate_id AND delegate.active
         WHERE principal_id = person.id AND delegation.organ_id = person.organ_id AND revoked_on IS NULL
           AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2) LIMIT 1
      ) AS given ON true
      LEFT JOIN post ON post.person_id = person.id AND post.organ_id = person.organ_id
        AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
     WHERE person.organ_id = ANY ($1::uuid[])
        OR person.id IN (SELECT other.substitute_id FROM staff AS other JOIN person AS away ON away.id = other.id
                          WHERE away.organ_id = ANY ($1::uuid[]))
     GROUP BY person.id, staff.absent, staff.substitute_id, given.delegate_id
     ORDER BY person.username`,
  values: [organIds, on],
});

/** Where somebody with the role is looked for, one organ after the other; at the top of the tree the organ has only itself. */
const ASKED: Readonly<Record<ReminderRecipient['of'], (own: string, above: readonly string[]) => readonly string[]>> = {
  case: (own) => [own],
  asked: (own) => [own],
  giver: (own, above) => [own, ...above],
  organ: (own) => [own],
  organ_or_above: (own, above) => [own, ...above],
  parent_organ: (own, above) => [...above, own],
};

/** Those whose post bears the title that is asked for; everybody where none is asked for, or nobody bears it. */
function bearing(title: PostTitle | null | undefined, people: readonly Colleague[]): readonly Colleague[] {
  const those = title ? people.filter(({ titles }) => titles.includes(title)) : [];
  return those.length > 0 ? those : people;
}

/** The people of the day, and who of them is told. */
export class Colleagues {
  readonly #byId: ReadonlyMap<string, Colleague>;

  constructor(rows: readonly unknown[]) {
    const people = (rows as readonly ColleagueRow[]).map(({ organ_id, substitute_id, delegate_id, ...row }): Colleague => ({
      ...row,
      organId: organ_id,
      substituteId: substitute_id,
      delegateId: delegate_id,
    }));
    this.#byId = new Map(people.map((person) => [person.id, person]));
  }

  /**
   * Whom a ring reaches: each person once, by the first list that names them; for who is absent their substitute. Where nobody
   * is there to stand in, the absent person is told after all.
   * @param tell names of lists of recipients
   */
  toldBy(tell: readonly string[], ladders: ReminderLadders, belonging: Belonging): Told[] {
    const named = tell.flatMap((toldAs) => {
      const recipient = ladders.recipients[toldAs];
      return recipient ? this.#toldAs(toldAs, recipient, ladders, belonging) : [];
    });
    return [...new Map(named.toReversed().map((one) => [one.personId, one])).values()].toReversed();
  }

  /** Whether a person is away on the day. */
  isAbsent(personId: string): boolean {
    return this.#byId.get(personId)?.absent ?? false;
  }

  /** Who stands in for a person in a role: the first of the rules under which somebody is present; null where nobody is. */
  substituteOf(personId: string, role: Role, rules: ReminderLadders['substitutes']): Colleague | null {
    const person = this.#byId.get(personId);
    if (person === undefined) return null;
    const present = [...this.#byId.values()].filter(({ id, absent }) => !absent && id !== personId);
    const here = present.filter(({ organId }) => organId === person.organId);
    const found: Record<(typeof rules)[number], Colleague | undefined> = {
      named_substitute: present.find(({ id }) => id === person.substituteId),
      same_role_same_organ: here.find(({ roles }) => roles.includes(role)),
      supervisor: here.find(({ roles }) => roles.includes('supervisor')),
    };
    return rules.map((rule) => found[rule]).find((one) => one !== undefined) ?? null;
  }

  #toldAs(toldAs: string, recipient: ReminderRecipient, { substitutes }: ReminderLadders, belonging: Belonging): Told[] {
    return this.#meant(recipient, belonging).flatMap((person) => {
      const { id, absent } = person;
      const deputies = recipient.role === 'approver' ? this.#deputyOf(person) : [];
      const stand = absent && deputies.length === 0 ? this.substituteOf(id, recipient.role, substitutes) : null;
      const own = absent && (deputies.length > 0 || stand !== null) ? [] : [{ personId: id, forPersonId: null, toldAs }];
      const others = [...deputies, ...(stand === null ? [] : [stand])];
      return [...own, ...others.map((one) => ({ personId: one.id, forPersonId: id, toldAs }))];
    });
  }

  /** Who signs in an approver's place and is here. */
  #deputyOf({ delegateId }: Colleague): readonly Colleague[] {
    const delegate = this.#byId.get(delegateId ?? '');
    return delegate === undefined || delegate.absent ? [] : [delegate];
  }

  #meant(
    { role, of }: ReminderRecipient,
    { path, assigneeId, askedId = null, giverId = null, title }: Belonging,
  ): readonly Colleague[] {
    const named: Partial<Record<ReminderRecipient['of'], string | null>> = { case: assigneeId, asked: askedId, giver: giverId };
    const person = this.#byId.get(named[of] ?? '');
    if (person !== undefined) return [person];
    const [own, ...above] = path.toReversed();
    const asked = own === undefined ? [] : ASKED[of](own, above);
    const inOrgan = (organ: string): Colleague[] =>
      [...this.#byId.values()].filter((person) => person.organId === organ && person.roles.includes(role));
    const found = asked.map(inOrgan).find((people) => people.length > 0) ?? [];
    return bearing(title, found);
  }
}

/** Who stands in for some people on a day and is told in their stead, as rows of {@link Told}. */
const readStandIns = (away: readonly string[], on: LocalDate): Statement => ({
  name: 'stand-ins',
  text: `
    SELECT DISTINCT person.id AS "personId", absence.person_id AS "forPersonId", 'caseworker' AS "toldAs"
      FROM absence JOIN person ON person.id = absence.substitute_id AND person.active
     WHERE absence.person_id = ANY ($1::uuid[]) AND $2 BETWEEN absence.from_day AND absence.to_day`,
  values: [away, on],
});

/** Somebody who is told as who works on cases, and for nobody else. */
export const byName = (personId: string): Told => ({ personId, forPersonId: null, toldAs: 'caseworker' });

type ReadTold = (statement: Statement) => Promise<readonly Told[]>;

/** Those whom something concerns, and who else stands in for them on a day. */
export async function withStandIns(people: readonly string[], on: LocalDate, read: ReadTold): Promise<readonly Told[]> {
  if (people.length === 0) return [];
  const standIns = await read(readStandIns(people, on));
  return [...people.map((id) => byName(id)), ...standIns.filter(({ personId }) => !people.includes(personId))];
}
