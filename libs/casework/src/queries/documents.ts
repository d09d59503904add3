import type { DocumentsView } from '@gongkai/contracts';
import type { CaseNotice } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { nameInCase } from '../file-names.js';
import { noticeView } from '../views/notice-view.js';

/** A file that an entry of the journal names. */
export type FileOfCase = {
  readonly seq: number;
  /** Among those of its entry. */
  readonly place: number;
  readonly item_id: string | null;
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly uploaded_at: Date;
};

/** Every file that the journal of a case names, with the entry that brought it first. */
export const readFilesOf = (caseId: string): Statement => ({
  name: 'files-of-journal',
  text: `
    SELECT DISTINCT ON (stored_file.id) journal.seq, named.place::int AS place, journal.fact ->> 'itemId' AS item_id, stored_file.id, ${nameInCase('$1')} AS name,
           stored_file.mime, stored_file.size, stored_file.uploaded_at
      FROM journal
      JOIN case_file ON case_file.id = journal.case_id
      CROSS JOIN LATERAL jsonb_array_elements_text(journal.fact -> 'fileIds') WITH ORDINALITY AS named (id, place)
      JOIN stored_file ON stored_file.id = named.id AND stored_file.organ_id = case_file.organ_id
     WHERE journal.case_id = $1 AND jsonb_typeof(journal.fact -> 'fileIds') = 'array'
     ORDER BY stored_file.id, journal.seq, named.place`,
  values: [caseId],
});

/** The papers of a case: what went out, then the files in the order they came. */
export function documentsView(notices: readonly CaseNotice[], files: readonly FileOfCase[]): DocumentsView {
  const inOrder = [...files].sort((a, b) => a.seq - b.seq || a.place - b.place);
  return {
    items: [
      ...notices.map((notice) => ({
        type: 'notice' as const,
        ...noticeView(notice),
      })),
      ...inOrder.map(({ seq, place: _, item_id, uploaded_at, ...file }) => ({
        type: 'file' as const,
        ...file,
        uploadedAt: uploaded_at.toISOString(),
        entry: seq,
        itemId: item_id,
      })),
    ],
    nextCursor: null,
  };
}
