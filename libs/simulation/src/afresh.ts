import { migrate } from '@gongkai/platform';
import { Client } from 'pg';

/** Where the new content grows up before it takes the place of the old. */
const DRAFT = 'gongkai_draft';
/** Any number that nobody else uses: one renewal at a time. */
const LOCK = 7_110_511;

/**
 * Makes the content of a database anew: tables, and what `fill` puts into them, grow up in a schema aside and take the place of the
 * old ones in one step. Whoever is connected sees all of the old or all of the new; a renewal that was killed leaves the old.
 */
export async function afresh(url: string, fill: (url: string) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'gongkai renewal' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`DROP SCHEMA IF EXISTS ${DRAFT} CASCADE`);
    await client.query(`CREATE SCHEMA ${DRAFT}`);
    const draft = inSchema(url, DRAFT);
    await migrate(draft);
    await fill(draft);
    await client.query(`BEGIN; DROP SCHEMA public CASCADE; ALTER SCHEMA ${DRAFT} RENAME TO public; COMMIT`);
  } finally {
    await client.end();
  }
}

/** The same database, seen through another schema. */
function inSchema(url: string, schema: string): string {
  const seen = new URL(url);
  seen.searchParams.set('options', `-c search_path=${schema}`);
  return seen.href;
}
