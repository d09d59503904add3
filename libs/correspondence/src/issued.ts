import type { Person, StoredFiles } from '@gongkai/casework';
import { paperOfStep, paperTexts, type DrawnPaper, type FileView, type PaperKind } from '@gongkai/contracts';
import { paperMade, type CaseNotice } from '@gongkai/lifecycle';
import { noticeOf, type About } from './values/telling.js';

/** What goes out: with a step, or with the letter that goes out with one. The approval sheet goes nowhere. */
const { file: _sheet, ...letters } = paperOfStep;
const ISSUED: ReadonlySet<PaperKind> = new Set<PaperKind>([...Object.values(letters), 'consultation_answer']);

/**
 * What has become of a letter that was made: `drawn` with its step, and kept; `brought` by somebody, so that what would be drawn now never
 * went out; or `unkept`.
 */
export type Issue = { readonly notice: CaseNotice } & (
  | { readonly as: 'drawn'; readonly fileIds: readonly string[] }
  | { readonly as: 'brought' | 'unkept' }
);

/** What was issued where such a paper is asked for; undefined as long as none was made, or where another case tells of it. */
export function issueOf(asked: About): Issue | undefined {
  const notice = ISSUED.has(asked.kind) ? noticeOf(asked) : undefined;
  if (notice === undefined) return undefined;
  if (notice.redrawn !== undefined) return { notice, as: 'drawn', fileIds: notice.redrawn };
  const made = paperMade(
    notice.id,
    asked.matter.journal.map(({ fact }) => fact),
  );
  if (made === undefined) return undefined;
  const { fileIds, drawn = fileIds } = made;
  if (fileIds.length === 0) return { notice, as: 'unkept' };
  return drawn.length === 0 ? { notice, as: 'brought' } : { notice, as: 'drawn', fileIds: drawn };
}

/** What a paper of a case is called, without the ending of its form. */
export const nameOfPaper = (kind: PaperKind, number: string): string => `${paperTexts[kind]['zh-CN']}${number}`;

/** Where the file of a letter is found, and by whom it is asked for. */
type Keeping = { readonly files: Pick<StoredFiles, 'find'>; readonly reader: Person };

/**
 * Both forms of a letter as it went out: not drawn anew, for the case may tell otherwise since, and it was sealed once.
 * @param name as it was called as it was drawn. @param listed the files of the entry that made it, as they are called in the case
 * @returns undefined where they are not both among them
 */
export async function asIssued(
  name: string,
  listed: readonly { readonly id: string; readonly name: string }[],
  { files, reader }: Keeping,
): Promise<Pick<DrawnPaper, 'pdf' | 'docx'> | undefined> {
  const found = async (form: 'pdf' | 'docx'): Promise<FileView | undefined> => {
    const file = listed.find((one) => one.name === `${name}.${form}`);
    return file === undefined ? undefined : { ...(await files.find(file.id, reader)), name: file.name };
  };
  const [pdf, docx] = [await found('pdf'), await found('docx')];
  return pdf === undefined || docx === undefined ? undefined : { pdf, docx };
}
