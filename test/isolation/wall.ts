import { Client } from 'pg';
import type { TestApi } from '../support/api.js';

/**
 * What is written beside the matter: who is there, how often somebody tried, what was answered before, that somebody read a case or a number, took
 * a copy, that pages are wanted for the screen, and that a day which is over is signed. Some of it is written while something is read.
 */
const BESIDE = [
  ...['session', 'login_attempt', 'code_attempt', 'heartbeat', 'idempotency_key', 'spent_proof', 'public_request', 'query_code'],
  ...['admin_log', 'outbox', 'page_copies', 'reading', 'page_reading', 'audit_root', 'audit_leaf', 'access_log'],
];

const RAISE = `
  CREATE FUNCTION wall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    PERFORM nextval('wall_hit');
    RAISE EXCEPTION 'the wall of the isolation tests';
  END $$`;

/** Nothing that is tried passes it, and it knows whether something was. */
export type Wall = {
  /** How often something was about to be committed. */
  readonly hits: () => Promise<number>;
  /** Before the database goes. */
  readonly leave: () => Promise<void>;
};

/**
 * From now on nothing is changed in a database: each transaction that wrote something is refused when it commits, after all that a request
 * is asked and checked for. So whoever may write is seen to come through to the end, and one sample serves all requests. The number of tries
 * stands in a sequence, which no rollback takes back.
 */
export async function buildWall({ databaseUrl }: Pick<TestApi, 'databaseUrl'>): Promise<Wall> {
  // It is asked a thousand times: by one connection, which costs more than the question.
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  await build(owner);
  return {
    hits: async () => {
      const { rows } = await owner.query<{ hits: string }>('SELECT last_value + is_called::int AS hits FROM wall_hit');
      return Number(rows[0]?.hits ?? 0);
    },
    leave: () => owner.end(),
  };
}

async function build(owner: Client): Promise<void> {
  await owner.query('CREATE SEQUENCE wall_hit MINVALUE 0 START 0');
  await owner.query(RAISE);
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition AND relname <> ALL ($1::text[])`,
    [BESIDE],
  );
  for (const { name } of tables)
    await owner.query(`
      CREATE CONSTRAINT TRIGGER wall AFTER INSERT OR UPDATE OR DELETE ON ${name}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wall()`);
}
