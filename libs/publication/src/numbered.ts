import type { LocalDate } from '@gongkai/calendar';
import { officeDay, type CommandPool, type Statement } from '@gongkai/platform';

/** An entry as it is known by its index number. */
export type NumberedEntry = {
  readonly id: string;
  readonly indexNumber: string;
  readonly on: LocalDate;
  readonly withdrawnOn: LocalDate | null;
};

type Row = Omit<NumberedEntry, 'withdrawnOn'> & { readonly withdrawnAt: Date | null };

const READ = `
  SELECT id, index_number AS "indexNumber", published_on AS on, withdrawn_at AS "withdrawnAt" FROM disclosure
   WHERE organ_id = $1 AND index_number = ANY ($2::text[]) ORDER BY entered_at, index_number`;

/** The entries of an organ that bear one of these index numbers, those that were withdrawn among them. */
export async function readNumbered(
  pool: CommandPool,
  organId: string,
  indexNumbers: readonly string[],
): Promise<NumberedEntry[]> {
  const { rows } = await pool.query<Row>({ text: READ, values: [organId, indexNumbers] });
  return rows.map(({ withdrawnAt, ...row }) => ({ ...row, withdrawnOn: withdrawnAt === null ? null : officeDay(withdrawnAt) }));
}

/** Asks which organs have an entry that stands under one of these index numbers: their ids, as `organId`, and `since` when it has stood there. */
export const askForNumbered = (organIds: readonly string[], indexNumbers: readonly string[]): Statement => ({
  name: 'organs-with-numbered',
  text: `
    SELECT organ_id AS "organId", min((entered_at AT TIME ZONE 'Asia/Shanghai')::date) AS since FROM disclosure
     WHERE organ_id = ANY ($1::uuid[]) AND index_number = ANY ($2::text[]) AND withdrawn_at IS NULL GROUP BY organ_id`,
  values: [organIds, indexNumbers],
});
