import type { CommandPool } from './command-pool.js';
import type { Sealer } from './sealing/sealer.js';
import { json, type Parameter } from './pg-values.js';

/** A table of which every row has something sealed in `sealed`: the columns by which a row is known, with their types, and the place it is sealed for. */
export type SealedTable = {
  readonly table: string;
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'integer'>>;
  readonly placeOf: (row: KeyOf) => string;
};

type KeyOf = Readonly<Record<string, string | number>>;

/** Of a table: how many rows are sealed with the newest key and the cipher of today, and how many are not. */
export type SealedRows = { readonly table: string; readonly current: number; readonly older: number };

type Parts = { readonly pool: CommandPool; readonly sealer: Sealer };
type Row = KeyOf & { readonly sealed: Uint8Array };

/** Rows in one statement. */
const AT_A_TIME = 500;

/** The id of the key in what is sealed; it tells the cipher as well, for which each secret has a key of its own. */
const KEY_ID = 'substring(sealed FROM 2 FOR 4)';

/** How much of each table is still sealed as it was once: with an older key, or the other cipher. */
export async function sealedRows(tables: readonly SealedTable[], { pool, sealer }: Parts): Promise<readonly SealedRows[]> {
  const found: SealedRows[] = [];
  for (const { table } of tables) {
    const text = `
      SELECT count(*) FILTER (WHERE ${KEY_ID} = $1)::int AS current, count(*) FILTER (WHERE ${KEY_ID} <> $1)::int AS older FROM ${table}`;
    const { rows } = await pool.query<Omit<SealedRows, 'table'>>({ text, values: [sealer.currentKey()] });
    found.push({ table, current: 0, older: 0, ...rows[0] });
  }
  return found;
}

/**
 * Seals again, with the newest key and the cipher of today, what is sealed otherwise, some hundred rows at a time, while everybody works on: what is changed
 * meanwhile is sealed with the newest key by who changes it. It may be ended at any moment and begun again.
 * @param onDone is told how many rows have been sealed again so far
 * @returns how many there were
 * @throws SealBroken where a key is missing that something was sealed with
 */
export async function reseal(table: SealedTable, { pool, sealer }: Parts, onDone: (rows: number) => void): Promise<number> {
  let [done, last]: [number, KeyOf | undefined] = [0, undefined];
  for (;;) {
    const { rows }: { rows: readonly Row[] } = await pool.query<Row>(read(table, sealer.currentKey(), last));
    last = rows.at(-1);
    if (last === undefined) return done;
    await pool.query({ text: write(table), values: [json(rows.map((row) => again(row, table, sealer)))] });
    onDone((done += rows.length));
  }
}

/** By the primary key, from where the last round ended. */
function read({ table, key }: SealedTable, current: Parameter, last: KeyOf | undefined) {
  const names = Object.keys(key);
  const listed = names.join(', ');
  const places = Object.values(key).map((type, i) => `$${String(i + 2)}::${type}`);
  const after = last === undefined ? '' : `AND (${listed}) > (${places.join(', ')})`;
  return {
    text: `SELECT ${listed}, sealed FROM ${table} WHERE ${KEY_ID} <> $1 ${after} ORDER BY ${listed} LIMIT ${String(AT_A_TIME)}`,
    values: [current, ...(last === undefined ? [] : names.map((name) => last[name] ?? null))],
  };
}

/** Only where the row still has what was read: who has changed it meanwhile has sealed it anew. */
function write({ table, key }: SealedTable): string {
  const columns = Object.entries(key).map(([name, type]) => `${name} ${type}`);
  const same = Object.keys(key).map((name) => `${table}.${name} = again.${name}`);
  return `
    UPDATE ${table} SET sealed = again.now::bytea
      FROM jsonb_to_recordset($1::jsonb) AS again (${columns.join(', ')}, before text, now text)
     WHERE ${same.join(' AND ')} AND ${table}.sealed = again.before::bytea`;
}

function again({ sealed, ...key }: Row, { placeOf }: SealedTable, sealer: Sealer) {
  const place = placeOf(key);
  return { ...key, before: hex(sealed), now: hex(sealer.sealAgain(sealed, place)) };
}

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
