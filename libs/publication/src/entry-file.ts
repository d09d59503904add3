import type { LocalDate } from '@gongkai/calendar';
import { asUuid, organInSight } from '@gongkai/casework';
import type { Statement } from '@gongkai/platform';

/** An entry with its words as they stand for everybody, to which a file is put. */
export type OwnEntry = {
  readonly organ_id: string;
  readonly case_id: string | null;
  readonly file_name: string | null;
  readonly words: {
    readonly indexNumber: string;
    readonly title: string;
    readonly summary: string;
    readonly kind: string;
    readonly madeOn: LocalDate | null;
    readonly publishedOn: LocalDate;
    readonly url: string | null;
  };
};

const SELECT = `
  SELECT disclosure.organ_id, disclosure.case_id, coalesce(disclosure.file_name, stored_file.name) AS file_name,
         jsonb_build_object(
           'indexNumber', disclosure.index_number, 'title', disclosure.title, 'summary', disclosure.summary, 'kind', disclosure.kind,
           'madeOn', disclosure.made_on, 'publishedOn', disclosure.published_on, 'url', disclosure.url) AS words
    FROM disclosure JOIN organ ON organ.id = disclosure.organ_id
    LEFT JOIN stored_file ON stored_file.id = disclosure.file_id AND stored_file.organ_id = disclosure.organ_id`;

/** One in sight of who keeps the catalogue. */
export const readOwnEntry = (
  { organId, seesBelow }: { readonly organId: string; readonly seesBelow: boolean },
  id: string,
): Statement => ({
  text: `${SELECT} WHERE ${organInSight(1, 2)} AND disclosure.id = $3`,
  values: [organId, seesBelow, asUuid(id)],
});

export const lockOwnEntry = (id: string): Statement => ({
  text: `${SELECT} WHERE disclosure.id = $1 FOR UPDATE OF disclosure`,
  values: [id],
});

/** Puts a file to an entry, or takes it away: null. */
export const fileChanged = (id: string, at: Date, file: { readonly id: string; readonly name: string } | null): Statement => ({
  text: 'UPDATE disclosure SET changed_at = $2, file_id = $3, file_name = $4 WHERE id = $1',
  values: [id, at, file?.id ?? null, file?.name ?? null],
});
