import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { accountFor, canEnter, isRoot, type Account } from './account.js';
import { copyBinaries, installedBinaries, obstacleTo, type Binaries } from './binaries.js';
import { codeOf } from '../system-error.js';
import { EmbeddedPostgresError } from './failure.js';

/** Where the server lives, and as whom. */
export type Home = {
  readonly account: Account;
  readonly binaries: Binaries;
  /** Holds all of it. */
  readonly base: string;
  /** What belongs together: the data and the password of its superuser. */
  readonly cluster: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  readonly logFile: string;
};

type Wish = { readonly dataDir: string; readonly binaries?: Binaries | undefined; readonly log: (line: string) => void };

/** Places outside a folder that only root can enter; the first that can be used is. */
const ELSEWHERE = ['/var/lib', '/var/tmp'];

/**
 * Finds the place for the server. Root has to hand it to an ordinary account; where that account cannot reach the folder
 * or the programs, they go to a place it can reach, which is said in one line.
 */
export async function findHome({ dataDir, binaries, log }: Wish): Promise<Home> {
  const wanted = path.join(dataDir, 'postgres');
  const base = await firstReachable(wanted);
  const account = accountFor(path.join(base, 'cluster', 'data'));
  const installed = binaries ?? (await installedBinaries());
  const usable = await readable(installed, account, base);
  tellWhereItIs({ wanted, base, copied: usable !== installed, log });
  const cluster = path.join(base, 'cluster');
  const home = { account, binaries: usable, base, cluster, data: path.join(cluster, 'data'), logFile: path.join(base, 'log') };
  refuseForeign(home.data);
  return home;
}

async function firstReachable(wanted: string): Promise<string> {
  const name = `gongkai-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`;
  const places = isRoot() ? [wanted, ...ELSEWHERE.map((folder) => path.join(folder, name))] : [wanted];
  // Where data lies already comes first: a folder that has become reachable since must not hide it.
  const settled = places.filter((place) => existsSync(path.join(place, 'cluster')));
  for (const place of [...settled, ...places]) if (await isReachable(place)) return realpathSync(place);
  throw new EmbeddedPostgresError(
    `No ordinary account can reach ${places.join(', ')}, and PostgreSQL does not run as root: set DATA_DIR to a folder that everybody may enter.`,
  );
}

async function isReachable(place: string): Promise<boolean> {
  const isNew = !existsSync(place);
  try {
    mkdirSync(place, { recursive: true });
    if (isNew) chmodSync(place, 0o711);
  } catch (error) {
    if (isRoot()) return false;
    throw new EmbeddedPostgresError(`${place} cannot be written (${codeOf(error)}): set DATA_DIR to a folder that can.`);
  }
  const reachable = await canEnter(accountFor(path.join(place, 'cluster', 'data')), place);
  if (!reachable && isNew) rmdirSync(place);
  return reachable;
}

async function readable(installed: Binaries, account: Account, base: string): Promise<Binaries> {
  const obstacle = await obstacleTo(account, installed);
  if (obstacle === undefined) return installed;
  const copied = isRoot() ? copyBinaries(installed, base) : installed;
  const remains = await obstacleTo(account, copied);
  if (remains === undefined) return copied;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run here: ${remains.trim()}\nUse a PostgreSQL of your own, version 15 to 18, with DATABASE_URL.`,
  );
}

type Placed = { wanted: string; base: string; copied: boolean; log: Wish['log'] };

function tellWhereItIs({ wanted, base, copied, log }: Placed): void {
  const moved = path.basename(base) !== 'postgres';
  const what = [...(moved ? ['its data'] : []), ...(copied ? ['a copy of its programs'] : [])];
  if (what.length === 0) return;
  const obstacle = `PostgreSQL does not run as root, and no ordinary account can reach ${moved ? wanted : 'its programs'}`;
  log(`${obstacle}: ${what.join(' and ')} ${what.length > 1 ? 'are' : 'is'} in ${base}.`);
}

function refuseForeign(data: string): void {
  const owner = statSync(data, { throwIfNoEntry: false })?.uid;
  if (isRoot() || owner === undefined || owner === process.getuid?.()) return;
  throw new EmbeddedPostgresError(
    `${data} belongs to another account (uid ${owner}): start Gongkai as that account or as root, or give it another DATA_DIR.`,
  );
}
