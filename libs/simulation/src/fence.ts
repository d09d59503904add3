import type { CommandPool, Settings } from '@gongkai/platform';

/** Made-up cases do not belong where real ones are. */
export class RealData extends Error {}

type Surroundings = Pick<Settings, 'production' | 'databaseUrl'>;

/**
 * Keeps fiction out of real data: never in production, and in a database of the operator's own only where its name is repeated.
 * @param meant the name that was repeated
 * @throws RealData with what to do
 */
export function refuseRealData({ production, databaseUrl }: Surroundings, meant: string | undefined): void {
  if (production) throw new RealData('With NODE_ENV=production nothing made up is let in.');
  const name = databaseUrl === undefined ? undefined : decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  if (name !== undefined && name !== meant)
    throw new RealData(`DATABASE_URL leads to a database of yours: if it holds nothing real, add --yes-i-mean ${name}`);
}

const OTHERS = `
  SELECT count(*)::int AS others FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'gongkai%'`;

/**
 * Refuses a database that a running server uses: its worker would take the alarms of the made-up days for its own. To be asked
 * before there are several connections of one's own.
 * @throws RealData
 */
export async function refuseCompany(pool: CommandPool): Promise<void> {
  const { rows } = await pool.query<{ others: number }>({ text: OTHERS });
  if ((rows[0]?.others ?? 0) > 0)
    throw new RealData('Gongkai runs on this database, under another clock: end it first (Ctrl-C), or use another DATA_DIR.');
}
