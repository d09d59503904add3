import { randomUUID } from 'node:crypto';
import {
  Refusal,
  type AdministeredPerson,
  type FieldProblem,
  type NewPerson,
  type PersonChange,
  type PersonWithPassword,
  type StaffQuery,
} from '@gongkai/contracts';
import { hashPassword, newOneTimePassword } from '@gongkai/platform';
import { removeSecondFactor } from '../directory/second-factors.js';
import { closeWaysIn } from '../directory/ways-in.js';
import type { Person } from '../person.js';
import { administers, makeChange, needAdmin, record, type AdministrationParts, type Change } from './change.js';
import { findOrgan } from './organs.js';
import { addPost, endPost } from './posts.js';
import { refuseLockOut, refuseOpenCases } from './safeguards.js';
import { refuseUnattended } from './unattended.js';
import { findStaff, STAFF, staffInScope, staffView, subjectOf, type StaffRow } from './staff-rows.js';

const PAGE = `
  ${STAFF}
   WHERE organ.path @> ARRAY[$2::uuid] AND ($3::text IS NULL OR person.username > $3)
     AND ($4::text IS NULL OR organ.path @> ARRAY(SELECT id FROM organ WHERE code = $4))
     AND ($5::text IS NULL OR EXISTS (
       SELECT FROM post WHERE post.person_id = person.id AND post.organ_id = person.organ_id AND post.role = $5
          AND post.valid_from <= $1 AND (post.valid_to IS NULL OR post.valid_to >= $1)))
     AND ($6::boolean IS NULL OR person.active = $6)
     AND ($7::text IS NULL OR position(lower($7) IN lower(person.username || ' ' || person.name)) > 0)
   ORDER BY person.username LIMIT $8`;

const ADD = `
  INSERT INTO person (id, username, name, email, password_hash, must_change_password, organ_id, capacity)
  VALUES ($1, $2, $3, $4, $5, true, $6, $7)`;

const CHANGE = 'UPDATE person SET name = $2, email = $3, organ_id = $4, active = $5, capacity = $6 WHERE id = $1';

/** The people of the organs that a person administers. */
export class StaffAdministration {
  constructor(private readonly parts: AdministrationParts) {}

  /** One page, by log-in. @throws Refusal `role-missing` */
  async list(actor: Person, { limit, cursor, organ, role, active, q }: StaffQuery) {
    needAdmin(actor);
    const filters = [cursor, organ, role, active, q].map((value) => value ?? null);
    const values = [this.parts.clock.today(), actor.organId, ...filters, limit + 1];
    const rows = await this.parts.source.query<StaffRow[]>(PAGE, values);
    const items = rows.slice(0, limit).map(staffView);
    return { items, nextCursor: rows[limit] === undefined ? null : (items.at(-1)?.username ?? null) };
  }

  /** @throws Refusal `role-missing` or `not-found` */
  async view(actor: Person, id: string): Promise<AdministeredPerson> {
    needAdmin(actor);
    const { source, clock } = this.parts;
    const looking = { manager: source.manager, actor, today: clock.today(), now: clock.now() };
    return staffView(await staffInScope(looking, actor, id));
  }

  /**
   * Takes a person in, with posts where some are named.
   * @returns the person, and the password for the first log-in, which is told to nobody again
   * @throws Refusal `role-missing`, or `invalid-request` with the fields
   */
  async create(actor: Person, wanted: NewPerson): Promise<PersonWithPassword> {
    needAdmin(actor);
    const password = newOneTimePassword();
    const passwordHash = await hashPassword(password);
    return makeChange(this.parts, actor, async (change) => {
      const organId = await organIdInScope(change, actor, wanted.organ);
      const problems = [...(organId === undefined ? [UNKNOWN_ORGAN] : []), ...(await usernameProblems(change, wanted.username))];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      const { username, name, email, posts, capacity } = wanted;
      const id = randomUUID();
      await change.manager.query(ADD, [id, username, name, email, passwordHash, organId, capacity]);
      const made = await staffInScope(change, actor, id);
      await record(change, { ...markOf('person-created', made), after: valuesOf(made) });
      for (const [i, post] of posts.entries())
        await addPost(change, await staffInScope(change, actor, id), { post, at: `posts.${i}` });
      return { person: staffView(await staffInScope(change, actor, id)), password };
    });
  }

