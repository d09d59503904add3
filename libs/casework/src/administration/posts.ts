import { randomUUID } from 'node:crypto';
import { addDays } from '@gongkai/calendar';
import {
  Refusal,
  type AdministeredPerson,
  type FieldProblem,
  type NewPost,
  type PostChange,
  type PostView,
  type Role,
} from '@gongkai/contracts';
import type { Person } from '../person.js';
import { makeChange, needAdmin, record, type AdministrationParts, type Change } from './change.js';
import { isHeld, refuseLockOut, refuseOpenCases } from './safeguards.js';
import { staffInScope, staffView, subjectOf, type StaffRow } from './staff-rows.js';
import { refuseUnattended } from './unattended.js';

const ADD = `
  INSERT INTO post (id, person_id, organ_id, role, ogi_head, valid_from, valid_to, title) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const END = 'UPDATE post SET valid_to = $2::date WHERE id = $1 AND (valid_to IS NULL OR valid_to > $2::date)';

/** Roles of people in their organs, from one day to another. A change holds from the next request on. */
export class PostAdministration {
  constructor(private readonly parts: AdministrationParts) {}

  /** Gives a person a role: an administrator none of an auditor, nor the other way round. @throws Refusal `role-missing`, `not-found`, or `invalid-request` with the fields */
  async add(actor: Person, personId: string, post: NewPost): Promise<AdministeredPerson> {
    return this.#change(actor, personId, (change, person) => addPost(change, person, { post, at: '' }));
  }

  /** Sets or lifts the end of a post, or what it bears. @throws Refusal as {@link end} does, or `invalid-request` */
  async change(actor: Person, { personId, postId }: PostKey, wanted: PostChange): Promise<AdministeredPerson> {
    return this.#change(actor, personId, async (change, person) => {
      const before = postOf(person, postId);
      const after = { ...before, ...wanted };
      const problems = [...postProblems(person, after, ''), ...apartProblems(person, after, { at: '', before })];
      if (problems.length > 0) throw new Refusal('invalid-request', problems);
      await refuseLoss(change, person, { before, after });
      await change.manager.query('UPDATE post SET ogi_head = $2, valid_to = $3, title = $4 WHERE id = $1', [
        postId,
        after.ogiHead,
        after.validTo,
        after.title,
      ]);
      await record(change, { ...markOf('post-changed', person), before: valuesOf(before), after: valuesOf(after) });
    });
  }

  /**
   * Takes a role away: the post ends yesterday, one that would begin today or later has never been. One that is over
   * stays as it is.
   * @throws Refusal `role-missing`, `not-found`, `own-account`, `last-admin`, `cases-open` or `named-in-cases` for a caseworker, or `only-bearer`
   */
  async end(actor: Person, { personId, postId }: PostKey): Promise<AdministeredPerson> {
    return this.#change(actor, personId, async (change, person) => {
      const before = postOf(person, postId);
      const yesterday = addDays(change.today, -1);
      if (before.validTo !== null && before.validTo < change.today) return;
      await refuseLoss(change, person, { before, after: { ...before, validTo: yesterday } });
      await endPost(change, before);
      await record(change, { ...markOf('post-ended', person), before: valuesOf(before) });
    });
  }

  async #change(
    actor: Person,
    personId: string,
    work: (change: Change, person: StaffRow) => Promise<void>,
  ): Promise<AdministeredPerson> {
    needAdmin(actor);
    return makeChange(this.parts, actor, async (change) => {
      await work(change, await staffInScope(change, actor, personId));
      return staffView(await staffInScope(change, actor, personId));
    });
  }
}

/** A post of a person. */
export type PostKey = { readonly personId: string; readonly postId: string };

/** Adds a post. @param at the field its problems are told under; '' for the whole input */
export async function addPost(
  change: Change,
  person: StaffRow,
  { post: wanted, at }: { readonly post: NewPost; readonly at: string },
): Promise<void> {
  const post = { ...wanted, id: randomUUID(), validFrom: wanted.validFrom ?? change.today };
  const problems = [...postProblems(person, post, at), ...apartProblems(person, post, { at })];
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  const { id, role, ogiHead, title, validFrom, validTo } = post;
  await change.manager.query(ADD, [id, person.id, person.organ_id, role, ogiHead, validFrom, validTo, title]);
  await record(change, { ...markOf('post-added', person), after: valuesOf(post) });
}

/** Ends a post with yesterday, or removes one that has not begun before today; one that is over stays as it is. */
export async function endPost({ manager, today }: Change, { id, validFrom }: PostView): Promise<void> {
  if (validFrom >= today) await manager.query('DELETE FROM post WHERE id = $1', [id]);
  else await manager.query(END, [id, addDays(today, -1)]);
}

function postOf({ posts }: StaffRow, id: string): PostView {
  const post = posts.find((candidate) => candidate.id === id);
  if (post === undefined) throw new Refusal('not-found');
  return post;
}

function postProblems({ posts }: StaffRow, post: PostView, at: string): FieldProblem[] {
  const path = (field: string): string => (at === '' ? field : `${at}.${field}`);
  const { id, role, ogiHead, title, validFrom, validTo } = post;
  const same = posts.find((other) => other.id !== id && other.role === role && overlaps(other, post));
  return [
    ...(ogiHead && role !== 'approver' ? [{ path: path('ogiHead'), code: 'approvers-only' } as const] : []),
    ...(title !== null && role !== 'approver' ? [{ path: path('title'), code: 'approvers-only' } as const] : []),
    ...(validTo !== null && validTo < validFrom ? [{ path: path('validTo'), code: 'ends-before-start' } as const] : []),
    ...(same ? [{ path: path('role'), code: 'post-overlaps', facts: { from: same.validFrom } } as const] : []),
  ];
}

/** Who administers and who looks at what administrators do are two people (GB/T 22239, 8.1.5). */
const APART: Readonly<Partial<Record<Role, Role>>> = { admin: 'auditor', auditor: 'admin' };

/** Two posts that were held together before stay so until one of them is ended; none lasts longer for it. */
function apartProblems(
  { posts }: StaffRow,
  post: PostView,
  { at, before }: { readonly at: string; readonly before?: PostView },
): FieldProblem[] {
  const other = posts.find(({ role, ...span }) => role === APART[post.role] && overlaps(span, post));
  if (other === undefined || (before !== undefined && lasts(before) >= lasts(post))) return [];
  const path = at === '' ? 'role' : `${at}.role`;
  return [{ path, code: 'posts-apart', facts: { from: other.validFrom } }];
}

/** Its last day, of one without an end a day after all others. */
const lasts = ({ validTo }: Span): string => validTo ?? '9999';

type Span = Pick<PostView, 'validFrom' | 'validTo'>;

const overlaps = (a: Span, b: Span): boolean =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo);

type Difference = { readonly before: PostView; readonly after: PostView };

/**
 * Administrators may not lock each other out, a caseworker's cases are handed over before the role is gone, and somebody else can take the
 * steps that cases wait for.
 */
async function refuseLoss(change: Change, person: StaffRow, { before, after }: Difference): Promise<void> {
  const lost = isHeld(before, change.today) && !isHeld(after, change.today);
  if (before.role === 'admin' && (lost || isLimited(before, after))) await refuseLockOut(change, person);
  if (before.role === 'caseworker' && lost) await refuseOpenCases(change, person);
  await refuseUnattended(change, person, { lost: [before], kept: lost ? [] : [after] });
}

const isLimited = (before: Span, { validTo }: Span): boolean => validTo !== null && validTo !== before.validTo;

const markOf = <A>(action: A, person: StaffRow) => ({ action, path: person.path, subject: subjectOf(person) });

const valuesOf = ({ role, ogiHead, title, validFrom, validTo }: Omit<PostView, 'id'> & { readonly role: Role }) => ({
  role,
  ogiHead,
  title,
  validFrom,
  validTo,
});
