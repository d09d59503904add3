import { Client } from 'pg';
import { SettingsError } from '../settings-error.js';

/** Who we are, where row security keeps rows of this schema from us; nobody where there is no table yet, or all are ours. */
const ASK = `
  SELECT current_user::text AS login FROM pg_class
   WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity AND row_security_active(oid) LIMIT 1`;

/**
 * Refuses a login behind the wall to what works for all organs: that would find no row, and say that all is well: nobody reminded, an empty backup.
 * @throws SettingsError with what to do
 */
export async function refuseWalledLogin(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'gongkai wall' });
  await client.connect();
  try {
    const { rows } = await client.query<{ login: string }>(ASK);
    const [walled] = rows;
    if (walled === undefined) return;
    throw new SettingsError(
      `DATABASE_URL logs in as ${walled.login}, from whom PostgreSQL keeps the rows of all organs: that login is for the API alone. Start this with the address of the owner of the tables (docs/operations.md, A database of your own).`,
    );
  } finally {
    await client.end();
  }
}