  /**
   * Renames a person, moves them to another organ, or lets them in no more (or again).
   * @throws Refusal `role-missing`, `not-found`, `invalid-request`, `cases-open`, `named-in-cases`, `only-bearer`, `own-account`, `last-admin`
   */
  async change(actor: Person, id: string, wanted: PersonChange): Promise<AdministeredPerson> {
    needAdmin(actor);
    return makeChange(this.parts, actor, async (change) => {
      const before = await staffInScope(change, actor, id);
      const { name, email, organ, active, capacity } = { ...before, ...wanted };
      const organId = await organIdInScope(change, actor, organ);
      if (organId === undefined) throw new Refusal('invalid-request', [UNKNOWN_ORGAN]);
      const moves = organId !== before.organ_id;
      if (moves || (before.active && !active)) await letGo(change, before);
      for (const post of moves ? before.posts : []) await endPost(change, post);
      await change.manager.query(CHANGE, [id, name, email, organId, active, capacity]);
      const after = await staffInScope(change, actor, id);
      await recordChange(change, before, after);
      return staffView(after);
    });
  }

  /**
   * Gives a new password, told once; the person is logged out, their tokens are taken back, and they have to choose their own at the next log-in.
   * @throws Refusal `role-missing`, `not-found`, or `own-account`: one's own is changed by who knows it
   */
  async resetPassword(actor: Person, id: string): Promise<string> {
    needAdmin(actor);
    const password = newOneTimePassword();
    const passwordHash = await hashPassword(password);
    return makeChange(this.parts, actor, async (change) => {
      const person = await staffInScope(change, actor, id);
      if (person.id === actor.id) throw new Refusal('own-account');
      const values = [person.id, passwordHash];
      await change.manager.query('UPDATE person SET password_hash = $2, must_change_password = true WHERE id = $1', values);
      await record(change, markOf('password-reset', person));
      await closeWaysIn(change, person);
      return password;
    });
  }

  /**
   * Takes the second step away from the log-in of who has lost their authenticator; the person is logged out.
   * @throws Refusal `role-missing`, `not-found`, `second-factor-absent`, or `own-account`: one's own is taken away by who has it
   */
  async removeSecondFactor(actor: Person, id: string): Promise<void> {
    needAdmin(actor);
    await makeChange(this.parts, actor, async (change) => {
      const person = await staffInScope(change, actor, id);
      if (person.id === actor.id) throw new Refusal('own-account');
      await removeSecondFactor(change, person);
      await closeWaysIn(change, person);
    });
  }
}

const UNKNOWN_ORGAN: FieldProblem = { path: 'organ', code: 'unknown-organ' };

async function organIdInScope(change: Change, actor: Person, code: string): Promise<string | undefined> {
  const organ = await findOrgan(change, code);
  return organ !== undefined && administers(actor, organ.path) ? organ.id : undefined;
}

async function usernameProblems({ manager }: Change, username: string): Promise<FieldProblem[]> {
  const others = await manager.query<unknown[]>('SELECT 1 FROM person WHERE username = $1', [username]);
  return others.length === 0 ? [] : [{ path: 'username', code: 'taken', facts: { value: username } }];
}

/** Whoever leaves an organ leaves no open case, no step that only they could take, nobody without an administrator, no open session and no token. */
async function letGo(change: Change, person: StaffRow): Promise<void> {
  await refuseLockOut(change, person);
  // What takes long is read before anybody waits: the second look reads what has changed since.
  const looked = await refuseOpenCases(change, person);
  // No case can be given to the person from now on: see the lock in the desk's read of an assignee.
  await change.manager.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [person.id]);
  await refuseOpenCases(change, (await findStaff(change, person.id)) ?? person, looked);
  if (person.active) await refuseUnattended(change, person, { lost: person.posts });
  await closeWaysIn(change, person);
}

async function recordChange(change: Change, before: StaffRow, after: StaffRow): Promise<void> {
  if (before.active !== after.active)
    await record(change, markOf(after.active ? 'person-activated' : 'person-deactivated', after));
  await record(change, { ...markOf('person-changed', after), before: valuesOf(before), after: valuesOf(after) });
}

const markOf = <A>(action: A, person: StaffRow) => ({ action, path: person.path, subject: subjectOf(person) });

const valuesOf = ({ username, name, email, organ, capacity }: StaffRow) => ({
  ...{ username, name, email, organ },
  ...(capacity === null ? {} : { capacity }),
});
