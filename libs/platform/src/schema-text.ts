import { Client } from 'pg';

/**
 * Each object as one statement, from PostgreSQL's own catalogue: there is no pg_dump where the embedded server runs.
 * Constraints that say no more than NOT NULL are part of the column; newer versions list them a second time.
 */
const OBJECTS = {
  columns: `
    SELECT c.relname AS owner,
           format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                  CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
                  coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')) AS text
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname, a.attnum`,
  constraints: `
    SELECT c.relname AS owner, format('  CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)) AS text
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid AND c.relnamespace = 'public'::regnamespace
     WHERE k.contype <> 'n'
     ORDER BY c.relname, strpos('pufc', k.contype::text), k.conname`,
  indexes: `
    SELECT t.relname AS owner, pg_get_indexdef(i.indexrelid) || ';' AS text
      FROM pg_index i
      JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
      JOIN pg_class x ON x.oid = i.indexrelid
     WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
     ORDER BY t.relname, x.relname`,
  triggers: `
    SELECT c.relname AS owner, pg_get_triggerdef(g.oid) || ';' AS text
      FROM pg_trigger g
      JOIN pg_class c ON c.oid = g.tgrelid AND c.relnamespace = 'public'::regnamespace
     WHERE NOT g.tgisinternal
     ORDER BY c.relname, g.tgname`,
  policies: `
    SELECT tablename AS owner,
           format(E'ALTER TABLE %I ENABLE ROW LEVEL SECURITY;\\nCREATE POLICY %I ON %I FOR %s USING %s%s;', tablename, policyname, tablename, cmd, qual,
                  coalesce(' WITH CHECK ' || with_check, '')) AS text
      FROM pg_policies WHERE schemaname = 'public'
     ORDER BY tablename, policyname`,
  functions: `
    SELECT '' AS owner, rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' AS text
      FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
     ORDER BY p.proname`,
};
type Kind = keyof typeof OBJECTS;
type Described = { readonly owner: string; readonly text: string };

/** The tables, indexes, triggers, policies and functions of a database as SQL, always in the same order: for reading, and to see what a change changed. */
export async function schemaText(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const read = async (kind: Kind): Promise<Described[]> => (await client.query<Described>(OBJECTS[kind])).rows;
    const columns = await read('columns');
    const rest = { constraints: await read('constraints'), indexes: await read('indexes'), triggers: await read('triggers') };
    const policies = await read('policies');
    const functions = (await read('functions')).map(({ text }) => text);
    const tables = [...new Set(columns.map(({ owner }) => owner))].map((table) =>
      tableText(table, { columns, ...rest, policies }),
    );
    return `${[...functions, ...tables].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

function tableText(table: string, described: Record<Exclude<Kind, 'functions'>, Described[]>): string {
  const of = (kind: Exclude<Kind, 'functions'>): string[] =>
    described[kind].filter(({ owner }) => owner === table).map(({ text }) => text);
  const body = [...of('columns'), ...of('constraints')].join(',\n');
  return [`CREATE TABLE ${table} (\n${body}\n);`, ...of('indexes'), ...of('triggers'), ...of('policies')].join('\n');
}
