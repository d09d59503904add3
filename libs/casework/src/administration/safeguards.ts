import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type PostView } from '@gongkai/contracts';
import type { Change } from './change.js';
import type { StaffRow } from './staff-rows.js';

/** So many cases are named in a refusal; the number tells how many there are. */
const CASES_NAMED = 20;

const OPEN_CASES = `
  SELECT id, number FROM case_file WHERE assignee_id = $1 AND closed_on IS NULL
   ORDER BY coalesce(final_due, provisional_due) NULLS LAST, id LIMIT ${CASES_NAMED}`;

/** Other administrators of the organ or of one above it, in office today and without an end. */
const OTHER_ADMINS = `
  SELECT 1 FROM post JOIN person ON person.id = post.person_id AND person.organ_id = post.organ_id
   WHERE post.role = 'admin' AND person.active AND person.id <> $1 AND post.organ_id = ANY ($2::uuid[])
     AND post.valid_from <= $3::date AND post.valid_to IS NULL LIMIT 1`;

/** Whether a post is held on a day. */
export const isHeld = ({ validFrom, validTo }: Pick<PostView, 'validFrom' | 'validTo'>, day: LocalDate): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/** Nobody leaves open cases behind that wait for them. @throws Refusal `cases-open` that names them */
export async function refuseOpenCases({ manager }: Change, { id, name, open_cases }: StaffRow): Promise<void> {
  if (open_cases === 0) return;
  const cases = await manager.query<{ id: string; number: string }[]>(OPEN_CASES, [id]);
  throw new Refusal('cases-open', [], { facts: { name, count: open_cases }, cases });
}

/**
 * Nobody gives up the keys by themselves, and the last one who has them keeps them. Asked before an administrator is
 * deactivated, moved, or their post ended or given an end; nothing to say to the others.
 * @throws Refusal `own-account` or `last-admin`
 */
export async function refuseLockOut({ manager, actor, today }: Change, person: StaffRow): Promise<void> {
  if (!person.active || !person.posts.some((post) => post.role === 'admin' && isHeld(post, today))) return;
  if (actor?.id === person.id) throw new Refusal('own-account');
  const others = await manager.query<unknown[]>(OTHER_ADMINS, [person.id, person.path, today]);
  if (others.length === 0) throw new Refusal('last-admin');
}
