import { Refusal, type PostTitle, type PostView, type Role } from '@gongkai/contracts';
import { heldOn } from '../directory/people.js';
import type { Change } from './change.js';
import { isHeld } from './safeguards.js';
import type { StaffRow } from './staff-rows.js';

/** So many cases are named in a refusal; the number tells how many there are. */
const CASES_NAMED = 20;

/** Posts that are borne in an organ (`$1`) on a day (`$2`) without some of them (`$3`). */
const OTHER_POSTS = `
  SELECT DISTINCT post.role, post.title, post.ogi_head AS "ogiHead" FROM post JOIN person ON person.id = post.person_id
   WHERE post.organ_id = $1 AND person.organ_id = $1 AND person.active AND NOT post.id = ANY ($3::uuid[]) AND ${heldOn('post', 2)}`;

/**
 * Cases of an organ (`$1`) whose next step is that of one of these roles (`$2`), with what else it asks of the post: the title of the step
 * of its chain, or to be the head of the OGI unit (REG 33).
 */
const WAITING = `
  SELECT id, number, turn_role AS role,
         CASE WHEN turn_role = 'approver' AND state = 'approving' THEN
           nullif(file #> '{round,reply,chain,steps}' ->> least(jsonb_array_length(file #> '{round,reply,approvals}'),
             jsonb_array_length(file #> '{round,reply,chain,steps}') - 1), 'approver') END AS title,
         turn_role = 'approver' AND state <> 'approving' AND file #> '{round,extensionProposed}' <> 'null'::jsonb AS "ogiHead"
    FROM case_file WHERE organ_id = $1 AND turn_role = ANY ($2::text[]) ORDER BY due NULLS LAST, number`;

type Asked = { readonly role: Role; readonly title: PostTitle | null; readonly ogiHead: boolean | null };
type Waiting = Asked & { readonly id: string; readonly number: string };
type Borne = Pick<PostView, 'role' | 'title' | 'ogiHead'>;

const isEnough = ({ role, title, ogiHead }: Borne, asked: Asked): boolean =>
  role === asked.role && (asked.title === null || title === asked.title) && (asked.ogiHead !== true || ogiHead);

/** Posts that end or are changed, as they stood, and what becomes of them where they do not end. */
type Leaving = { readonly lost: readonly PostView[]; readonly kept?: readonly Borne[] };

/**
 * Nobody takes the last post along for which cases wait: their step would wait for nobody, and nobody would be told of it. Asked before a
 * post ends or is changed, or its bearer leaves; of the posts those count that are borne today.
 * @throws Refusal `only-bearer` that names the cases
 */
export async function refuseUnattended(
  { manager, today }: Change,
  { organ_id, name }: Pick<StaffRow, 'organ_id' | 'name'>,
  leaving: Leaving,
): Promise<void> {
  const lost = leaving.lost.filter((post) => isHeld(post, today));
  if (lost.length === 0) return;
  const others = await manager.query<Borne[]>(OTHER_POSTS, [organ_id, today, lost.map(({ id }) => id)]);
  const left = [...others, ...(leaving.kept ?? [])];
  const waiting = await manager.query<Waiting[]>(WAITING, [organ_id, lost.map(({ role }) => role)]);
  const unattended = waiting.filter(
    (asked) => lost.some((post) => isEnough(post, asked)) && !left.some((post) => isEnough(post, asked)),
  );
  if (unattended.length === 0) return;
  const cases = unattended.slice(0, CASES_NAMED).map(({ id, number }) => ({ id, number }));
  throw new Refusal('only-bearer', [], { facts: { name, count: unattended.length }, cases });
}
