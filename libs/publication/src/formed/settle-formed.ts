import { asUuid } from '@gongkai/casework';
import type { Statement } from '@gongkai/platform';

type Settling = {
  readonly organId: string;
  readonly at: Date;
  /** Nobody at the command line. */
  readonly by: string | null;
};

/**
 * What was to be public and has become so by entries with these index numbers is settled by them: where it bears a number itself by that
 * alone, otherwise by its name. An entry that was public before the information was formed or changed settles nothing.
 */
export const settleFormed = (indexNumbers: readonly string[], { organId, at, by }: Settling): Statement => ({
  text: `
    UPDATE formed_information AS formed
       SET ended_as = 'published', ended_at = $3, ended_by = $4, disclosure_id = entry.id
      FROM (SELECT DISTINCT ON (open.id) open.id AS formed_id, disclosure.id
              FROM formed_information AS open
              JOIN disclosure ON disclosure.organ_id = open.organ_id AND disclosure.index_number = ANY ($2::text[])
               AND disclosure.withdrawn_at IS NULL AND disclosure.published_on >= open.on_day
               AND CASE WHEN open.index_number IS NULL THEN disclosure.title = open.title ELSE disclosure.index_number = open.index_number END
             WHERE open.organ_id = $1 AND open.ended_as IS NULL
             ORDER BY open.id, disclosure.published_on, disclosure.index_number) AS entry
     WHERE formed.id = entry.formed_id
    RETURNING formed.number`,
  values: [organId, indexNumbers, at, by],
});

/** One of them is settled by an entry that is made for it. */
export const settleOne = (id: string, { organId, at, by, entryId }: Settling & { readonly entryId: string }): Statement => ({
  text: `
    UPDATE formed_information SET ended_as = 'published', ended_at = $3, ended_by = $4, disclosure_id = $5
     WHERE id = $1 AND organ_id = $2 AND ended_as IS NULL AND on_day <= (SELECT published_on FROM disclosure WHERE id = $5)
    RETURNING number`,
  values: [asUuid(id), organId, at, by, entryId],
});
