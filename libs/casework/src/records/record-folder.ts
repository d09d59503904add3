import type { RecordCorrection } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import type { RecordFile } from './record-file.js';
import type { RecordRow } from './record-rows.js';

/** A paper of it; `entry` is the place of the deed that brought it, from 1. Sizes in bytes. */
export type RecordPaper = {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly entry: number;
};

/** A request to correct a record, and its papers in the order in which they came and left. */
export type RecordFolder = { readonly item: RecordCorrection; readonly organId: string; readonly papers: readonly RecordPaper[] };

type Opened = {
  readonly item: RecordCorrection;
  readonly row: Pick<RecordRow, 'organId'>;
  readonly file: RecordFile;
};

const SIZES = 'SELECT id, size::int AS size FROM stored_file WHERE organ_id = $1 AND id = ANY ($2)';

/** The proof that came with it, and the answers as they were signed: one for each time that it was decided. */
export async function folderOf({ item, row: { organId }, file }: Opened, pool: CommandPool): Promise<RecordFolder> {
  const answers = file.deeds.flatMap(({ papers }, i) => (papers === undefined ? [] : [{ ...papers.pdf, entry: i + 1 }]));
  const values = [organId, answers.map(({ id }) => id)];
  const { rows } = await pool.query<{ id: string; size: number }>({ text: SIZES, values });
  const sizes = new Map(rows.map(({ id, size }) => [id, size]));
  return {
    item,
    organId,
    papers: [
      ...item.files.map(({ id, name, mime, size }) => ({ id, name, mime, size, entry: 1 })),
      ...answers.map((answer) => ({ ...answer, mime: 'application/pdf', size: sizes.get(answer.id) ?? 0 })),
    ],
  };
}
