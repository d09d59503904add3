import { Client } from 'pg';
import { OPEN_TABLES, WALLED_TABLES } from './tables.js';
import { WALLED_ROLE } from './walled-client.js';

/** What has to hold for the wall to stand, each with what is the matter where it does not. */
const ASK = `
  SELECT role.oid IS NULL AS "noRole",
         role.oid IS NOT NULL AND NOT pg_has_role(current_user, role.oid, CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END)
           AS "notTaken",
         coalesce(role.rolsuper OR role.rolbypassrls, false) AS "passes",
         ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                  AND pg_has_role(role.oid, relowner, 'MEMBER') ORDER BY relname) AS owned,
         ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                  AND NOT relrowsecurity AND relname = ANY ($2::text[]) ORDER BY relname) AS open,
         ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                  AND relname = ANY ($2::text[] || $3::text[]) AND NOT has_table_privilege(role.oid, oid, 'SELECT') ORDER BY relname) AS closed
    FROM (SELECT) AS one LEFT JOIN pg_roles AS role ON role.rolname = $1`;

type Standing = {
  readonly noRole: boolean;
  readonly notTaken: boolean;
  readonly passes: boolean;
  readonly owned: readonly string[];
  readonly open: readonly string[];
  readonly closed: readonly string[];
};

/** What keeps connections from standing behind the wall, in one sentence with what to do; undefined where it stands. */
export async function wallAt(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, application_name: 'gongkai wall' });
  await client.connect();
  try {
    const { rows } = await client.query<Standing>(ASK, [WALLED_ROLE, WALLED_TABLES, Object.keys(OPEN_TABLES)]);
    return rows[0] === undefined ? undefined : faultIn(rows[0]);
  } finally {
    await client.end();
  }
}

function faultIn({ noRole, notTaken, passes, owned, open, closed }: Standing): string | undefined {
  const faults: readonly (readonly [boolean, string])[] = [
    [
      noRole,
      `there is no role ${WALLED_ROLE}: let a superuser run "CREATE ROLE ${WALLED_ROLE}; GRANT ${WALLED_ROLE} TO <our role>", then gongkai migrate`,
    ],
    [
      notTaken,
      `our role may not take ${WALLED_ROLE}: let a superuser run "GRANT ${WALLED_ROLE} TO <our role>", then gongkai migrate`,
    ],
    [passes, `${WALLED_ROLE} passes every policy: take SUPERUSER and BYPASSRLS from it`],
    [owned.length > 0, `${WALLED_ROLE} owns ${owned.join(', ')} or is a member of who does: give them another owner`],
    [open.length > 0, `row security is off on ${open.join(', ')}: ALTER TABLE … ENABLE ROW LEVEL SECURITY`],
    [closed.length > 0, `${WALLED_ROLE} may not read ${closed.join(', ')}: run gongkai migrate as the owner of the tables`],
  ];
  return faults.find(([is]) => is)?.[1];
}
