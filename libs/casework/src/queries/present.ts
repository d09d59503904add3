import { MACHINE_VERSION, type CaseFile, type ChartValue } from '@gongkai/lifecycle';
import type { CommandPool } from '@gongkai/platform';
import { journalsOf } from '../audit/batches.js';
import { refold } from '../audit/refold.js';
import type { LawShelf } from '../law-shelf.js';

/** What of a row depends on the chart that stored it. */
type Charted = {
  readonly id: string;
  readonly statute: string;
  readonly organ_id: string;
  readonly machine_version: number;
  readonly clock_edition: number | null;
  readonly file: CaseFile;
  readonly value: ChartValue;
};

/** The rows as the present chart would have stored them: those of an older one are folded from their journals. */
export async function presented<Row extends Charted>(
  rows: readonly Row[],
  { pool, laws }: { readonly pool: CommandPool; readonly laws: LawShelf },
): Promise<readonly Row[]> {
  const outdated = rows.filter(({ machine_version }) => machine_version < MACHINE_VERSION);
  if (outdated.length === 0) return rows;
  const journals = await journalsOf(pool, outdated);
  return rows.map((row) => {
    if (!outdated.includes(row)) return row;
    const { now } = refold(journals.get(row.id) ?? [], row, laws);
    return { ...row, ...now };
  });
}
