import { lawShelf } from '@gongkai/casework';
import { importRows } from '@gongkai/intake';
import { Sealer, type Statement } from '@gongkai/platform';
import type { TestApi } from './api.js';

/**
 * Goes on with an import, as a worker does that takes its job.
 * @param isLost the worker dies before it can say that its part is done
 * @returns whether the import waits for nothing more
 */
export async function importNext({ services, settings, clock }: TestApi, isLost = false): Promise<boolean> {
  const { pool, store } = services;
  const parts = { pool, store, clock, laws: lawShelf(settings.configDir), sealer: new Sealer(settings.secretKeys) };
  const open = "SELECT id, payload FROM outbox WHERE job = 'import-register' AND done_at IS NULL";
  const { rows } = await pool.query<{ id: string; payload: { importId: string } }>({ text: open });
  const [job] = rows;
  if (job === undefined) return true;
  return pool.flights({ organId: '', reads: [] }, async (_rows, transaction) => {
    const read = <Row extends object>(statement: Statement): Promise<Row[]> => transaction.read<Row>(statement);
    const written = await importRows(job.payload, read, parts);
    if (!isLost)
      await transaction.commit({ text: 'UPDATE outbox SET done_at = now() WHERE id = $1', values: [job.id] }, ...written);
    return false;
  });
}
