import type { CommandPool, Sealer } from '@gongkai/platform';
import type { RecordFile } from './record-file.js';
import { fileIfOpened, type Beside, type RecordRow } from './record-rows.js';

/** A request with all that it says; `file` is null where no key opens it. */
export type OpenedRecord = Pick<RecordRow, 'id' | 'number' | 'organId'> & {
  readonly file: RecordFile | null;
  /** What stands beside the seal. */
  readonly beside: Beside;
};

type Row = Omit<OpenedRecord, 'file'> & Pick<RecordRow, 'sealed'>;

const ALL = `
  SELECT id, number, organ_id AS "organId", sealed,
         jsonb_build_object('state', state, 'remedies', remedies, 'redo', redo, 'challenged', challenged) AS beside
    FROM record_correction WHERE id > $1::uuid ORDER BY id LIMIT 200`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Every request to correct a record of every organ, some at a time: whoever checks them all keeps few in memory. */
export async function* allRecords(pool: CommandPool, sealer: Sealer): AsyncGenerator<readonly OpenedRecord[]> {
  let rows: readonly Row[] = [];
  do {
    ({ rows } = await pool.query<Row>({ text: ALL, values: [rows.at(-1)?.id ?? BEFORE_ALL] }));
    yield rows.map(({ sealed, ...row }) => ({ ...row, file: fileIfOpened({ id: row.id, sealed }, sealer) }));
  } while (rows.length > 0);
}
