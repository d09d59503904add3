import type { LocalDate } from '@gongkai/calendar';
import type { PostTitle } from '@gongkai/contracts';
import { postsAsked, type ApprovalChains } from '@gongkai/statutes';
import type { DataSource } from 'typeorm';

/** A title that a chain names, or the legal reviewer, whom an organ asks for and has not. */
export type VacantPost = { readonly organ: string; readonly post: PostTitle | 'legal' };

/** Organs in which somebody decides, with the titles and roles that are borne there on a day (`$1`). */
const BORNE = `
  SELECT organ.code AS organ, array_agg(DISTINCT coalesce(post.title, post.role)) AS borne
    FROM organ
    JOIN post ON post.organ_id = organ.id AND post.valid_from <= $1 AND (post.valid_to IS NULL OR post.valid_to >= $1)
    JOIN person ON person.id = post.person_id AND person.active
   GROUP BY organ.code HAVING bool_or(post.role = 'caseworker') ORDER BY organ.code`;

/** Which posts are asked for by `config/approvals.yaml` and borne by nobody: drafts there are refused when they are submitted. */
export async function vacantPosts(source: DataSource, approvals: ApprovalChains, on: LocalDate): Promise<readonly VacantPost[]> {
  const rows = await source.query<{ readonly organ: string; readonly borne: readonly string[] }[]>(BORNE, [on]);
  return rows.flatMap(({ organ, borne }) =>
    postsAsked(approvals, organ)
      .filter((post) => !borne.includes(post))
      .map((post) => ({ organ, post })),
  );
}
