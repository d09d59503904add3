import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type PostView } from '@gongkai/contracts';
import type { Parameter } from '@gongkai/platform';
import { openWorkOf, type LookedAt } from '../handing-over/open-work.js';
import type { Change } from './change.js';
import type { StaffRow } from './staff-rows.js';

/** So many cases are named in a refusal; the number tells how many there are. */
const CASES_NAMED = 20;

/** Other administrators of the organ or of one above it, in office today and without an end. */
const OTHER_ADMINS = `
  SELECT 1 FROM post JOIN person ON person.id = post.person_id AND person.organ_id = post.organ_id
   WHERE post.role = 'admin' AND person.active AND person.id <> $1 AND post.organ_id = ANY ($2::uuid[])
     AND post.valid_from <= $3::date AND post.valid_to IS NULL LIMIT 1`;

/** Whether a post is held on a day. */
export const isHeld = ({ validFrom, validTo }: Pick<PostView, 'validFrom' | 'validTo'>, day: LocalDate): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/**
 * Nobody leaves behind what waits for them: open cases, cases that are over with something left to do, and what names them in the cases of
 * others: supervision orders, and requests for help.
 * @param before what a look a moment ago has found, where there was one
 * @returns what was found, for a second look
 * @throws Refusal `cases-open` or `named-in-cases` that names the cases
 */
export async function refuseOpenCases({ manager }: Change, { id, name }: StaffRow, before?: LookedAt): Promise<LookedAt> {
  const read = <Row>(text: string, values: readonly Parameter[]) => manager.query<Row[]>(text, [...values]);
  const { cases, stays, looked } = await openWorkOf(id, read, before);
  if (cases.length > 0)
    throw new Refusal('cases-open', [], { facts: { name, count: cases.length }, cases: cases.slice(0, CASES_NAMED) });
  if (stays.length === 0) return looked;
  const named = stays.slice(0, CASES_NAMED).map((one) => one.case);
  throw new Refusal('named-in-cases', [], { facts: { name, count: stays.length }, cases: named });
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
