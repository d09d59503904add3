import { yearOf } from '@gongkai/calendar';
import type { CommandPool, Sealer } from '@gongkai/platform';
import { allRecords } from '../records/all-records.js';

/** The number that an answer to a request to correct a record bears, with the organ and the year of its series. */
type RecordAnswer = { readonly organId: string; readonly year: number; readonly number: string };
/** A request to correct a record that cannot be opened. */
export type UnopenedRecord = { readonly id: string; readonly number: string };

/** Which number each answer bears is sealed with it: all requests are opened. What was signed stays so, also where it was withdrawn before it left. */
export async function recordAnswers(
  pool: CommandPool,
  sealer: Sealer,
): Promise<{ readonly answers: readonly RecordAnswer[]; readonly unopened: readonly UnopenedRecord[] }> {
  const [answers, unopened]: [RecordAnswer[], UnopenedRecord[]] = [[], []];
  for await (const records of allRecords(pool, sealer))
    for (const { id, number: asked, organId, file } of records) {
      if (file === null) unopened.push({ id, number: asked });
      for (const { number, on } of file?.deeds ?? [])
        if (number !== undefined) answers.push({ organId, year: yearOf(on), number });
    }
  return { answers, unopened };
}
