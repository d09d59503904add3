import type { Clock, CommandPool } from '@gongkai/platform';
import type { LawShelf } from '../law-shelf.js';
import { presented } from '../queries/present.js';
import type { Reckoned } from './columns.js';
import { readCase, readSurroundings, storedCase, type StoredCase } from './stored-case.js';
import { reckonStored } from './view-now.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly laws: LawShelf };

/** A case that somebody without a session has shown to be theirs, as it stands today. */
export async function caseNow(id: string, parts: Parts): Promise<StoredCase & { readonly reckoned: Reckoned }> {
  const { pool, clock, laws } = parts;
  const [rows, around] = await Promise.all([pool.query(readCase(id, 'none')), pool.query(readSurroundings(id))]);
  const stored = storedCase(rows.rows, around.rows, 'clock');
  const [row = stored.row] = await presented([stored.row], parts);
  return { ...stored, row, reckoned: reckonStored({ row }, { laws, today: clock.today() }) };
}
