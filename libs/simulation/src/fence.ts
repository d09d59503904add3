import type { CommandPool, Settings } from '@gongkai/platform';
import type { OrgansThere } from './demo-organs.js';

/** Made-up cases do not belong where real ones are. */
export class RealData extends Error {}

type Surroundings = Pick<Settings, 'production' | 'databaseUrl'>;

/** The embedded database is called like its role. */
const EMBEDDED = 'gongkai';
const nameOf = ({ databaseUrl }: Surroundings): string =>
  databaseUrl === undefined ? EMBEDDED : decodeURIComponent(new URL(databaseUrl).pathname.slice(1));

/**
 * Keeps fiction out of real data: never in production, and in a database of the operator's own only where its name is repeated.
 * @param meant the name that was repeated
 * @throws RealData with what to do
 */
export function refuseRealData(surroundings: Surroundings, meant: string | undefined): void {
  if (surroundings.production) throw new RealData('With NODE_ENV=production nothing made up is let in.');
  const name = nameOf(surroundings);
  if (surroundings.databaseUrl !== undefined && name !== meant)
    throw new RealData(`DATABASE_URL leads to a database of yours: if it holds nothing real, add --yes-i-mean ${name}`);
}

/** The same for what would be lost: organs that are not of the demonstration were made by somebody. @throws RealData */
export function refuseOthersWork(surroundings: Surroundings, { others }: OrgansThere, meant: string | undefined): void {
  const name = nameOf(surroundings);
  if (others.length > 0 && name !== meant)
    throw new RealData(`There are organs of yours here (${others.join(', ')}): if they may go too, add --yes-i-mean ${name}`);
}

const OTHERS = `
  SELECT count(*)::int AS others FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'gongkai%'`;

/** Whether other programs of ours are connected to this database; to be asked before there are several connections of one's own. */
export async function hasCompany(pool: CommandPool): Promise<boolean> {
  const { rows } = await pool.query<{ others: number }>({ text: OTHERS });
  return (rows[0]?.others ?? 0) > 0;
}

/**
 * Refuses a database that a running server uses: its worker would take the alarms of the made-up days for its own.
 * @throws RealData
 */
export async function refuseCompany(pool: CommandPool): Promise<void> {
  if (await hasCompany(pool))
    throw new RealData('Gongkai runs on this database, under another clock: end it first (Ctrl-C), or use another DATA_DIR.');
}
