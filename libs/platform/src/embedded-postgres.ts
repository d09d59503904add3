import { type Binaries } from './embedded-postgres/binaries.js';
import { Caretaker, urlOf } from './embedded-postgres/caretaker.js';
import { EmbeddedPostgresError } from './embedded-postgres/failure.js';
import { findHome } from './embedded-postgres/home.js';
import { initialise, NAME, SUPERUSER } from './embedded-postgres/initialise.js';
import { layRole } from './wall/raise-wall.js';

export { EmbeddedPostgresError };

/** What to start, and where. */
export type EmbeddedPostgresOptions = {
  /** The data folder of the installation; the server lives in `postgres` below it. */
  readonly dataDir: string;
  /** Told in single lines what takes long or lies elsewhere. */
  readonly log: (line: string) => void;
  /** Settings of the server beside the usual ones, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Other programs than those npm has installed. */
  readonly binaries?: Binaries;
  /** Whether it is started again, on the same port, when it dies while we use it; yes where nothing is said. */
  readonly revive?: boolean;
};

/** A PostgreSQL server of our own that runs now. */
export type EmbeddedPostgres = {
  /** The database of the program, under its own role. */
  readonly url: string;
  /** The same server as its superuser, for making and dropping databases. */
  readonly adminUrl: string;
  readonly dataDirectory: string;
  /** Whether it ran already. */
  readonly attached: boolean;
  /** Leaves it, and ends it where nobody else uses it, whoever started it. */
  readonly stop: () => Promise<void>;
  /** Leaves it running, whoever else uses it; the last who stops it later ends it. */
  readonly leave: () => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL, or joins the one that runs already on the same data. It survives the death of who
 * started it; the next start takes it over.
 * @throws EmbeddedPostgresError with what to do about it
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await findHome(options);
  await initialise(home, options.log);
  const care = { settings: options.settings ?? {}, revive: options.revive ?? true, log: options.log };
  const caretaker = new Caretaker(home, care);
  const { postmaster, attached } = await caretaker.join();
  const adminUrl = urlOf(home, postmaster, SUPERUSER);
  await layRole(adminUrl, NAME);
  return {
    url: urlOf(home, postmaster, NAME),
    adminUrl,
    dataDirectory: home.data,
    attached,
    stop: () => caretaker.stop(),
    leave: () => caretaker.leave(),
  };
}
