import type { ClientBase } from 'pg';

/** A table with the columns that hold something of their own: what is reckoned from others is reckoned again. */
export type TableShape = { readonly name: string; readonly columns: readonly string[] };

/** Tables of the schema, without TypeORM's note of the steps taken: it is written by taking them. */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
   WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations'
     AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   GROUP BY c.relname ORDER BY c.relname`;
const SEQUENCES = `
  SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
   WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' ORDER BY 1`;
const KEYS_BETWEEN = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`;

export const tablesOf = async (client: ClientBase): Promise<readonly TableShape[]> =>
  (await client.query<TableShape>(TABLES)).rows;

export const sequencesOf = async (client: ClientBase): Promise<readonly { name: string; last: string | null }[]> =>
  (await client.query<{ name: string; last: string | null }>(SEQUENCES)).rows;

/** A foreign key: rows are put back in any order without it, and all of them are checked when it comes again. */
export type KeyBetween = { readonly table: string; readonly name: string; readonly definition: string };
export const keysBetween = async (client: ClientBase): Promise<readonly KeyBetween[]> =>
  (await client.query<KeyBetween>(KEYS_BETWEEN)).rows;

/** Tables whose rows have something sealed. */
const SEALED = `
  SELECT table_name AS name FROM information_schema.columns
   WHERE table_schema = 'public' AND column_name = 'sealed' AND data_type = 'bytea' ORDER BY 1`;
export const sealedTables = async (client: ClientBase): Promise<readonly string[]> =>
  (await client.query<{ name: string }>(SEALED)).rows.map(({ name }) => name);

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ');
