import type { Clock, CommandPool } from '@gongkai/platform';

const DAY_MS = 86_400_000;
/** Rows that are removed at a time: no lock is held for long. */
const BATCH = 1000;

/** What is kept for some days only; by the office's clock, or where the database wrote the time, by its own. */
const KEPT: readonly { readonly table: string; readonly key: string; readonly since: string; readonly days: number }[] = [
  { table: 'outbox', key: 'id', since: 'done_at', days: 7 },
  { table: 'idempotency_key', key: '(scope, key)', since: 'created_at', days: 30 },
  { table: 'session', key: 'id_hash', since: 'expires_at', days: 0 },
  { table: 'reading', key: 'file_id', since: 'asked_at', days: 30 },
  { table: 'login_attempt', key: 'id', since: 'failed_at', days: 1 },
];

const columns = (key: string): string => key.replace(/[()]/g, '');

/** Removes what nobody needs any more. @returns rows removed, by table */
export async function keepHouse(pool: CommandPool, clock: Clock): Promise<Readonly<Record<string, number>>> {
  const removed: Record<string, number> = {};
  for (const { table, key, since, days } of KEPT) {
    const before = new Date(clock.now().getTime() - days * DAY_MS);
    const text = `DELETE FROM ${table} WHERE ${key} IN (
      SELECT ${columns(key)} FROM ${table} WHERE ${since} < $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`;
    removed[table] = await removeAll(pool, text, before);
  }
  return removed;
}

async function removeAll(pool: CommandPool, text: string, before: Date): Promise<number> {
  let all = 0;
  let batch = BATCH;
  while (batch === BATCH) {
    const { rowCount } = await pool.query({ text, values: [before] });
    batch = rowCount ?? 0;
    all += batch;
  }
  return all;
}
