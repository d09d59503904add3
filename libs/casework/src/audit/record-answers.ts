import { yearOf } from '@gongkai/calendar';
import type { CommandPool, Sealer } from '@gongkai/platform';
import { fileIfOpened } from '../records/record-rows.js';

/** The number that an answer to a request to correct a record bears, with the organ and the year of its series. */
type RecordAnswer = { readonly organId: string; readonly year: number; readonly number: string };
/** A request to correct a record that cannot be opened. */
export type UnopenedRecord = { readonly id: string; readonly number: string };
type Row = UnopenedRecord & { readonly organId: string; readonly sealed: Uint8Array };

const BATCH = 500;

/** What was signed stays so, also where the request was withdrawn before its answer left. */
const SIGNED = `
  SELECT id, number, organ_id AS "organId", sealed FROM record_correction
   WHERE id > $1::uuid AND state NOT IN ('open', 'drafted') ORDER BY id LIMIT ${String(BATCH)}`;

/** Opens all requests that were signed, in batches: which number each answer bears is sealed with it. */
export async function recordAnswers(
  pool: CommandPool,
  sealer: Sealer,
): Promise<{ readonly answers: readonly RecordAnswer[]; readonly unopened: readonly UnopenedRecord[] }> {
  const [answers, unopened]: [RecordAnswer[], UnopenedRecord[]] = [[], []];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await pool.query<Row>({ text: SIGNED, values: [after] });
    for (const row of rows) {
      const numbers = numbersIn(row, sealer);
      if (numbers === null) unopened.push({ id: row.id, number: row.number });
      else answers.push(...numbers);
    }
    const last = rows.at(-1);
    if (last === undefined) return { answers, unopened };
    after = last.id;
  }
}

function numbersIn(row: Row, sealer: Sealer): readonly RecordAnswer[] | null {
  const file = fileIfOpened(row, sealer);
  if (file === null) return null;
  return file.deeds.flatMap(({ number, on }) =>
    number === undefined ? [] : [{ organId: row.organId, year: yearOf(on), number }],
  );
}
