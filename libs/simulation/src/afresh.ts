import { migrate } from '@gongkai/platform';
import { Client, DatabaseError } from 'pg';

/** Where the new content grows up before it takes the place of the old. */
const DRAFT = 'gongkai_draft';
/** Any number that nobody else uses: one renewal at a time. */
const LOCK = 7_110_511;
/** Who is connected may hold what the change of places needs, and wait for what it holds: PostgreSQL refuses one of the two. */
const DEADLOCK = '40P01';
const ATTEMPTS = 5;

/** What a renewal does. */
export type Renewal = {
  /** Fills a database that has its tables and nothing else. */
  readonly fill: (url: string) => Promise<unknown>;
  /** Asked when nobody else renews any more: who waited for another's renewal may find that it is done; always, where nothing is said. */
  readonly isWanted?: () => Promise<boolean>;
};

/**
 * Makes the content of a database anew: tables, and what `fill` puts into them, grow up in a schema aside and take the place of the
 * old ones in one step. Whoever is connected sees all of the old or all of the new; a renewal that was killed leaves the old.
 */
export async function afresh(url: string, { fill, isWanted = () => Promise.resolve(true) }: Renewal): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'gongkai renewal' });
  // That it has gone is told by the next question.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (!(await isWanted())) return;
    await client.query(`DROP SCHEMA IF EXISTS ${DRAFT} CASCADE`);
    await client.query(`CREATE SCHEMA ${DRAFT}`);
    const draft = inSchema(url, DRAFT);
    await migrate(draft);
    await fill(draft);
    await takePlace(client);
  } finally {
    await client.end();
  }
}

/** Functions that look in the schema they were made in, whoever calls them, know it by its name: they are told the new one. */
const RENAME_IN_FUNCTIONS = `
  DO $do$ DECLARE one regprocedure; BEGIN
    FOR one IN
      SELECT oid FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND array_to_string(proconfig, ' ') LIKE '%search_path=%${DRAFT}%'
    LOOP EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', one); END LOOP;
  END $do$`;

async function takePlace(client: Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(
        `BEGIN; DROP SCHEMA public CASCADE; ALTER SCHEMA ${DRAFT} RENAME TO public; ${RENAME_IN_FUNCTIONS}; COMMIT`,
      );
      return;
    } catch (error) {
      await client.query('ROLLBACK');
      if (attempt === ATTEMPTS || !(error instanceof DatabaseError && error.code === DEADLOCK)) throw error;
    }
  }
}

/** The same database, seen through another schema. */
function inSchema(url: string, schema: string): string {
  const seen = new URL(url);
  seen.searchParams.set('options', `-c search_path=${schema}`);
  return seen.href;
}
