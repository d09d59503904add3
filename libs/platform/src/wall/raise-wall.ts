import { Client, DatabaseError } from 'pg';
import { WALLED_ROLE } from './walled-client.js';

/** Whether the role is there, who may make it, and whether we may take it. */
const STANDING = `
  SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there,
         (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS "mayMake"`;

/** Roles belong to the server: another database of it may make ours at the same moment. */
const MAKE = `
  DO $$ BEGIN
    CREATE ROLE ${WALLED_ROLE} NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Before PostgreSQL 16 a member may always take the role. */
const MAY_TAKE = `SELECT pg_has_role(current_user, $1, CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END) AS may`;

/** What needs a right that we have not (SQLSTATE). */
const NOT_OURS = '42501';

/**
 * Rows, and nothing about tables: of what there is in this schema, as far as the role lacks it. Views would show what their owner sees,
 * so none is given; which steps the schema has taken is read only.
 */
const GRANT = `
  DO $$
  DECLARE
    here text := quote_ident(current_schema());
    one record;
  BEGIN
    IF NOT has_schema_privilege('${WALLED_ROLE}', current_schema(), 'USAGE') THEN
      EXECUTE format('GRANT USAGE ON SCHEMA %s TO ${WALLED_ROLE}', here);
    END IF;
    FOR one IN
      SELECT oid::regclass AS name, relname = 'migrations' AS is_read, relkind FROM pg_class
       WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'S') AND pg_has_role(relowner, 'USAGE')
    LOOP
      IF one.relkind = 'S' THEN
        IF NOT has_sequence_privilege('${WALLED_ROLE}', one.name, 'USAGE') THEN
          EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO ${WALLED_ROLE}', one.name);
        END IF;
      ELSIF one.is_read THEN
        EXECUTE format('GRANT SELECT ON %s TO ${WALLED_ROLE}', one.name);
      ELSIF NOT (has_table_privilege('${WALLED_ROLE}', one.name, 'SELECT') AND has_table_privilege('${WALLED_ROLE}', one.name, 'INSERT')
             AND has_table_privilege('${WALLED_ROLE}', one.name, 'UPDATE') AND has_table_privilege('${WALLED_ROLE}', one.name, 'DELETE')) THEN
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${WALLED_ROLE}', one.name);
      END IF;
    END LOOP;
    FOR one IN
      SELECT oid::regprocedure AS name FROM pg_proc
       WHERE pronamespace = current_schema()::regnamespace AND pg_has_role(proowner, 'USAGE')
         AND NOT has_function_privilege('${WALLED_ROLE}', oid, 'EXECUTE')
    LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ${WALLED_ROLE}', one.name);
    END LOOP;
  END $$`;

/**
 * Gives the role behind the wall what the program does with rows, on every table that the owner has made since. Where there is no such role and
 * we may not make one, or others made it and did not give it to us, the role is not taken: the program works without the wall and says so (docs/operations.md).
 */
export async function raiseWall(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ there: boolean; mayMake: boolean }>(STANDING, [WALLED_ROLE]);
  const [standing] = rows;
  if (standing === undefined || !(standing.there || standing.mayMake)) return;
  if (!standing.there) await owner.query(MAKE);
  if (standing.mayMake && !(await mayTake(owner))) await takeRole(owner);
  await owner.query(GRANT);
}

/** From PostgreSQL 16 on a role is given by whom it was given to with ADMIN OPTION, not by everybody who may make roles: not by us, where others made it. */
async function takeRole(owner: Client): Promise<void> {
  try {
    await owner.query(`GRANT ${WALLED_ROLE} TO CURRENT_USER`);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === NOT_OURS)) throw error;
  }
}

async function mayTake(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ may: boolean }>(MAY_TAKE, [WALLED_ROLE]);
  return rows[0]?.may === true;
}

/** Makes the role on a server where we are superuser, and lets the owner of the tables take it, who may make none. */
export async function layRole(adminUrl: string, owner: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl, application_name: 'gongkai wall' });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ stands: boolean }>(
      `SELECT coalesce((SELECT pg_has_role($1, oid, 'MEMBER') FROM pg_roles WHERE rolname = $2), false) AS stands`,
      [owner, WALLED_ROLE],
    );
    if (rows[0]?.stands === true) return;
    await admin.query(MAKE);
    await admin.query(`GRANT ${WALLED_ROLE} TO ${owner}`);
  } finally {
    await admin.end();
  }
}
